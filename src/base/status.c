#include "base/status.h"

#include <stddef.h>

const char *es_status_text(int code)
{
    switch (code > 0 ? -code : code) {
    case ES_OK:
        return "success";
    case ES_E_NOMEM:
        return "out of memory";
    case ES_E_SYSTEM:
        return "a system call failed";
    case ES_E_PHP_FATAL:
        return "a fatal PHP error occurred";
    case ES_E_NAME_TOO_LONG:
        return "the name is too long";
    case ES_E_INVALID_PARAMS:
        return "a parameter is invalid";
    case ES_E_PROTOCOL:
        return "the peer broke the protocol";
    case ES_E_WRONG_OPERATION:
        return "the operation is not allowed here";
    case ES_E_PHP_NOTICE:
        return "PHP raised a notice";
    case ES_E_NO_PAYLOAD:
        return "there is nothing to send";
    case ES_E_SESSION_CLOSED_BY_SERVER:
        return "the server closed the connection";
    case ES_E_SESSION_CLOSED_BY_CLIENT:
        return "the client closed the connection";
    case ES_E_SESSION_CLOSING:
        return "the connection is being closed";
    case ES_E_SESSION_CLOSED:
        return "the connection is closed";
    case ES_E_SESSION_NOT_EXIST:
        return "the connection does not exist";
    case ES_E_SESSION_INVALID_ID:
        return "the connection id is invalid";
    case ES_E_OUTPUT_OVERFLOW:
        return "the output queue is full";
    case ES_E_PACKAGE_TOO_LARGE:
        return "the package is too large";
    case ES_E_DATA_TOO_LARGE:
        return "the data is too large";
    case ES_E_HTTP_INVALID_PROTOCOL:
        return "the HTTP message is invalid";
    case ES_E_HTTP_CONFLICT_HEADER:
        return "the header conflicts with another one";
    case ES_E_HTTP_CONTEXT:
        return "the HTTP request or response is not available any more";
    case ES_E_WS_BAD_CLIENT:
        return "the client does not speak WebSocket correctly";
    case ES_E_WS_BAD_OPCODE:
        return "the WebSocket opcode is invalid";
    case ES_E_WS_UNCONNECTED:
        return "the connection is no established WebSocket";
    case ES_E_WS_HANDSHAKE_FAILED:
        return "the WebSocket handshake failed";
    case ES_E_WS_PACK_FAILED:
        return "the WebSocket frame could not be packed";
    case ES_E_WS_UNPACK_FAILED:
        return "the WebSocket frame could not be unpacked";
    case ES_E_WS_INCOMPLETE:
        return "the WebSocket frame is incomplete";
    case ES_E_SERVER_INVALID_LISTEN_PORT:
        return "the port cannot be listened on";
    default:
        return NULL;
    }
}
