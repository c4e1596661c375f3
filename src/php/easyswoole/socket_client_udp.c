#include "php/easyswoole/socket_support.h"
#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_socket_client_udp_arginfo.h"

zend_class_entry *es_ce_EasySwoole_Socket_Client_Udp;

PHP_METHOD(EasySwoole_Socket_Client_Udp, __construct)
{
    zval *server_socket, *address, *port;

    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_ZVAL(server_socket)
        Z_PARAM_ZVAL(address)
        Z_PARAM_ZVAL(port)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_UDP_SERVER_SOCKET, server_socket);
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_UDP_ADDRESS, address);
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_UDP_PORT, port);
}

PHP_METHOD(EasySwoole_Socket_Client_Udp, getServerSocket)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_UDP_SERVER_SOCKET));
}

PHP_METHOD(EasySwoole_Socket_Client_Udp, setServerSocket)
{
    zval *server_socket;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(server_socket)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_UDP_SERVER_SOCKET, server_socket);
}

PHP_METHOD(EasySwoole_Socket_Client_Udp, getAddress)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_UDP_ADDRESS));
}

PHP_METHOD(EasySwoole_Socket_Client_Udp, setAddress)
{
    zval *address;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(address)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_UDP_ADDRESS, address);
}

PHP_METHOD(EasySwoole_Socket_Client_Udp, getPort)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_UDP_PORT));
}

PHP_METHOD(EasySwoole_Socket_Client_Udp, setPort)
{
    zval *port;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(port)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_UDP_PORT, port);
}

PHP_MINIT_FUNCTION(easyswoole_socket_client_udp)
{
    es_ce_EasySwoole_Socket_Client_Udp = register_class_EasySwoole_Socket_Client_Udp();
    return SUCCESS;
}
