#include "php.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "php_easyswoole.h"
#include "php/host.h"
#include "php/swoole/classes.h"

/* From the server's callbacks to those of user code (spec section 2.2). */

/* Users see a reactor id: the worker's number, or -1 when the server closed the connection (D3). */
#define REACTOR_ID 0

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

static void *payload_alloc(size_t size)
{
    string_request_t r = {.size = size};

    es_callback_guard(make_string, &r);
    return r.string;
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
    return r.done ? r.string : NULL;
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

static void on_start(es_server_t *server)
{
    call_host_event(server, ES_ON_START, NULL);
}

static void on_worker_start(es_server_t *server)
{
    es_host_t *host = host_of(server);
    const zend_long worker_id = 0;

    zend_update_property_long(host->std.ce, &host->std, ZEND_STRL("worker_id"), worker_id);
    zend_update_property_long(host->std.ce, &host->std, ZEND_STRL("worker_pid"), getpid());
    call_host_event(server, ES_ON_WORKER_START, &worker_id);
}

static void on_worker_stop(es_server_t *server)
{
    const zend_long worker_id = 0;

    call_host_event(server, ES_ON_WORKER_STOP, &worker_id);
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

    ZVAL_OBJ_COPY(&args[0], &host_of(s->server)->std);
    ZVAL_LONG(&args[1], s->id);
    ZVAL_LONG(&args[2], REACTOR_ID);
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
    ZVAL_OBJ_COPY(&args[0], &host_of(s->server)->std);
    ZVAL_LONG(&args[1], s->id);
    ZVAL_LONG(&args[2], REACTOR_ID);
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
    ZVAL_OBJ_COPY(&args[0], &host_of(s->server)->std);
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
        ZVAL_OBJ_COPY(&args[0], &host_of(s->server)->std);
        es_callback_call(es_host_port_callback(s->port, ES_ON_OPEN), 2, args, s);
    }
}

typedef struct frame_request {
    const es_ws_event_t *event;
    int64_t id;
    zval frame;
} frame_request_t;

static void make_frame(void *arg)
{
    frame_request_t *r = arg;
    const es_ws_event_t *event = r->event;

    ZVAL_OBJ(&r->frame, es_frame_new(r->id, event->payload, event->opcode, event->flags));
}

static void on_message(es_session_t *s, const es_ws_event_t *event)
{
    es_callback_t *callback = es_host_port_callback(s->port, ES_ON_MESSAGE);
    es_host_t *host = host_of(s->server);
    frame_request_t r = {.event = event, .id = s->id};
    zval args[2];

    if (UNEXPECTED(!callback)) {
        /* A port may do with onReceive (spec section 2.8). */
        call_receive(s, event->payload);
        return;
    }
    if (EXPECTED(host->spare_frame)) {
        make_frame(&r); /* allocates nothing then */
    } else if (!es_callback_guard(make_frame, &r)) {
        return;
    }
    /* One reference is ours: when it is the last, the object serves the next message. */
    ZVAL_OBJ_COPY(&args[0], &host->std);
    ZVAL_COPY(&args[1], &r.frame);
    es_callback_call(callback, 2, args, s);
    es_frame_recycle(Z_OBJ(r.frame));
}

static void make_control_frame(void *arg)
{
    frame_request_t *r = arg;
    const es_ws_event_t *event = r->event;

    if (event->opcode == ES_WS_CLOSE) {
        es_close_frame_new(&r->frame, r->id, event->data, event->len, event->flags);
    } else {
        zend_string *data = zend_string_init((const char *)event->data, event->len, false);

        ZVAL_OBJ(&r->frame, es_frame_new(r->id, data, event->opcode, event->flags));
    }
}

static void on_control(es_session_t *s, const es_ws_event_t *event)
{
    es_callback_t *callback = es_host_port_callback(s->port, ES_ON_MESSAGE);
    frame_request_t r = {.event = event, .id = s->id};
    zval args[2];

    if (callback && es_callback_guard(make_control_frame, &r)) {
        ZVAL_OBJ_COPY(&args[0], &host_of(s->server)->std);
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
    ZVAL_OBJ_COPY(&args[0], &host_of(s->server)->std);
    ZVAL_LONG(&args[1], s->id);
    ZVAL_LONG(&args[2], s->close.from_server ? -1 : REACTOR_ID);
    es_callback_call(callback, 3, args, NULL);
}

const es_server_callbacks_t es_host_server_callbacks = {
    .payload = &payload_ops,
    .on_start = on_start,
    .on_worker_start = on_worker_start,
    .on_worker_stop = on_worker_stop,
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
