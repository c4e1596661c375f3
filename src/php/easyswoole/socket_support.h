#ifndef ES_PHP_EASYSWOOLE_SOCKET_SUPPORT_H
#define ES_PHP_EASYSWOOLE_SOCKET_SUPPORT_H

#include "php/easyswoole/support.h"

/* What the EasySwoole\Socket classes know of each other: where properties are, and the way back to a client. */

enum {
    ES_CONFIG_TYPE,
    ES_CONFIG_ON_EXCEPTION,
    ES_CONFIG_PARSER,
};

enum {
    ES_CALLER_ARGS,
    ES_CALLER_CONTROLLER_CLASS,
    ES_CALLER_ACTION,
    ES_CALLER_CLIENT,
};

enum {
    ES_RESPONSE_STATUS,
    ES_RESPONSE_MESSAGE,
    ES_RESPONSE_OPCODE,
    ES_RESPONSE_FINISH,
    ES_RESPONSE_RESET,
    ES_RESPONSE_CODE,
    ES_RESPONSE_REASON,
};

enum {
    ES_TCP_REACTOR_ID,
    ES_TCP_FD,
    ES_WEBSOCKET_DATA, /* Client\WebSocket goes on where Client\Tcp ends */
    ES_WEBSOCKET_OPCODE,
    ES_WEBSOCKET_FINISH,
};

enum {
    ES_UDP_SERVER_SOCKET,
    ES_UDP_ADDRESS,
    ES_UDP_PORT,
};

/** Config::getParser() as C code sees it; null when none is set. Returns false when an exception is pending. */
bool es_config_parser(zend_object *config, zval *parser);

/** Config::getParser() on the config itself, past any override. */
bool es_config_own_parser(zend_object *config, zval *parser);

/** Fills a Client\WebSocket from a Swoole\WebSocket\Frame. Returns false when an exception is pending. */
bool es_client_websocket_fill(zend_object *client, zend_object *frame);

/** Controller::__hook(). What it throws is pending afterwards. */
void es_controller_hook(zend_object *controller, zend_object *server, zend_object *caller, zend_object *response);

/**
 * Sends `data` to whoever sent the message. With a Response (exactly that class) its opcode and finish are used, and a
 * client that is gone is passed over; without one the server's method decides. Other kinds of clients get nothing.
 * Returns false when an exception is pending.
 */
bool es_client_send(zend_object *server, zval *client, zval *data, zend_object *response);

/** Closes the client's connection as the Response says; a client that is gone or has none is passed over. */
bool es_client_close(zend_object *server, zval *client, zend_object *response);

#endif
