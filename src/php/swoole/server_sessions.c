#include "php/host.h"
#include "php/swoole/classes.h"
#include "php_easyswoole.h"

/* Methods of Swoole\Server that deal with sessions. */

/* Page size that getClientList() allows (spec section 1.2). */
#define MAX_FIND_COUNT 100

/* Why a session id finds nobody: it was closed, or it never was one. */
static int missing_status(const es_server_t *server, zend_long id)
{
    return id > 0 && id <= server->sessions.last_id ? ES_E_SESSION_CLOSED : ES_E_SESSION_NOT_EXIST;
}

PHP_METHOD(Swoole_Server, send)
{
    zval *fd;
    zend_string *data;
    zend_long server_socket = -1;

    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_ZVAL(fd)
        Z_PARAM_STR(data)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(server_socket)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    if (!server) {
        RETURN_FALSE;
    }
    if (Z_TYPE_P(fd) == IS_NULL) {
        php_error_docref(NULL, E_WARNING, "fd can not be null");
        RETURN_BOOL(es_host_fail(ES_E_PHP_FATAL));
    }
    if (ZSTR_LEN(data) == 0) {
        php_error_docref(NULL, E_WARNING, "the data sent must not be empty");
        RETURN_BOOL(es_host_fail(ES_E_NO_PAYLOAD));
    }
    zend_long id = zval_get_long(fd);
    if (id <= 0) {
        php_error_docref(NULL, E_WARNING, "invalid fd[" ZEND_LONG_FMT "]", id);
        RETURN_BOOL(es_host_fail(ES_E_PHP_FATAL));
    }
    es_session_t *s = es_server_session(server, id);
    int status = s ? es_session_send(s, ZSTR_VAL(data), ZSTR_LEN(data)) : missing_status(server, id);
    RETURN_BOOL(status == ES_OK || es_host_fail(status));
}

PHP_METHOD(Swoole_Server, close)
{
    zend_long id;
    bool reset = false;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_LONG(id)
        Z_PARAM_OPTIONAL
        Z_PARAM_BOOL(reset)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    if (!server) {
        RETURN_FALSE;
    }
    es_session_t *s = es_server_session(server, id);
    if (!s) {
        RETURN_BOOL(es_host_fail(missing_status(server, id)));
    }
    const es_close_t why = {
        .by = ES_CLOSER_SERVER,
        .from_server = true,
        .reset = reset,
        .code = s->protocol == ES_PROTOCOL_WEBSOCKET ? ES_WS_CLOSE_ABNORMAL : 0,
    };
    int status = es_session_close(s, &why);
    es_callback_after_nested();
    RETURN_BOOL(status == ES_OK || es_host_fail(status));
}

PHP_METHOD(Swoole_Server, exists)
{
    zend_long id;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(id)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    es_session_t *s = server ? es_server_session(server, id) : NULL;
    RETURN_BOOL(s && s->phase == ES_SESSION_OPEN);
}

PHP_METHOD(Swoole_Server, getClientInfo)
{
    zend_long id, reactor_id = -1;
    bool ignore_error = false;

    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_LONG(id)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(reactor_id)
        Z_PARAM_BOOL(ignore_error)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    es_session_t *s = server ? es_server_session(server, id) : NULL;
    if (!s) {
        RETURN_FALSE;
    }
    es_host_session_info(s, return_value);
}

PHP_METHOD(Swoole_Server, getClientList)
{
    zend_long start = 0, count = 10;

    ZEND_PARSE_PARAMETERS_START(0, 2)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(start)
        Z_PARAM_LONG(count)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    if (!server) {
        RETURN_FALSE;
    }
    if (count > MAX_FIND_COUNT) {
        php_error_docref(NULL, E_WARNING, "get_client_list max length is %d", MAX_FIND_COUNT);
        RETURN_BOOL(es_host_fail(ES_E_INVALID_PARAMS));
    }
    if (start < 0 || start > server->sessions.last_id) {
        RETURN_FALSE;
    }
    /* The start may have closed since the page before: its slot still says where to go on. */
    size_t slot = start > 0 ? es_session_table_slot(&server->sessions, start) + 1 : 0;
    es_session_t *s;

    array_init(return_value);
    while (count > 0 && (s = es_session_table_next(&server->sessions, slot)) != NULL) {
        slot = es_session_table_slot(&server->sessions, s->id) + 1;
        if (s->phase == ES_SESSION_OPEN) {
            add_next_index_long(return_value, s->id);
            count--;
        }
    }
    if (zend_hash_num_elements(Z_ARRVAL_P(return_value)) == 0) {
        zval_ptr_dtor(return_value);
        RETURN_FALSE;
    }
}

PHP_METHOD(Swoole_Server, stats)
{
    es_host_t *host = es_host_from(Z_OBJ_P(ZEND_THIS));
    uint64_t bytes_in, bytes_out;

    ZEND_PARSE_PARAMETERS_NONE();

    const es_server_t *server = es_host_running(&host->std);
    if (!server) {
        RETURN_FALSE;
    }
    const es_stats_t *stats = &server->stats;
    es_session_t *first = NULL, *last = NULL;
    zend_long responding = 0;

    array_init(return_value);

    bytes_in = stats->bytes_in;
    bytes_out = stats->bytes_out;
    for (es_list_t *it = server->all.next; it != &server->all; it = it->next) {
        es_session_t *s = es_container_of(it, es_session_t, link);

        bytes_in += s->conn.bytes_in;
        bytes_out += s->conn.bytes_out;
        if (s->phase == ES_SESSION_OPEN) {
            first = first ? first : s;
            last = s;
            responding += s->responding;
        }
    }
    add_assoc_long(return_value, "start_time", (zend_long)server->start_time);
    add_assoc_long(return_value, "connection_num", (zend_long)server->sessions.count);
    add_assoc_long(return_value, "abort_count", (zend_long)stats->aborted);
    add_assoc_long(return_value, "accept_count", (zend_long)stats->accepted);
    add_assoc_long(return_value, "close_count", (zend_long)stats->closed);
    add_assoc_long(return_value, "worker_num", server->settings.worker_num);
    add_assoc_long(return_value, "task_worker_num", server->settings.task_worker_num);
    add_assoc_long(return_value, "user_worker_num", 0);
    add_assoc_long(return_value, "idle_worker_num", ES_G(calls).depth == 0);
    add_assoc_long(return_value, "dispatch_count", (zend_long)stats->dispatched);
    add_assoc_long(return_value, "request_count", (zend_long)stats->requests);
    add_assoc_long(return_value, "response_count", (zend_long)stats->responses);
    add_assoc_long(return_value, "total_recv_bytes", (zend_long)bytes_in);
    add_assoc_long(return_value, "total_send_bytes", (zend_long)bytes_out);
    add_assoc_long(return_value, "pipe_packet_msg_id", 0);
    add_assoc_long(return_value, "concurrency", responding);
    add_assoc_long(return_value, "session_round", (zend_long)server->sessions.last_id);
    add_assoc_long(return_value, "min_fd", first ? first->conn.fd : 0);
    add_assoc_long(return_value, "max_fd", last ? last->conn.fd : 0);
    add_assoc_long(return_value, "worker_request_count", (zend_long)stats->requests);
    add_assoc_long(return_value, "worker_response_count", (zend_long)stats->responses);
    add_assoc_long(return_value, "worker_dispatch_count", (zend_long)stats->dispatched);
    add_assoc_long(return_value, "worker_concurrency", responding);
    add_assoc_long(return_value, "tasking_num", 0);
    add_assoc_long(return_value, "coroutine_num", 0);
    add_assoc_long(return_value, "coroutine_peek_num", 0);
    add_assoc_long(return_value, "closing_num", (zend_long)server->lingering);
    add_assoc_long(return_value, "refused_count", (zend_long)stats->refused);
    add_assoc_long(return_value, "protocol_error_count", (zend_long)stats->protocol_errors);
    add_assoc_long(return_value, "timeout_count", (zend_long)stats->timeouts);
    add_assoc_long(return_value, "overflow_count", (zend_long)stats->overflows);
}

PHP_METHOD(Swoole_Server, getLastError)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_LONG(ES_G(last_error));
}
