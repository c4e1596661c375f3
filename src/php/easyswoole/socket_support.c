#include "php/easyswoole/socket_support.h"
#include "php/easyswoole/classes.h"

/* The exact class is by far the most frequent: one comparison. */
static bool is_a(zval *value, zend_class_entry *ce)
{
    return Z_TYPE_P(value) == IS_OBJECT && (Z_OBJCE_P(value) == ce || instanceof_function(Z_OBJCE_P(value), ce));
}

static bool client_fd(zval *client, zval *fd)
{
    zend_object *object = Z_OBJ_P(client);

    if (object->ce == es_ce_EasySwoole_Socket_Client_WebSocket) {
        ZVAL_COPY(fd, es_slot_get(object, ES_TCP_FD));
        return true;
    }
    return es_get(object, es_ce_EasySwoole_Socket_Client_Tcp, ES_TCP_FD, ES_NAME_GETFD, fd);
}

/* $server->exist($fd). Both "no" and "an exception is pending" end the matter for the caller. */
static bool exists(zend_object *server, zval *fd)
{
    zval result;

    if (!es_call_method(server, ES_NAME_EXIST, &result, 1, fd)) {
        return false;
    }

    bool yes = zend_is_true(&result);
    zval_ptr_dtor(&result);
    return yes;
}

static bool send_websocket(zend_object *server, zval *client, zval *data, zend_object *response)
{
    zval argv[4];
    uint32_t argc = 2;

    if (!client_fd(client, &argv[0])) {
        return false;
    }
    if (!response || exists(server, &argv[0])) {
        ZVAL_COPY_VALUE(&argv[1], data);
        if (response) {
            ZVAL_LONG(&argv[2], zval_get_long(es_slot_get(response, ES_RESPONSE_OPCODE)));
            ZVAL_BOOL(&argv[3], zend_is_true(es_slot_get(response, ES_RESPONSE_FINISH)));
            argc = 4;
        }
        es_call_method(server, ES_NAME_PUSH, NULL, argc, argv);
    }
    zval_ptr_dtor(&argv[0]);
    return !EG(exception);
}

static bool send_tcp(zend_object *server, zval *client, zval *data, zend_object *response)
{
    zval argv[2];

    if (!client_fd(client, &argv[0])) {
        return false;
    }
    if (!response || exists(server, &argv[0])) {
        ZVAL_COPY_VALUE(&argv[1], data);
        es_call_method(server, ES_NAME_SEND, NULL, 2, argv);
    }
    zval_ptr_dtor(&argv[0]);
    return !EG(exception);
}

static bool send_udp(zend_object *server, zval *client, zval *data)
{
    zend_class_entry *udp = es_ce_EasySwoole_Socket_Client_Udp;
    zend_object *object = Z_OBJ_P(client);
    zval argv[4];

    ZVAL_UNDEF(&argv[0]);
    ZVAL_UNDEF(&argv[1]);
    ZVAL_UNDEF(&argv[3]);
    if (es_get(object, udp, ES_UDP_ADDRESS, ES_NAME_GETADDRESS, &argv[0]) &&
        es_get(object, udp, ES_UDP_PORT, ES_NAME_GETPORT, &argv[1]) &&
        es_get(object, udp, ES_UDP_SERVER_SOCKET, ES_NAME_GETSERVERSOCKET, &argv[3])) {
        ZVAL_COPY_VALUE(&argv[2], data);
        es_call_method(server, ES_NAME_SENDTO, NULL, 4, argv);
    }
    zval_ptr_dtor(&argv[0]);
    zval_ptr_dtor(&argv[1]);
    zval_ptr_dtor(&argv[3]);
    return !EG(exception);
}

bool es_client_send(zend_object *server, zval *client, zval *data, zend_object *response)
{
    if (is_a(client, es_ce_EasySwoole_Socket_Client_WebSocket)) {
        return send_websocket(server, client, data, response);
    }
    if (is_a(client, es_ce_EasySwoole_Socket_Client_Tcp)) {
        return send_tcp(server, client, data, response);
    }
    if (is_a(client, es_ce_EasySwoole_Socket_Client_Udp)) {
        return send_udp(server, client, data);
    }
    return true;
}

bool es_client_close(zend_object *server, zval *client, zend_object *response)
{
    zval argv[3];

    if (!is_a(client, es_ce_EasySwoole_Socket_Client_Tcp)) {
        return true; /* UDP: nothing is open */
    }
    if (!client_fd(client, &argv[0])) {
        return false;
    }
    if (exists(server, &argv[0])) {
        if (is_a(client, es_ce_EasySwoole_Socket_Client_WebSocket)) {
            ZVAL_LONG(&argv[1], zval_get_long(es_slot_get(response, ES_RESPONSE_CODE)));
            ZVAL_COPY(&argv[2], es_slot_get(response, ES_RESPONSE_REASON));
            es_call_method(server, ES_NAME_DISCONNECT, NULL, 3, argv);
            zval_ptr_dtor(&argv[2]);
        } else {
            ZVAL_BOOL(&argv[1], zend_is_true(es_slot_get(response, ES_RESPONSE_RESET)));
            es_call_method(server, ES_NAME_CLOSE, NULL, 2, argv);
        }
    }
    zval_ptr_dtor(&argv[0]);
    return !EG(exception);
}
