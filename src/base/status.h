#ifndef ES_BASE_STATUS_H
#define ES_BASE_STATUS_H

/**
 * Results of operations on servers and sessions. Success is 0 or a positive value; every failure is the
 * negated number that PHP users see in swoole_last_error() (SWOOLE_ERROR_*, spec section 3.9), so that no
 * second table has to translate between the two.
 */
typedef enum es_status {
    ES_OK = 0,
    ES_E_NOMEM = -501,
    ES_E_SYSTEM = -502,
    ES_E_PHP_FATAL = -503,
    ES_E_NAME_TOO_LONG = -504,
    ES_E_INVALID_PARAMS = -505,
    ES_E_PROTOCOL = -508,
    ES_E_WRONG_OPERATION = -509,
    ES_E_PHP_NOTICE = -510,
    ES_E_NO_PAYLOAD = -550,
    ES_E_SESSION_CLOSED_BY_SERVER = -1001,
    ES_E_SESSION_CLOSED_BY_CLIENT = -1002,
    ES_E_SESSION_CLOSING = -1003,
    ES_E_SESSION_CLOSED = -1004,
    ES_E_SESSION_NOT_EXIST = -1005,
    ES_E_SESSION_INVALID_ID = -1006,
    ES_E_OUTPUT_OVERFLOW = -1009,
    ES_E_PACKAGE_TOO_LARGE = -1201,
    ES_E_DATA_TOO_LARGE = -1203,
    ES_E_HTTP_INVALID_PROTOCOL = -7102,
    ES_E_HTTP_CONFLICT_HEADER = -7105,
    ES_E_HTTP_CONTEXT = -7106,
    ES_E_WS_BAD_CLIENT = -8501,
    ES_E_WS_BAD_OPCODE = -8502,
    ES_E_WS_UNCONNECTED = -8503,
    ES_E_WS_HANDSHAKE_FAILED = -8504,
    ES_E_WS_PACK_FAILED = -8505,
    ES_E_WS_UNPACK_FAILED = -8506,
    ES_E_WS_INCOMPLETE = -8507,
    ES_E_SERVER_INVALID_LISTEN_PORT = -9004,
} es_status_t;

/**
 * Text of an error number.
 * @param code a status (negative) or the positive number users see
 * @return static text, or NULL when the number is not one of ours
 */
const char *es_status_text(int code);

#endif
