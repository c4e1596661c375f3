#include "php.h"
#include "SAPI.h"
#include "zend_exceptions.h"

#include "php_easyswoole.h"
#include "php_output.h"
#include "php/compat.h"
#include "base/memory.h"
#include "php/host.h"
#include "php/parcel.h"
#include "php/process_loop.h"
#include "php/swoole/classes.h"
#include "server/process.h"

/* From the server's callbacks to those of user code (spec section 2.2). */

static es_host_t *host_of(es_server_t *server)
{
    return server->user;
}

/* --- payloads: zend_strings, whose allocation may hit memory_limit --- */

typedef struct string_request {
    zend_string *string;
    size_t size;
    bool done; /* may be true even when the limit was hit: es_out_of_memory() */
} string_request_t;

static void make_string(void *arg)
{
    string_request_t *r = arg;

    r->string = zend_string_alloc(r->size, false);
}

/* Zend gives memory of this size back to the system and takes it anew for every message. */
#define LARGE_PAGES_FROM (4 * 1024 * 1024)

static zend_string *use_large_pages(zend_string *string, size_t size)
{
    if (UNEXPECTED(size >= LARGE_PAGES_FROM) && string) {
        es_memory_large_pages(string, size);
    }
    return string;
}

static void *payload_alloc(size_t size)
{
    string_request_t r = {.string = es_frame_spare_data(size), .size = size};

    if (EXPECTED(r.string)) {
        return r.string;
    }
    es_callback_guard(make_string, &r);
    return use_large_pages(r.string, size);
}

static void extend_string(void *arg)
{
    string_request_t *r = arg;

    r->string = zend_string_extend(r->string, r->size, false);
    r->done = true;
}

static void *payload_grow(void *payload, size_t used, size_t size)
{
    string_request_t r = {.string = payload, .size = size};

    ZSTR_LEN(r.string) = used;
    es_callback_guard(extend_string, &r);
    return r.done ? use_large_pages(r.string, size) : NULL;
}

static uint8_t *payload_bytes(void *payload)
{
    return (uint8_t *)ZSTR_VAL((zend_string *)payload);
}

static void payload_finish(void *payload, size_t len)
{
    zend_string *string = payload;

    ZSTR_LEN(string) = len;
    ZSTR_VAL(string)[len] = '\0';
    ZSTR_H(string) = 0;
}

static void payload_free(void *payload)
{
    zend_string_release_ex(payload, false);
}

static const es_payload_ops_t payload_ops = {payload_alloc, payload_grow, payload_bytes, payload_finish, payload_free};

/* --- events of the server --- */

static void call_host_event(es_server_t *server, es_host_event_t event, const zend_long *number)
{
    es_host_t *host = host_of(server);
    zval args[2];
    uint32_t argc = 1;

    if (es_callback_is_set(&host->callbacks[event])) {
        ZVAL_OBJ_COPY(&args[0], &host->std);
        if (number) {
            ZVAL_LONG(&args[1], *number);
            argc = 2;
        }
        es_callback_call(&host->callbacks[event], argc, args, NULL);
    }
}

/* Shows in ps what a process of several is there for. Where the system cannot, nobody needs to hear of it. */
static void set_title(es_server_t *server)
{
    static const char *const roles[] = {"", "master", "worker", "task worker", "user process"};
    const char *script = SG(request_info).path_translated;
    int reporting = EG(error_reporting);
    zend_string *title;

    if (!es_server_is_supervised(server)) {
        return;
    }
    title = server->role == ES_ROLE_MASTER
                ? strpprintf(0, "%s: master", script ? script : "php")
                : strpprintf(0, "%s: %s %d", script ? script : "php", roles[server->role], server->slot);
    EG(error_reporting) = 0;
    es_set_process_title(title);
    EG(error_reporting) = reporting;
    zend_string_release(title);
}

/* What the properties of the server object say of the process that reads them. */
static void update_process_properties(es_server_t *server)
{
    zend_object *object = &host_of(server)->std;
    zend_long manager = es_server_is_supervised(server) ? server->master_pid : 0;

    zend_update_property_long(object->ce, object, ZEND_STRL("master_pid"), server->master_pid);
    zend_update_property_long(object->ce, object, ZEND_STRL("manager_pid"), manager);
    if (server->role == ES_ROLE_WORKER || server->role == ES_ROLE_TASK) {
        zend_update_property_long(object->ce, object, ZEND_STRL("worker_id"), server->slot);
        zend_update_property_long(object->ce, object, ZEND_STRL("worker_pid"), getpid());
        zend_update_property_bool(object->ce, object, ZEND_STRL("taskworker"), server->role == ES_ROLE_TASK);
    }
}

static void on_start(es_server_t *server)
{
    update_process_properties(server);
    set_title(server);
    call_host_event(server, ES_ON_START, NULL);
}

static void on_worker_start(es_server_t *server)
{
    const zend_long worker_id = server->slot;

    update_process_properties(server);
    set_title(server);
    call_host_event(server, ES_ON_WORKER_START, &worker_id);
}

static void on_worker_exit(es_server_t *server)
{
    const zend_long worker_id = server->slot;

    /* What user code has in the loop does not hold the worker back: this is its chance to take it out in order. */
    if (es_process_loop_has_residents()) {
        call_host_event(server, ES_ON_WORKER_EXIT, &worker_id);
    }
}

static void on_worker_stop(es_server_t *server)
{
    const zend_long worker_id = server->slot;

    call_host_event(server, ES_ON_WORKER_STOP, &worker_id);
    es_process_signals_clear();
}

static void on_manager_start(es_server_t *server)
{
    call_host_event(server, ES_ON_MANAGER_START, NULL);
}

static void on_manager_stop(es_server_t *server)
{
    call_host_event(server, ES_ON_MANAGER_STOP, NULL);
}

static void on_before_reload(es_server_t *server)
{
    call_host_event(server, ES_ON_BEFORE_RELOAD, NULL);
}

static void on_after_reload(es_server_t *server)
{
    call_host_event(server, ES_ON_AFTER_RELOAD, NULL);
}

static void on_worker_error(es_server_t *server, int slot, int pid, int code, int signo)
{
    es_host_t *host = host_of(server);
    zval args[5];

    if (es_callback_is_set(&host->callbacks[ES_ON_WORKER_ERROR])) {
        ZVAL_OBJ_COPY(&args[0], &host->std);
        ZVAL_LONG(&args[1], slot);
        ZVAL_LONG(&args[2], pid);
        ZVAL_LONG(&args[3], code);
        ZVAL_LONG(&args[4], signo);
        es_callback_call(&host->callbacks[ES_ON_WORKER_ERROR], 5, args, NULL);
    }
}

/* What the parent's script has in its buffers is the parent's to print; random numbers are not to repeat. */
static void on_fork(es_server_t *server)
{
    (void)server;
    es_php_child_init();
    es_process_loop_after_fork();
    php_output_discard_all();
}

static int on_user_process(es_server_t *server, int slot)
{
    es_loop_t *loop = es_host_loop();

    update_process_properties(server);
    set_title(server);
    es_process_die_with_parent();
    if (loop) {
        es_post_open(&server->post, loop, -1);
    }
    return es_host_run_process(host_of(server), slot - server->worker_count - server->task_count);
}

/* --- tasks and messages --- */

static void unpack(void *arg)
{
    void **a = arg;

    es_parcel_unpack(a[0], a[1]);
}

/* Unpacking may run user code (__unserialize). @return false after a fatal error */
static bool unpack_guarded(const es_parcel_t *parcel, zval *into)
{
    void *arg[] = {(void *)parcel, into};
    zval nothing;

    if (!es_callback_guard(unpack, arg)) {
        return false;
    }
    ZVAL_NULL(&nothing);
    es_callback_release(&nothing); /* settles what that threw */
    return true;
}

/* What onTask returns is the result, unless that is null (spec section 1.10). */
static void finish_returned(es_host_t *host, const es_task_t *task, zval *result)
{
    if (Z_TYPE_P(result) != IS_UNDEF && Z_TYPE_P(result) != IS_NULL && !(task->flags & ES_PARCEL_NO_REPLY)) {
        es_parcel_finish(host, task, result);
    }
}

static void on_task(es_server_t *server, const es_parcel_t *parcel)
{
    es_host_t *host = host_of(server);
    es_callback_t *callback = &host->callbacks[ES_ON_TASK];
    es_task_t task = {parcel->id, parcel->from, parcel->flags};
    zval args[4], result, data;

    if (!es_callback_is_set(callback) || !unpack_guarded(parcel, &data)) {
        return;
    }
    ZVAL_OBJ_COPY(&args[0], &host->std);
    host->task = &task;
    if (server->settings.task_use_object) {
        es_server_task_object(&args[1], &task, &data, es_loop_unix_time(&server->loop, es_loop_now(&server->loop)));
        es_callback_call_for(callback, 2, args, NULL, &result);
    } else {
        ZVAL_LONG(&args[1], parcel->id);
        ZVAL_LONG(&args[2], parcel->from);
        ZVAL_COPY_VALUE(&args[3], &data);
        es_callback_call_for(callback, 4, args, NULL, &result);
    }
    if (!ES_G(calls).bailed_out) {
        finish_returned(host, &task, &result);
        es_callback_release(&result);
    }
    host->task = NULL;
}

/* A result that a call waits for. */
static bool give_to_waiting(es_host_t *host, const es_parcel_t *parcel)
{
    for (es_task_wait_t *wait = host->task_wait; wait; wait = wait->outer) {
        for (uint32_t i = 0; i < wait->count; i++) {
            if (wait->ids[i] == parcel->id && Z_TYPE(wait->results[i]) == IS_UNDEF) {
                es_parcel_unpack(parcel, &wait->results[i]);
                wait->done = --wait->left == 0;
                return true;
            }
        }
    }
    return false;
}

static void on_finish(es_server_t *server, const es_parcel_t *parcel)
{
    es_host_t *host = host_of(server);
    es_callback_t *own = zend_hash_index_find_ptr(&host->finish_callbacks, (zend_ulong)parcel->id);
    es_callback_t callback = {0};
    zval args[3];

    if (parcel->flags & ES_PARCEL_WAITS) {
        give_to_waiting(host, parcel); /* one that comes too late is of no use any more */
        return;
    }
    if (own) {
        callback = *own;
        ZVAL_COPY(&callback.callable, &own->callable);
        zend_hash_index_del(&host->finish_callbacks, (zend_ulong)parcel->id);
    } else if (es_callback_is_set(&host->callbacks[ES_ON_FINISH])) {
        callback = host->callbacks[ES_ON_FINISH];
        ZVAL_COPY(&callback.callable, &host->callbacks[ES_ON_FINISH].callable);
    } else {
        php_error_docref(NULL, E_WARNING, "require 'onFinish' callback");
        return;
    }
    if (unpack_guarded(parcel, &args[2])) {
        ZVAL_OBJ_COPY(&args[0], &host->std);
        ZVAL_LONG(&args[1], parcel->id);
        es_callback_call(&callback, 3, args, NULL);
    }
    es_callback_release(&callback.callable);
}

static void on_message_from_process(es_server_t *server, const es_parcel_t *parcel)
{
    es_host_t *host = host_of(server);
    zval args[3];

    if (es_callback_is_set(&host->callbacks[ES_ON_PIPE_MESSAGE]) && unpack_guarded(parcel, &args[2])) {
        ZVAL_OBJ_COPY(&args[0], &host->std);
        ZVAL_LONG(&args[1], parcel->from);
        es_callback_call(&host->callbacks[ES_ON_PIPE_MESSAGE], 3, args, NULL);
    }
}

static bool awaits(es_server_t *server, bool finish, int64_t id)
{
    for (const es_task_wait_t *wait = host_of(server)->task_wait; finish && wait; wait = wait->outer) {
        for (uint32_t i = 0; i < wait->count; i++) {
            if (wait->ids[i] == id) {
                return true;
            }
        }
    }
    return false;
}

static void on_before_shutdown(es_server_t *server)
{
    call_host_event(server, ES_ON_BEFORE_SHUTDOWN, NULL);
}

static void on_shutdown(es_server_t *server)
{
    call_host_event(server, ES_ON_SHUTDOWN, NULL);
}

static void on_tick(es_server_t *server)
{
    (void)server;
    es_callback_honour_interrupt();
}

/* --- events of connections --- */

static void on_connect(es_session_t *s)
{
    zval args[3];

    ZVAL_OBJ_COPY(&args[0], &host_of(s->port->server)->std);
    ZVAL_LONG(&args[1], es_session_id(s));
    ZVAL_LONG(&args[2], s->port->server->slot);
    es_callback_call(es_host_port_callback(s->port, ES_ON_CONNECT), 3, args, s);
}

static void make_receive_data(void *arg)
{
    string_request_t *r = arg;

    r->string = zend_string_init((const char *)r->string, r->size, false);
}

/* Takes over the string. */
static void call_receive(es_session_t *s, zend_string *data)
{
    es_callback_t *callback = es_host_port_callback(s->port, ES_ON_RECEIVE);
    zval args[4];

    if (!callback) {
        zend_string_release_ex(data, false);
        return;
    }
    ZVAL_OBJ_COPY(&args[0], &host_of(s->port->server)->std);
    ZVAL_LONG(&args[1], es_session_id(s));
    ZVAL_LONG(&args[2], s->port->server->slot);
    ZVAL_STR(&args[3], data);
    es_callback_call(callback, 4, args, s);
}

static void on_receive(es_session_t *s, const uint8_t *bytes, size_t len)
{
    string_request_t data = {.string = (zend_string *)bytes, .size = len};

    if (es_callback_guard(make_receive_data, &data)) {
        call_receive(s, data.string);
    }
}

/* What builds the objects of a request may hit memory_limit, too. */
typedef struct exchange {
    es_session_t *session;
    es_http_request_t *request;
    zval *request_object, *response_object;
} exchange_t;

static void make_exchange(void *arg)
{
    exchange_t *e = arg;

    if (e->response_object) {
        es_http_response_object(e->response_object, e->session, e->request);
    }
    es_http_request_object(e->request_object, e->session, e->request);
}

static void call_with_exchange(es_session_t *s, es_http_request_t *request, es_port_event_t event)
{
    zval args[2];
    exchange_t e = {s, request, &args[0], &args[1]};

    if (es_callback_guard(make_exchange, &e)) {
        es_callback_call(es_host_port_callback(s->port, event), 2, args, s);
    }
}

static void on_request(es_session_t *s, es_http_request_t *request)
{
    call_with_exchange(s, request, ES_ON_REQUEST);
}

static void on_handshake(es_session_t *s, es_http_request_t *request)
{
    call_with_exchange(s, request, ES_ON_HANDSHAKE);
}

static void on_before_handshake_response(es_session_t *s, es_http_request_t *request, es_buffer_t *head)
{
    zval args[3], response;
    exchange_t e = {s, es_http_request_ref(request), &args[1], &args[2]};

    if (!es_callback_guard(make_exchange, &e)) {
        return;
    }
    es_http_response_show_head(&args[2], head);
    ZVAL_OBJ_COPY(&args[0], &host_of(s->port->server)->std);
    ZVAL_COPY(&response, &args[2]);
    if (es_callback_call(es_host_port_callback(s->port, ES_ON_BEFORE_HANDSHAKE_RESPONSE), 3, args, s) == ES_CALL_OK) {
        es_http_response_take_head(&response, head);
    }
    es_callback_release(&response);
}

static void on_open(es_session_t *s, es_http_request_t *request)
{
    zval args[2];
    exchange_t e = {s, request, &args[1], NULL};

    if (es_callback_guard(make_exchange, &e)) {
        ZVAL_OBJ_COPY(&args[0], &host_of(s->port->server)->std);
        es_callback_call(es_host_port_callback(s->port, ES_ON_OPEN), 2, args, s);
    }
}

static void prepare_frame(void *arg)
{
    (void)arg;
    es_frame_prepare();
}

static void on_message(es_session_t *s, const es_ws_event_t *event)
{
    es_callback_t *callback = es_host_port_callback(s->port, ES_ON_MESSAGE);
    es_host_t *host = host_of(s->port->server);
    zend_object *frame;
    zval args[2];

    if (UNEXPECTED(!callback)) {
        /* A port may do with onReceive (spec section 2.8). */
        call_receive(s, event->payload);
        return;
    }
    if (UNEXPECTED(!host->spare_frame) && !es_callback_guard(prepare_frame, NULL)) {
        return;
    }
    frame = es_frame_new(es_session_id(s), event->payload, event->opcode, event->flags);
    /* One reference is ours: when it is the last, the object serves the next message. */
    ZVAL_OBJ_COPY(&args[0], &host->std);
    ZVAL_OBJ_COPY(&args[1], frame);
    es_callback_call(callback, 2, args, s);
    es_frame_recycle(frame);
}

typedef struct frame_request {
    const es_ws_event_t *event;
    int64_t id;
    zval frame;
} frame_request_t;

static void make_control_frame(void *arg)
{
    frame_request_t *r = arg;
    const es_ws_event_t *event = r->event;

    if (event->opcode == ES_WS_CLOSE) {
        es_close_frame_new(&r->frame, r->id, event->data, event->len, event->flags);
    } else {
        zend_string *data = zend_string_init((const char *)event->data, event->len, false);

        es_frame_prepare();
        ZVAL_OBJ(&r->frame, es_frame_new(r->id, data, event->opcode, event->flags));
    }
}

static void on_control(es_session_t *s, const es_ws_event_t *event)
{
    es_callback_t *callback = es_host_port_callback(s->port, ES_ON_MESSAGE);
    frame_request_t r = {.event = event, .id = es_session_id(s)};
    zval args[2];

    if (callback && es_callback_guard(make_control_frame, &r)) {
        ZVAL_OBJ_COPY(&args[0], &host_of(s->port->server)->std);
        ZVAL_COPY_VALUE(&args[1], &r.frame);
        es_callback_call(callback, 2, args, s);
    }
}

static void on_close(es_session_t *s)
{
    bool was_websocket = s->protocol == ES_PROTOCOL_WEBSOCKET;
    es_callback_t *callback = NULL;
    zval args[3];

    if (s->port->settings.open_websocket_protocol && !was_websocket) {
        callback = es_host_port_callback(s->port, ES_ON_DISCONNECT);
    }
    if (!callback) {
        callback = es_host_port_callback(s->port, ES_ON_CLOSE);
    }
    if (!callback) {
        return;
    }
    ZVAL_OBJ_COPY(&args[0], &host_of(s->port->server)->std);
    ZVAL_LONG(&args[1], es_session_id(s));
    ZVAL_LONG(&args[2], es_session_extra(s)->close.from_server ? -1 : s->port->server->slot);
    es_callback_call(callback, 3, args, NULL);
}

static void call_buffer_event(es_session_t *s, es_port_event_t event)
{
    es_callback_t *callback = es_host_port_callback(s->port, event);
    zval args[2];

    if (callback) {
        ZVAL_OBJ_COPY(&args[0], &host_of(s->port->server)->std);
        ZVAL_LONG(&args[1], es_session_id(s));
        es_callback_call(callback, 2, args, s);
    }
}

static void on_buffer_full(es_session_t *s)
{
    call_buffer_event(s, ES_ON_BUFFER_FULL);
}

static void on_buffer_empty(es_session_t *s)
{
    call_buffer_event(s, ES_ON_BUFFER_EMPTY);
}

const es_server_callbacks_t es_host_server_callbacks = {
    .payload = &payload_ops,
    .on_start = on_start,
    .on_worker_start = on_worker_start,
    .on_worker_exit = on_worker_exit,
    .on_worker_stop = on_worker_stop,
    .on_manager_start = on_manager_start,
    .on_manager_stop = on_manager_stop,
    .on_before_reload = on_before_reload,
    .on_after_reload = on_after_reload,
    .on_worker_error = on_worker_error,
    .on_fork = on_fork,
    .on_user_process = on_user_process,
    .on_task = on_task,
    .on_finish = on_finish,
    .on_message_from_process = on_message_from_process,
    .awaits = awaits,
    .on_buffer_full = on_buffer_full,
    .on_buffer_empty = on_buffer_empty,
    .on_before_shutdown = on_before_shutdown,
    .on_shutdown = on_shutdown,
    .on_tick = on_tick,
    .on_connect = on_connect,
    .on_receive = on_receive,
    .on_request = on_request,
    .on_handshake = on_handshake,
    .on_before_handshake_response = on_before_handshake_response,
    .on_open = on_open,
    .on_message = on_message,
    .on_control = on_control,
    .on_close = on_close,
};
