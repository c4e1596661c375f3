#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_socket_exception_exception_arginfo.h"
#include "zend_exceptions.h"

zend_class_entry *es_ce_EasySwoole_Socket_Exception_Exception;

PHP_MINIT_FUNCTION(easyswoole_socket_exception_exception)
{
    es_ce_EasySwoole_Socket_Exception_Exception =
        register_class_EasySwoole_Socket_Exception_Exception(zend_ce_exception);
    return SUCCESS;
}
