#include "php/easyswoole/socket_support.h"
#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_socket_client_tcp_arginfo.h"

zend_class_entry *es_ce_EasySwoole_Socket_Client_Tcp;

PHP_METHOD(EasySwoole_Socket_Client_Tcp, __construct)
{
    zval *fd = NULL, *reactor_id = NULL;

    ZEND_PARSE_PARAMETERS_START(0, 2)
        Z_PARAM_OPTIONAL
        Z_PARAM_ZVAL(fd)
        Z_PARAM_ZVAL(reactor_id)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_TCP_FD, fd ? fd : &EG(uninitialized_zval));
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_TCP_REACTOR_ID, reactor_id ? reactor_id : &EG(uninitialized_zval));
}

PHP_METHOD(EasySwoole_Socket_Client_Tcp, getReactorId)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_TCP_REACTOR_ID));
}

PHP_METHOD(EasySwoole_Socket_Client_Tcp, setReactorId)
{
    zval *reactor_id;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(reactor_id)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_TCP_REACTOR_ID, reactor_id);
}

PHP_METHOD(EasySwoole_Socket_Client_Tcp, getFd)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_TCP_FD));
}

PHP_METHOD(EasySwoole_Socket_Client_Tcp, setFd)
{
    zval *fd;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(fd)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_TCP_FD, fd);
}

PHP_MINIT_FUNCTION(easyswoole_socket_client_tcp)
{
    es_ce_EasySwoole_Socket_Client_Tcp = register_class_EasySwoole_Socket_Client_Tcp();
    return SUCCESS;
}
