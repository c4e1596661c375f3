#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_socket_exception_controller_pool_empty_arginfo.h"

zend_class_entry *es_ce_EasySwoole_Socket_Exception_ControllerPoolEmpty;

PHP_MINIT_FUNCTION(easyswoole_socket_exception_controller_pool_empty)
{
    es_ce_EasySwoole_Socket_Exception_ControllerPoolEmpty =
        register_class_EasySwoole_Socket_Exception_ControllerPoolEmpty(es_ce_EasySwoole_Socket_Exception_Exception);
    return SUCCESS;
}
