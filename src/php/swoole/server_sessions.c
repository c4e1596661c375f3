#include "php/host.h"
#include "php/swoole/classes.h"
#include "php_easyswoole.h"

/* Methods of Swoole\Server that deal with sessions. */

/* Page size that getClientList() allows (spec section 1.2). */
#define MAX_FIND_COUNT 100

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
    int status = es_server_send(server, id, ZSTR_VAL(data), ZSTR_LEN(data));
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
    int status = es_server_close(server, id, reset);
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
    RETURN_BOOL(server && es_server_record(server, id));
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
    if (!server || !es_host_session_info(server, id, return_value)) {
        RETURN_FALSE;
    }
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
    if (start < 0 || start > es_session_table_last_id(&server->sessions)) {
        RETURN_FALSE;
    }
    /* The start may have closed since the page before: its entry still says where to go on. */
    size_t entry = start > 0 ? es_session_table_entry(&server->sessions, start) + 1 : 0;
    es_record_t *record;

    array_init(return_value);
    while (count > 0 && (record = es_session_table_next(&server->sessions, &entry)) != NULL) {
        if (!record->closing) {
            add_next_index_long(return_value, record->id);
            count--;
        }
    }
    if (zend_hash_num_elements(Z_ARRVAL_P(return_value)) == 0) {
        zval_ptr_dtor(return_value);
        RETURN_FALSE;
    }
}

/* What this process knows better than the shared memory: connections that are still open. */
typedef struct es_local_stats {
    zend_long responding, min_fd, max_fd;
} es_local_stats_t;

static es_local_stats_t local_stats(const es_server_t *server)
{
    es_local_stats_t sum = {0};

    for (const es_list_t *it = server->all.next; it != &server->all; it = it->next) {
        const es_session_t *s = es_container_of(it, es_session_t, link);

        if (s->phase == ES_SESSION_OPEN) {
            sum.responding += s->responding;
            sum.min_fd = sum.min_fd ? sum.min_fd : s->conn.fd;
            sum.max_fd = s->conn.fd;
        }
    }
    return sum;
}

/* Whoever asks from inside a callback is not idle itself. */
static zend_long count_idle(const es_server_t *server, int first, int count)
{
    zend_long idle = 0;

    for (int i = first; i < first + count; i++) {
        idle +=
            atomic_load(&server->workers[i].status) == ES_WORKER_IDLE && (i != server->slot || ES_G(calls).depth == 0);
    }
    return idle;
}

/* Under which keys of stats() the limits are counted. */
static const char *const limit_keys[ES_LIMITS] = {
    [ES_LIMIT_HEAD] = "head_limit_count",           [ES_LIMIT_TARGET] = "target_limit_count",
    [ES_LIMIT_FIELDS] = "field_limit_count",        [ES_LIMIT_BODY] = "body_limit_count",
    [ES_LIMIT_MESSAGE] = "message_limit_count",     [ES_LIMIT_INFLATED] = "inflate_limit_count",
    [ES_LIMIT_FRAGMENTS] = "fragment_limit_count",  [ES_LIMIT_MEMORY] = "memory_limit_count",
    [ES_LIMIT_MESSAGE_RATE] = "message_rate_count", [ES_LIMIT_REQUEST_TIME] = "request_timeout_count",
    [ES_LIMIT_CLOSE_TIME] = "close_timeout_count",  [ES_LIMIT_IDLE_TIME] = "idle_timeout_count",
    [ES_LIMIT_OUTPUT] = "overflow_count",           [ES_LIMIT_OUTPUT_TIME] = "output_timeout_count",
    [ES_LIMIT_CONNECTIONS] = "refused_count",       [ES_LIMIT_ADDRESS] = "address_limit_count",
    [ES_LIMIT_ACCEPT_RATE] = "accept_rate_count",   [ES_LIMIT_DESCRIPTORS] = "descriptor_limit_count",
};

PHP_METHOD(Swoole_Server, stats)
{
    es_host_t *host = es_host_from(Z_OBJ_P(ZEND_THIS));

    ZEND_PARSE_PARAMETERS_NONE();

    const es_server_t *server = es_host_running(&host->std);
    if (!server) {
        RETURN_FALSE;
    }
    const es_stats_t stats = es_server_sum_stats(server), *own = server->stats;
    const es_local_stats_t local = local_stats(server);
    zend_long waiting = 0;

    array_init(return_value);
    add_assoc_long(return_value, "start_time", (zend_long)server->start_time);
    add_assoc_long(return_value, "connection_num", (zend_long)es_session_table_count(&server->sessions));
    add_assoc_long(return_value, "abort_count", (zend_long)stats.aborted);
    add_assoc_long(return_value, "accept_count", (zend_long)stats.accepted);
    add_assoc_long(return_value, "close_count", (zend_long)stats.closed);
    add_assoc_long(return_value, "worker_num", server->worker_count);
    add_assoc_long(return_value, "task_worker_num", server->task_count);
    add_assoc_long(return_value, "user_worker_num", server->user_count);
    add_assoc_long(return_value, "idle_worker_num", count_idle(server, 0, server->worker_count));
    add_assoc_long(return_value, "dispatch_count", (zend_long)stats.dispatched);
    add_assoc_long(return_value, "request_count", (zend_long)stats.requests);
    add_assoc_long(return_value, "response_count", (zend_long)stats.responses);
    add_assoc_long(return_value, "total_recv_bytes", (zend_long)stats.traffic.bytes_in);
    add_assoc_long(return_value, "total_send_bytes", (zend_long)stats.traffic.bytes_out);
    add_assoc_long(return_value, "pipe_packet_msg_id", 0);
    add_assoc_long(return_value, "concurrency", local.responding);
    add_assoc_long(return_value, "session_round", (zend_long)es_session_table_last_id(&server->sessions));
    add_assoc_long(return_value, "min_fd", local.min_fd);
    add_assoc_long(return_value, "max_fd", local.max_fd);
    if (server->worker) {
        add_assoc_long(return_value, "worker_request_count", (zend_long)own->requests);
        add_assoc_long(return_value, "worker_response_count", (zend_long)own->responses);
        add_assoc_long(return_value, "worker_dispatch_count", (zend_long)own->dispatched);
        add_assoc_long(return_value, "worker_concurrency", local.responding);
    }
    for (int i = 0; i < server->task_count; i++) {
        waiting += atomic_load(&server->workers[server->worker_count + i].tasks_waiting);
    }
    if (server->task_count > 0) {
        add_assoc_long(return_value, "task_idle_worker_num",
                       count_idle(server, server->worker_count, server->task_count));
        add_assoc_long(return_value, "task_count", (zend_long)stats.tasks);
    }
    add_assoc_long(return_value, "tasking_num", waiting);
    add_assoc_long(return_value, "coroutine_num", 0);
    add_assoc_long(return_value, "coroutine_peek_num", 0);
    add_assoc_long(return_value, "closing_num", (zend_long)server->lingering);
    add_assoc_long(return_value, "protocol_error_count", (zend_long)stats.protocol_errors);
    add_assoc_long(return_value, "tls_failure_count", (zend_long)stats.tls_failures);
    add_assoc_long(return_value, "lost_count", (zend_long)stats.lost);
    for (int i = ES_LIMIT_NONE + 1; i < ES_LIMITS; i++) {
        add_assoc_long(return_value, limit_keys[i], (zend_long)stats.limits[i]);
    }
}

static void set_reading(INTERNAL_FUNCTION_PARAMETERS, bool on)
{
    zend_long id;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(id)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    if (!server) {
        RETURN_FALSE;
    }
    int status = es_server_record(server, id) ? es_server_read(server, id, on) : ES_E_SESSION_NOT_EXIST;
    RETURN_BOOL(status == ES_OK || es_host_fail(status));
}

PHP_METHOD(Swoole_Server, pause)
{
    set_reading(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Swoole_Server, resume)
{
    set_reading(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Swoole_Server, protect)
{
    zend_long id;
    bool on = true;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_LONG(id)
        Z_PARAM_OPTIONAL
        Z_PARAM_BOOL(on)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    es_record_t *record = server ? es_server_record(server, id) : NULL;
    if (!record) {
        RETURN_BOOL(server && es_host_fail(ES_E_SESSION_NOT_EXIST));
    }
    record->protected = on;
    RETURN_TRUE;
}

PHP_METHOD(Swoole_Server, bind)
{
    zend_long id, uid;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_LONG(id)
        Z_PARAM_LONG(uid)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    if (!server) {
        RETURN_FALSE;
    }
    if (uid < INT32_MIN || uid > UINT32_MAX) {
        php_error_docref(NULL, E_WARNING, "uid can not be greater than %u or less than %d", UINT32_MAX, INT32_MIN);
        RETURN_BOOL(es_host_fail(ES_E_INVALID_PARAMS));
    }
    es_record_t *record = es_server_record(server, id);
    if (!record) {
        RETURN_BOOL(es_host_fail(ES_E_SESSION_NOT_EXIST));
    }
    if (record->bound && record->uid != 0) {
        RETURN_FALSE;
    }
    record->uid = uid;
    record->bound = true;
    RETURN_TRUE;
}

PHP_METHOD(Swoole_Server, heartbeat)
{
    bool close = false;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_BOOL(close)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    if (!server || server->settings.heartbeat_check_interval < 1) {
        RETURN_FALSE;
    }
    double before = es_loop_read_clock(&server->loop) - server->settings.heartbeat_idle_time;
    size_t entry = 0;
    es_record_t *record;

    array_init(return_value);
    while ((record = es_session_table_next(&server->sessions, &entry)) != NULL) {
        int64_t id = record->id;

        if (record->closing || record->protected || record->last_recv > before) {
            continue;
        }
        add_next_index_long(return_value, id);
        if (close) {
            es_server_close(server, id, false);
        }
    }
    es_callback_after_nested();
}

PHP_METHOD(Swoole_Server, getLastError)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_LONG(ES_G(last_error));
}
