#include "php.h"
#include "zend_exceptions.h"

#include "php/swoole/classes.h"
#include "php_stubs/swoole_exception_arginfo.h"

zend_class_entry *es_ce_Swoole_Exception;

PHP_MINIT_FUNCTION(swoole_exception)
{
    es_ce_Swoole_Exception = register_class_Swoole_Exception(zend_ce_exception);
    zend_register_class_alias("swoole_exception", es_ce_Swoole_Exception);
    return SUCCESS;
}
