#include <string.h>

#include "server/session.h"

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
        s->server->stats->protocol_errors++;
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
            s->server->callbacks->on_control(s, event);
        } else {
            const es_output_ref_t pong = {.data = event->data, .len = event->len};

            es_ws_push(s, ES_WS_PONG, ES_WS_FLAG_FIN, &pong);
        }
        break;
    case ES_WS_PONG:
        if (settings->open_websocket_pong_frame) {
            s->server->callbacks->on_control(s, event);
        }
        break;
    default:
        if (settings->open_websocket_close_frame) {
            unsigned code;
            const char *reason;
            size_t len;

            if (es_ws_close_parse(event->data, event->len, &code, &reason, &len) == 0) {
                s->server->callbacks->on_control(s, event);
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
        s->server->stats->limits[limit]++;
    } else {
        s->server->stats->protocol_errors++;
    }
    es_log_write(&s->server->log, ES_LOG_DEBUG, "session %lld: WebSocket %u: %s", (long long)s->id, code, text);
    es_session_close(s, &why);
}

/* A token bucket: each frame that counts takes one out, and as many come in per second as are allowed. */
static double refill(es_session_t *s)
{
    const es_port_settings_t *settings = &s->port->settings;
    double now = es_loop_now(s->conn.loop), rate = (double)settings->websocket_rate_limit;
    double burst = settings->websocket_rate_burst > 0 ? (double)settings->websocket_rate_burst : rate;

    s->rate_tokens += (now - s->rate_time) * rate;
    s->rate_time = now;
    if (s->rate_tokens > burst) {
        s->rate_tokens = burst;
    }
    return s->rate_tokens;
}

/* Whether the next frame has to wait. */
static bool must_wait(es_session_t *s)
{
    const es_port_settings_t *settings = &s->port->settings;

    if (settings->websocket_rate_limit == 0 || !settings->websocket_rate_delay || refill(s) >= 1) {
        return false;
    }
    s->server->stats->limits[ES_LIMIT_MESSAGE_RATE]++;
    es_session_throttle(s, (1 - s->rate_tokens) / (double)settings->websocket_rate_limit);
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
    s->rate_tokens -= 1;
    return false;
}

void es_ws_input(es_session_t *s, const uint8_t *bytes, size_t len)
{
    const uint8_t *pos = bytes, *end = bytes + len;
    uint8_t scratch[ES_WS_MAX_CONTROL];
    es_ws_event_t event;

    while (es_session_alive(s) && !(pos < end && must_wait(s))) {
        int result = es_ws_reader_next(&s->reader, &s->port->rules, &pos, end, scratch, &event);

        if (result > 0 && over_rate(s, &event)) {
            if (result == ES_WS_MESSAGE) {
                s->port->rules.ops->free(event.payload);
            }
            fail(s, ES_WS_CLOSE_POLICY, "too many messages", ES_LIMIT_MESSAGE_RATE);
        } else if (result == ES_WS_MESSAGE) {
            s->rec->last_dispatch = s->rec->last_recv;
            s->server->stats->dispatched++;
            es_server_count_request(s->server);
            s->server->callbacks->on_message(s, &event);
        } else if (result == ES_WS_CONTROL) {
            on_control_frame(s, &event);
        } else {
            if (result < 0) {
                fail(s, (unsigned)-result, event.error, event.limit);
            }
            return;
        }
    }
    if (s->phase == ES_SESSION_OPEN && pos < end) {
        /*
         * They came too fast. Or a fatal error ended this process's work; another one may take the session over, with
         * these bytes.
         */
        es_http_hold(s, pos, (size_t)(end - pos));
    } else if (s->phase == ES_SESSION_LINGERING && !s->server->aborted) {
        /* A callback closed it: the peer's close frame may be among the bytes behind. */
        es_ws_linger_input(s, pos, (size_t)(end - pos));
    }
}

void es_ws_linger_input(es_session_t *s, const uint8_t *bytes, size_t len)
{
    const uint8_t *pos = bytes, *end = bytes + len;
    uint8_t scratch[ES_WS_MAX_CONTROL];
    es_ws_event_t event;

    if (s->protocol != ES_PROTOCOL_WEBSOCKET) {
        return;
    }
    for (;;) {
        int result = es_ws_reader_next(&s->reader, &s->port->rules, &pos, end, scratch, &event);

        if (result == ES_WS_MESSAGE) {
            /* Sent before our close frame arrived; on_close has been called, so nobody is there to take it. */
            s->port->rules.ops->free(event.payload);
        } else if (result == ES_WS_CONTROL) {
            if (event.opcode == ES_WS_CLOSE) {
                es_conn_finish(&s->conn, s->port->settings.websocket_close_timeout);
                return;
            }
        } else {
            if (result < 0) {
                es_conn_finish(&s->conn, s->port->settings.websocket_close_timeout);
            }
            return;
        }
    }
}

int es_ws_push(es_session_t *s, uint8_t opcode, uint8_t flags, const es_output_ref_t *ref)
{
    uint8_t header[ES_WS_MAX_HEADER];
    int status = es_session_may_send(s, ref->len);

    if (status != ES_OK) {
        return status;
    }
    s->server->stats->responses++;
    s->close_sent = opcode == ES_WS_CLOSE;
    es_conn_send(&s->conn, header, es_ws_header_write(header, opcode, flags, ref->len, NULL));
    if (ref->release) {
        es_conn_send_ref(&s->conn, ref);
    } else {
        es_conn_send(&s->conn, ref->data, ref->len);
    }
    es_session_queued(s);
    return ES_OK;
}

void es_ws_send_close(es_session_t *s, unsigned code, const char *reason, size_t reason_len)
{
    uint8_t frame[ES_WS_MAX_HEADER + ES_WS_MAX_CONTROL], payload[ES_WS_MAX_CONTROL];
    size_t len = es_ws_close_write(payload, code, reason, reason_len);
    size_t header = es_ws_header_write(frame, ES_WS_CLOSE, ES_WS_FLAG_FIN, len, NULL);

    memcpy(frame + header, payload, len);
    es_conn_send(&s->conn, frame, header + len);
}
