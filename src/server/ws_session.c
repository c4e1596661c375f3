#include <string.h>

#include "base/memory.h"
#include "server/session.h"

/* Bytes of a message that are kept in case the next one is the same. */
#define PACKED_KEPT (64 * 1024)

/* The peer's close frame ends the session: its code comes back to it (RFC 6455 section 5.5.1). */
static void on_close_frame(es_session_t *s, const es_ws_event_t *event)
{
    es_close_t why = {.by = ES_CLOSER_CLIENT, .send_frame = true};
    unsigned code;
    int fault = es_ws_close_parse(event->data, event->len, &code, &why.reason, &why.reason_len);

    if (fault < 0) {
        why.by = ES_CLOSER_ERROR;
        why.reason = "invalid close frame";
        why.reason_len = strlen(why.reason);
        why.code = (uint16_t)-fault;
        s->port->server->stats->protocol_errors++;
    } else {
        why.code = (uint16_t)code;
    }
    es_session_close(s, &why);
}

static void on_control_frame(es_session_t *s, const es_ws_event_t *event)
{
    const es_port_settings_t *settings = &s->port->settings;

    switch (event->opcode) {
    case ES_WS_PING:
        if (settings->open_websocket_ping_frame) {
            s->port->server->callbacks->on_control(s, event);
        } else {
            const es_output_ref_t pong = {.data = event->data, .len = event->len};

            es_ws_push(s, ES_WS_PONG, ES_WS_FLAG_FIN, &pong);
        }
        break;
    case ES_WS_PONG:
        if (settings->open_websocket_pong_frame) {
            s->port->server->callbacks->on_control(s, event);
        }
        break;
    default:
        if (settings->open_websocket_close_frame) {
            unsigned code;
            const char *reason;
            size_t len;

            if (es_ws_close_parse(event->data, event->len, &code, &reason, &len) == 0) {
                s->port->server->callbacks->on_control(s, event);
            }
        }
        if (es_session_alive(s)) {
            on_close_frame(s, event);
        } else if (s->phase == ES_SESSION_LINGERING) {
            /* The callback closed by itself: what that waits for has come already. */
            es_conn_finish(&s->conn, settings->websocket_close_timeout);
        }
    }
}

static void fail(es_session_t *s, unsigned code, const char *text, es_limit_t limit)
{
    const es_close_t why = {
        .by = ES_CLOSER_ERROR, .send_frame = true, .code = (uint16_t)code, .reason = text, .reason_len = strlen(text)};

    if (limit != ES_LIMIT_NONE) {
        s->port->server->stats->limits[limit]++;
    } else {
        s->port->server->stats->protocol_errors++;
    }
    es_log_write(&s->port->server->log, ES_LOG_DEBUG, "session %lld: WebSocket %u: %s", (long long)es_session_id(s),
                 code, text);
    es_session_close(s, &why);
}

/* A token bucket: each frame that counts takes one out, and as many come in per second as are allowed. */
static double refill(es_session_t *s)
{
    const es_port_settings_t *settings = &s->port->settings;
    double now = es_loop_now(s->conn.loop), rate = (double)settings->websocket_rate_limit;
    double burst = settings->websocket_rate_burst > 0 ? (double)settings->websocket_rate_burst : rate;
    es_session_extra_t *extra = es_session_add_extra(s);

    extra->rate_tokens += (now - extra->rate_time) * rate;
    extra->rate_time = now;
    if (extra->rate_tokens > burst) {
        extra->rate_tokens = burst;
    }
    return extra->rate_tokens;
}

/* Whether the next frame has to wait. */
static bool must_wait(es_session_t *s)
{
    const es_port_settings_t *settings = &s->port->settings;

    if (settings->websocket_rate_limit == 0 || !settings->websocket_rate_delay || refill(s) >= 1) {
        return false;
    }
    s->port->server->stats->limits[ES_LIMIT_MESSAGE_RATE]++;
    es_session_throttle(s, (1 - s->extra->rate_tokens) / (double)settings->websocket_rate_limit);
    return true;
}

/* Whether a message or control frame is one too many. A close frame never is. */
static bool over_rate(es_session_t *s, const es_ws_event_t *event)
{
    const es_port_settings_t *settings = &s->port->settings;

    if (settings->websocket_rate_limit == 0 || event->opcode == ES_WS_CLOSE) {
        return false;
    }
    if (!settings->websocket_rate_delay && refill(s) < 1) {
        return true;
    }
    es_session_add_extra(s)->rate_tokens -= 1;
    return false;
}

/* --- the reader: lent to whom something comes from, and left to those whose message is not complete --- */

static void lend_reader(es_session_t *s)
{
    es_server_t *server = s->port->server;

    if (s->reader) {
        return;
    }
    s->reader = server->spare_reader ? server->spare_reader : es_calloc(1, sizeof(*s->reader));
    server->spare_reader = NULL;
    es_ws_reader_accept_deflate(s->reader, &(s->compresses ? s->extra : &es_session_no_extra)->agreement);
}

static void take_reader_back(es_session_t *s)
{
    es_server_t *server = s->port->server;

    if (!es_ws_reader_is_idle(s->reader)) {
        return;
    }
    if (server->spare_reader) {
        es_free(s->reader);
    } else {
        server->spare_reader = s->reader;
    }
    s->reader = NULL;
}

/* @return where it stopped: when the session is to wait, or has ended. Behind a fault nothing is left */
static const uint8_t *read_messages(es_session_t *s, const uint8_t *pos, const uint8_t *end)
{
    uint8_t scratch[ES_WS_MAX_CONTROL];
    es_ws_event_t event;

    while (es_session_alive(s) && !(pos < end && must_wait(s))) {
        int result = es_ws_reader_next(s->reader, &s->port->rules, &pos, end, scratch, &event);

        if (result > 0 && over_rate(s, &event)) {
            if (result == ES_WS_MESSAGE) {
                s->port->rules.ops->free(event.payload);
            }
            fail(s, ES_WS_CLOSE_POLICY, "too many messages", ES_LIMIT_MESSAGE_RATE);
        } else if (result == ES_WS_MESSAGE) {
            s->rec->last_dispatch = s->rec->last_recv;
            s->port->server->stats->dispatched++;
            es_server_count_request(s->port->server);
            s->port->server->callbacks->on_message(s, &event);
            if (s->port->server->state == ES_SERVER_STOPPING) {
                es_conn_schedule(&s->conn); /* that was what it had to stay for */
            }
        } else if (result == ES_WS_CONTROL) {
            on_control_frame(s, &event);
        } else {
            if (result < 0) {
                fail(s, (unsigned)-result, event.error, event.limit);
            }
            return end;
        }
    }
    return pos;
}

void es_ws_input(es_session_t *s, const uint8_t *bytes, size_t len)
{
    const uint8_t *pos, *end = bytes + len;

    lend_reader(s);
    pos = read_messages(s, bytes, end);
    take_reader_back(s);
    if (pos == end) {
        return;
    }
    if (s->phase == ES_SESSION_OPEN) {
        /*
         * They came too fast. Or a fatal error ended this process's work; another one may take the session over, with
         * these bytes.
         */
        es_http_hold(s, pos, (size_t)(end - pos));
    } else if (s->phase == ES_SESSION_LINGERING && !s->port->server->aborted) {
        /* A callback closed it: the peer's close frame may be among the bytes behind. */
        es_ws_linger_input(s, pos, (size_t)(end - pos));
    }
}

/* Reads on for the peer's close frame. @return whether there is nothing more to wait for */
static bool read_to_close(es_session_t *s, const uint8_t *pos, const uint8_t *end)
{
    uint8_t scratch[ES_WS_MAX_CONTROL];
    es_ws_event_t event;

    for (;;) {
        int result = es_ws_reader_next(s->reader, &s->port->rules, &pos, end, scratch, &event);

        if (result == ES_WS_MESSAGE) {
            /* Sent before our close frame arrived; on_close has been called, so nobody is there to take it. */
            s->port->rules.ops->free(event.payload);
        } else if (result != ES_WS_CONTROL) {
            return result < 0;
        } else if (event.opcode == ES_WS_CLOSE) {
            return true;
        }
    }
}

void es_ws_linger_input(es_session_t *s, const uint8_t *bytes, size_t len)
{
    bool over;

    if (s->protocol != ES_PROTOCOL_WEBSOCKET) {
        return;
    }
    lend_reader(s);
    over = read_to_close(s, bytes, bytes + len);
    take_reader_back(s);
    if (over) {
        es_conn_finish(&s->conn, s->port->settings.websocket_close_timeout);
    }
}

/* --- compression --- */

int es_ws_negotiate(es_session_t *s, const es_http_request_t *request, const char **reason)
{
    const es_settings_t *settings = &s->port->server->settings;

    if (!settings->websocket_compression) {
        return 0;
    }
    return es_ws_extension_negotiate(request, settings->websocket_compression_context_takeover,
                                     (uint8_t)settings->websocket_compression_window_bits,
                                     &es_session_add_extra(s)->agreement, reason);
}

void es_ws_write_agreement(es_session_t *s, es_buffer_t *head)
{
    const es_ws_agreement_t *agreement = &es_session_extra(s)->agreement;

    if (agreement->accepted) {
        es_ws_extension_write(head, agreement);
        s->compresses = true;
    }
}

static bool is_compressed(const es_session_t *s, uint8_t opcode, uint8_t flags, size_t len)
{
    return s->compresses && (opcode == ES_WS_TEXT || opcode == ES_WS_BINARY) && (flags & ES_WS_FLAG_FIN) != 0 &&
           len > 0 &&
           ((flags & ES_WS_FLAG_COMPRESS) != 0 ||
            len >= (uint64_t)s->port->server->settings.websocket_compression_min_length);
}

/* Compresses into server->ws_packed, for this client and its window. */
static void pack_for(es_session_t *s, const es_ws_deflate_options_t *options, const es_output_ref_t *ref)
{
    es_ws_packed_t *last = &s->port->server->ws_packed;

    if (!s->extra->deflater) {
        s->extra->deflater = es_ws_deflater_new(options);
    }
    last->packed.len = last->plain.len = 0;
    es_ws_deflate(s->extra->deflater, ref->data, ref->len, SIZE_MAX, &last->packed);
}

/* Compresses into server->ws_packed, for whoever has such a window. @return whether that is shorter */
static bool pack_for_all(es_server_t *server, const es_ws_deflate_options_t *options, const es_output_ref_t *ref)
{
    es_ws_packed_t *last = &server->ws_packed;

    if (last->plain.len == ref->len && last->window_bits == options->window_bits &&
        memcmp(last->plain.data, ref->data, ref->len) == 0) {
        return last->shorter;
    }
    last->packed.len = last->plain.len = 0;
    last->window_bits = options->window_bits;
    last->shorter =
        es_ws_deflate(es_ws_pool_deflater(&server->ws_pool, options), ref->data, ref->len, ref->len - 1, &last->packed);
    if (ref->len <= PACKED_KEPT) {
        es_buffer_append(&last->plain, ref->data, ref->len);
    }
    return last->shorter;
}

/* Queues what is in server->ws_packed. Bytes that nobody else needs leave without a copy. */
static void send_packed(es_session_t *s, uint8_t opcode)
{
    es_ws_packed_t *last = &s->port->server->ws_packed;
    es_buffer_t *packed = &last->packed;
    uint8_t header[ES_WS_MAX_HEADER];

    es_conn_send(&s->conn, header,
                 es_ws_header_write(header, opcode, ES_WS_FLAG_FIN | ES_WS_FLAG_RSV1, packed->len, NULL));
    if (last->plain.len == 0 && packed->len >= ES_OUTPUT_REF_MIN) {
        char *bytes = es_realloc(packed->data, packed->len);
        const es_output_ref_t owned = {.data = bytes, .len = packed->len, .release = es_free, .owner = bytes};

        memset(packed, 0, sizeof(*packed));
        es_conn_send_ref(&s->conn, &owned);
    } else {
        es_conn_send(&s->conn, packed->data, packed->len);
    }
}

/* Queues a compressed message. @return false when that would not be shorter: nothing was queued */
static bool push_compressed(es_session_t *s, uint8_t opcode, const es_output_ref_t *ref)
{
    const es_settings_t *settings = &s->port->server->settings;
    const es_ws_deflate_options_t options = {
        .window_bits = s->extra->agreement.server_bits,
        .level = (uint8_t)settings->websocket_compression_level,
        .mem_level = (uint8_t)settings->websocket_compression_mem_level,
    };
    es_ws_packed_t *last = &s->port->server->ws_packed;
    bool compressed = true;

    if (s->extra->agreement.server_takeover) {
        /* The window has seen the message now, and so must the client's: it goes out even when it is longer. */
        pack_for(s, &options, ref);
    } else {
        compressed = pack_for_all(s->port->server, &options, ref);
    }
    if (compressed) {
        send_packed(s, opcode);
        if (ref->release) {
            ref->release(ref->owner);
        }
    }
    if (last->plain.len == 0 && last->packed.cap > PACKED_KEPT) {
        es_buffer_destroy(&last->packed);
    }
    return compressed;
}

static void push_plain(es_session_t *s, uint8_t opcode, uint8_t flags, const es_output_ref_t *ref)
{
    uint8_t header[ES_WS_MAX_HEADER];

    es_conn_send(&s->conn, header, es_ws_header_write(header, opcode, flags & ES_WS_FLAG_FIN, ref->len, NULL));
    if (ref->release) {
        es_conn_send_ref(&s->conn, ref);
    } else {
        es_conn_send(&s->conn, ref->data, ref->len);
    }
}

int es_ws_push(es_session_t *s, uint8_t opcode, uint8_t flags, const es_output_ref_t *ref)
{
    int status = es_session_may_send(s, ref->len);

    if (status != ES_OK) {
        return status;
    }
    s->port->server->stats->responses++;
    s->close_sent = opcode == ES_WS_CLOSE;
    if (!is_compressed(s, opcode, flags, ref->len) || !push_compressed(s, opcode, ref)) {
        push_plain(s, opcode, flags, ref);
    }
    es_session_queued(s);
    return ES_OK;
}

/* --- one frame for many --- */

bool es_ids_hold(const es_ids_t *ids, int64_t id)
{
    size_t low = 0, high = ids->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (ids->ids[middle] < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < ids->count && ids->ids[low] == id;
}

/* An encoded frame that lives until the last of its connections has sent it. */
typedef struct es_ws_shared {
    unsigned refs;
    size_t len;
    uint8_t bytes[];
} es_ws_shared_t;

static es_ws_shared_t *shared_new(uint8_t opcode, uint8_t flags, const void *payload, size_t len)
{
    es_ws_shared_t *shared = es_malloc(sizeof(*shared) + ES_WS_MAX_HEADER + len);

    shared->refs = 1;
    shared->len = es_ws_header_write(shared->bytes, opcode, flags & ES_WS_FLAG_FIN, len, NULL);
    if (len > 0) {
        memcpy(shared->bytes + shared->len, payload, len);
    }
    shared->len += len;
    return shared;
}

static void shared_release(void *owner)
{
    es_ws_shared_t *shared = owner;

    if (--shared->refs == 0) {
        es_free(shared);
    }
}

static void send_shared(es_session_t *s, es_ws_shared_t *shared)
{
    const es_output_ref_t ref = {.data = shared->bytes, .len = shared->len, .release = shared_release, .owner = shared};

    s->port->server->stats->responses++;
    if (shared->len < ES_OUTPUT_REF_MIN) {
        es_conn_send(&s->conn, shared->bytes, shared->len);
    } else {
        shared->refs++;
        es_conn_send_ref(&s->conn, &ref);
    }
    es_session_queued(s);
}

size_t es_ws_broadcast(es_server_t *server, uint8_t opcode, uint8_t flags, const void *payload, size_t len,
                       const es_ids_t *except)
{
    const es_output_ref_t plain = {.data = payload, .len = len};
    es_ws_shared_t *shared = NULL; /* made for the first one who gets it: a task worker has none */
    size_t count = 0;

    /* Nothing of the host runs in here: the list stays as it is. */
    for (es_list_t *it = server->all.next; it != &server->all; it = it->next) {
        es_session_t *s = es_container_of(it, es_session_t, link);

        if (s->phase != ES_SESSION_OPEN || s->protocol != ES_PROTOCOL_WEBSOCKET ||
            es_ids_hold(except, es_session_id(s))) {
            continue;
        }
        if (is_compressed(s, opcode, flags, len) || opcode == ES_WS_CLOSE) {
            count += es_ws_push(s, opcode, flags, &plain) == ES_OK;
        } else if (es_session_may_send(s, len) == ES_OK) {
            if (!shared) {
                shared = shared_new(opcode, flags, payload, len);
            }
            send_shared(s, shared);
            count++;
        }
    }
    if (shared) {
        shared_release(shared);
    }
    return count;
}

void es_ws_send_close(es_session_t *s, unsigned code, const char *reason, size_t reason_len)
{
    uint8_t frame[ES_WS_MAX_HEADER + ES_WS_MAX_CONTROL], payload[ES_WS_MAX_CONTROL];
    size_t len = es_ws_close_write(payload, code, reason, reason_len);
    size_t header = es_ws_header_write(frame, ES_WS_CLOSE, ES_WS_FLAG_FIN, len, NULL);

    memcpy(frame + header, payload, len);
    es_conn_send(&s->conn, frame, header + len);
}
