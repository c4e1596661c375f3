#include "php/host.h"

#include "ext/spl/spl_iterators.h"

#include "php/swoole/classes.h"
#include "php_easyswoole.h"
#include "php_stubs/swoole_websocket_server_arginfo.h"

zend_class_entry *es_ce_Swoole_WebSocket_Server;

/*
 * Whether a session id is that of a WebSocket, for sending; else the last error and a warning (spec section 3.7).
 * One whose handshake is not over is none yet: a frame in front of the 101 would break the client.
 */
static bool is_websocket(const es_server_t *server, zend_long id)
{
    const es_record_t *record = es_server_find(server, id);

    if (UNEXPECTED(!record)) {
        es_host_fail(ES_E_SESSION_NOT_EXIST);
        php_error_docref(NULL, E_WARNING, "session#" ZEND_LONG_FMT " does not exists", id);
        return false;
    }
    if (UNEXPECTED(record->protocol != ES_PROTOCOL_WEBSOCKET)) {
        es_host_fail(ES_E_WS_UNCONNECTED);
        php_error_docref(NULL, E_WARNING,
                         "the connected client of connection[" ZEND_LONG_FMT "] is not a websocket client or closed",
                         id);
        return false;
    }
    return true;
}

static void release_string(void *owner)
{
    zend_string_release(owner);
}

static int push(es_server_t *server, zend_long id, es_frame_args_t *args)
{
    es_output_ref_t ref = {.data = ZSTR_VAL(args->data), .len = ZSTR_LEN(args->data), .owner = args->data};
    int status;

    if (ref.len >= ES_OUTPUT_REF_MIN) {
        ref.release = release_string;
        zend_string_addref(args->data);
    }
    status =
        es_server_push(server, id, (uint8_t)args->opcode, args->flags & (ES_WS_FLAG_FIN | ES_WS_FLAG_COMPRESS), &ref);
    if (status != ES_OK && ref.release) {
        zend_string_release(args->data);
    }
    return status;
}

PHP_METHOD(Swoole_WebSocket_Server, push)
{
    zend_long id, opcode = ES_WS_TEXT;
    zval *data, *flags = NULL;
    es_frame_args_t args;
    int status;

    ZEND_PARSE_PARAMETERS_START(2, 4)
        Z_PARAM_LONG(id)
        Z_PARAM_ZVAL(data)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(opcode)
        Z_PARAM_ZVAL(flags)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    if (!server || !is_websocket(server, id)) {
        RETURN_FALSE;
    }
    if (UNEXPECTED(es_frame_args(&args, data, opcode, flags) != ES_OK)) {
        if (!EG(exception) && args.opcode > ES_WS_PONG) {
            php_error_docref(NULL, E_WARNING, "the maximum value of opcode is %d", ES_WS_PONG);
        }
        RETURN_BOOL(es_host_fail(ES_E_WS_PACK_FAILED));
    }
    status = push(server, id, &args);
    /* NOLINTNEXTLINE(clang-analyzer-unix.Malloc): push() gave back what it took */
    zend_string_release(args.data);
    RETURN_BOOL(EXPECTED(status == ES_OK) || es_host_fail(status));
}

/* Session ids that are being collected. */
typedef struct id_list {
    int64_t *ids;
    size_t count, room;
} id_list_t;

static void add_id(id_list_t *list, zval *id)
{
    if (list->count == list->room) {
        list->room = list->room ? 2 * list->room : 16;
        list->ids = safe_erealloc(list->ids, list->room, sizeof(*list->ids), 0);
    }
    list->ids[list->count++] = zval_get_long(id);
}

static int add_current(zend_object_iterator *iterator, void *list)
{
    zval *id = iterator->funcs->get_current_data(iterator);

    if (id && !EG(exception)) {
        add_id(list, id);
    }
    return EG(exception) ? ZEND_HASH_APPLY_STOP : ZEND_HASH_APPLY_KEEP;
}

static int compare_ids(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

/* The ids of an iterable in ascending order; the caller frees them. Code of the user's may run. */
static id_list_t collect_ids(zval *iterable)
{
    id_list_t list = {0};

    if (iterable && Z_TYPE_P(iterable) == IS_ARRAY) {
        zval *id;

        ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(iterable), id) {
            add_id(&list, id);
        }
        ZEND_HASH_FOREACH_END();
    } else if (iterable && Z_TYPE_P(iterable) == IS_OBJECT) {
        spl_iterator_apply(iterable, (spl_iterator_apply_func_t)add_current, &list);
    }
    if (list.count > 1) {
        qsort(list.ids, list.count, sizeof(*list.ids), compare_ids);
    }
    return list;
}

PHP_METHOD(Swoole_WebSocket_Server, broadcast)
{
    zend_long opcode = ES_WS_TEXT;
    zval *data, *flags = NULL, *except = NULL;
    es_frame_args_t args;
    id_list_t list;

    ZEND_PARSE_PARAMETERS_START(1, 4)
        Z_PARAM_ZVAL(data)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(opcode)
        Z_PARAM_ZVAL(flags)
        Z_PARAM_ITERABLE_OR_NULL(except)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    if (!server) {
        RETURN_LONG(0);
    }
    list = collect_ids(except);
    if (EG(exception) || es_frame_args(&args, data, opcode, flags) != ES_OK) {
        if (!EG(exception)) {
            es_host_fail(ES_E_WS_PACK_FAILED);
            php_error_docref(NULL, E_WARNING, "the opcode is over %d, or the control frame over %d bytes", ES_WS_PONG,
                             ES_WS_MAX_CONTROL);
        }
        RETVAL_LONG(0);
    } else {
        const es_ids_t ids = {list.ids, list.count};

        RETVAL_LONG((zend_long)es_server_broadcast(server, (uint8_t)args.opcode,
                                                   args.flags & (ES_WS_FLAG_FIN | ES_WS_FLAG_COMPRESS),
                                                   ZSTR_VAL(args.data), ZSTR_LEN(args.data), &ids));
        zend_string_release(args.data);
    }
    if (list.ids) {
        efree(list.ids);
    }
}

PHP_METHOD(Swoole_WebSocket_Server, ping)
{
    zend_long id;
    zend_string *data = ZSTR_EMPTY_ALLOC();

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_LONG(id)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(data)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    if (!server || !is_websocket(server, id)) {
        RETURN_FALSE;
    }
    if (ZSTR_LEN(data) > ES_WS_MAX_CONTROL) {
        RETURN_BOOL(es_host_fail(ES_E_WS_PACK_FAILED));
    }
    es_frame_args_t args = {data, ES_WS_PING, ES_WS_FLAG_FIN};
    int status = push(server, id, &args);
    RETURN_BOOL(status == ES_OK || es_host_fail(status));
}

PHP_METHOD(Swoole_WebSocket_Server, disconnect)
{
    zend_long id, code = ES_WS_CLOSE_NORMAL;
    zend_string *reason = NULL;

    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_LONG(id)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(code)
        Z_PARAM_STR_OR_NULL(reason)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    if (!server) {
        RETURN_FALSE;
    }
    if (reason && ZSTR_LEN(reason) > ES_WS_MAX_CONTROL) {
        RETURN_BOOL(es_host_fail(ES_E_WS_PACK_FAILED));
    }
    const es_record_t *record = es_server_find(server, id);
    if (!record || record->protocol != ES_PROTOCOL_WEBSOCKET) {
        es_host_fail(record ? ES_E_WS_UNCONNECTED : ES_E_SESSION_NOT_EXIST);
        php_error_docref(NULL, E_WARNING,
                         "the connected client of connection[" ZEND_LONG_FMT "] is not a websocket client or closed",
                         id);
        RETURN_FALSE;
    }
    int status = es_server_disconnect(server, id, (uint16_t)code, reason ? ZSTR_VAL(reason) : NULL,
                                      reason ? ZSTR_LEN(reason) : 0);
    es_callback_after_nested();
    RETURN_BOOL(status == ES_OK || es_host_fail(status));
}

PHP_METHOD(Swoole_WebSocket_Server, isEstablished)
{
    zend_long id;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(id)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    const es_record_t *record = server ? es_server_find(server, id) : NULL;
    RETURN_BOOL(record && record->protocol == ES_PROTOCOL_WEBSOCKET);
}

PHP_MINIT_FUNCTION(swoole_websocket_server)
{
    es_ce_Swoole_WebSocket_Server = register_class_Swoole_WebSocket_Server(es_ce_Swoole_Http_Server);
    es_ce_Swoole_WebSocket_Server->create_object = es_ce_Swoole_Server->create_object;
    zend_register_class_alias("swoole_websocket_server", es_ce_Swoole_WebSocket_Server);
    return SUCCESS;
}
