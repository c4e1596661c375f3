#include "php/easyswoole/socket_support.h"
#include "php/easyswoole/classes.h"
#include "php/swoole/classes.h"
#include "php_stubs/easyswoole_socket_client_websocket_arginfo.h"

zend_class_entry *es_ce_EasySwoole_Socket_Client_WebSocket;

/* Copies one property of the frame, which may be of a user's subclass. */
static bool copy_property(zend_object *client, uint32_t slot, zend_object *frame, es_name_t name)
{
    zval copy, *value = zend_read_property_ex(frame->ce, frame, es_names[name], false, &copy);

    es_slot_set(client, slot, value);
    if (value == &copy) {
        zval_ptr_dtor(&copy);
    }
    return !EG(exception);
}

bool es_client_websocket_fill(zend_object *client, zend_object *frame)
{
    return copy_property(client, ES_TCP_FD, frame, ES_NAME_FD) &&
           copy_property(client, ES_WEBSOCKET_DATA, frame, ES_NAME_DATA) &&
           copy_property(client, ES_WEBSOCKET_OPCODE, frame, ES_NAME_OPCODE) &&
           copy_property(client, ES_WEBSOCKET_FINISH, frame, ES_NAME_FINISH);
}

PHP_METHOD(EasySwoole_Socket_Client_WebSocket, __construct)
{
    zval *frame = NULL;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(frame, es_ce_Swoole_WebSocket_Frame)
    ZEND_PARSE_PARAMETERS_END();
    if (frame) {
        es_client_websocket_fill(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(frame));
    }
}

PHP_METHOD(EasySwoole_Socket_Client_WebSocket, getData)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_WEBSOCKET_DATA));
}

PHP_METHOD(EasySwoole_Socket_Client_WebSocket, setData)
{
    zval *data;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(data)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_WEBSOCKET_DATA, data);
}

PHP_METHOD(EasySwoole_Socket_Client_WebSocket, getOpCode)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_WEBSOCKET_OPCODE));
}

PHP_METHOD(EasySwoole_Socket_Client_WebSocket, setOpCode)
{
    zval *opcode;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(opcode)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_WEBSOCKET_OPCODE, opcode);
}

PHP_METHOD(EasySwoole_Socket_Client_WebSocket, getIsFinish)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_WEBSOCKET_FINISH));
}

PHP_METHOD(EasySwoole_Socket_Client_WebSocket, setIsFinish)
{
    zval *finish;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(finish)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_WEBSOCKET_FINISH, finish);
}

PHP_MINIT_FUNCTION(easyswoole_socket_client_websocket)
{
    es_ce_EasySwoole_Socket_Client_WebSocket =
        register_class_EasySwoole_Socket_Client_WebSocket(es_ce_EasySwoole_Socket_Client_Tcp);
    return SUCCESS;
}
