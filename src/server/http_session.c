#include <string.h>

#include "proto/http_response.h"
#include "proto/ws_handshake.h"
#include "server/session.h"

/* Bytes that may wait behind a request while its response is due; then reading stops. */
#define HELD_MAX (64 * 1024)

/* Bytes that the head of an answer to a handshake rarely passes. */
#define USUAL_HEAD 384

void es_http_refuse(es_session_t *s, int status, const char *extra, const es_close_t *why)
{
    bool head = s->request ? es_http_request_is_head(s->request) : s->head_request;
    es_buffer_t out = {0};

    es_http_write_error(&out, status, extra, es_server_date(s->port->server), head);
    es_conn_send(&s->conn, out.data, out.len);
    es_buffer_destroy(&out);
    es_session_close(s, why);
}

/* The peer broke the rules of HTTP or of the opening handshake. */
static void refuse_request(es_session_t *s, int status, const char *extra, const char *fault, bool from_server)
{
    const es_close_t why = {
        .by = ES_CLOSER_ERROR, .from_server = from_server, .reason = fault, .reason_len = strlen(fault)};

    if (s->request && s->request->limit != ES_LIMIT_NONE) {
        s->port->server->stats->limits[s->request->limit]++;
    } else {
        s->port->server->stats->protocol_errors++;
    }
    es_log_write(&s->port->server->log, ES_LOG_DEBUG, "session %lld: HTTP %d: %s", (long long)es_session_id(s), status,
                 fault);
    es_http_refuse(s, status, extra, &why);
}

static void become_websocket(es_session_t *s)
{
    es_session_set_protocol(s, ES_PROTOCOL_WEBSOCKET);
    s->rec->ws_status = ES_WS_ACTIVE;
    es_session_watch_idle(s);
    if (s->port->server->state == ES_SERVER_STOPPING) {
        /* Its request was half read when the successor took over: it cannot move any more, and is not cut off later. */
        es_conn_schedule(&s->conn);
    }
}

/* What an answer that refuses a handshake has to say (RFC 6455 section 4.4, RFC 9110 sections 7.8, 15.5.6 and 15.5.22).
 */
static const char *handshake_fields(int status)
{
    switch (status) {
    case 405:
        return "Allow: GET\r\n";
    case 426:
        return "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n";
    default:
        return "Sec-WebSocket-Version: 13\r\n";
    }
}

/* The handshake without the host's help (spec section 3.1, strictly by RFC 6455 section 4.2). */
static void builtin_handshake(es_session_t *s, es_http_request_t *request)
{
    const char *protocol = s->port->settings.websocket_subprotocol;
    const char *origins = s->port->settings.websocket_origins;
    const char *fault = "bad handshake";
    int status = es_ws_handshake_check(request, &fault);
    char accept[ES_WS_ACCEPT_LEN + 1];
    es_buffer_t out = {0};

    if (status == 101 && origins && !es_ws_origin_allowed(request, origins, strlen(origins))) {
        status = 403;
        fault = "Origin is not one of websocket_origins";
    }
    if (status == 101 && es_ws_negotiate(s, request, &fault) < 0) {
        status = 400;
    }
    if (status == 101) {
        const es_http_header_t *key = es_http_request_find(request, "sec-websocket-key");

        if (es_ws_accept_key(&s->port->server->ws_hasher, accept, es_http_request_at(request, key->value),
                             key->value.len) != ES_OK) {
            status = 500;
            fault = "SHA-1 cannot be computed";
        }
    }
    if (status != 101) {
        refuse_request(s, status, handshake_fields(status), fault, true);
        es_http_request_free(request);
        return;
    }
    es_buffer_reserve(&out, USUAL_HEAD);
    es_http_write_status(&out, 101, NULL, 0);
    es_buffer_append_str(&out, "Upgrade: websocket\r\nConnection: Upgrade\r\n");
    es_http_write_field_str(&out, "Sec-WebSocket-Accept", accept);
    es_buffer_append_str(&out, "Sec-WebSocket-Version: 13\r\n");
    if (protocol && es_ws_protocol_offered(request, protocol, strlen(protocol))) {
        es_http_write_field_str(&out, "Sec-WebSocket-Protocol", protocol);
    }
    if (es_port_handles(s->port, ES_ON_BEFORE_HANDSHAKE_RESPONSE)) {
        s->port->server->callbacks->on_before_handshake_response(s, request, &out);
    }
    /* The callback may have closed the session, or answered by itself. */
    if (es_session_alive(s) && s->responding && !s->head_sent) {
        es_ws_write_agreement(s, &out);
        es_buffer_append_str(&out, "Server: " ES_HTTP_SERVER_NAME "\r\n");
        es_http_write_date(&out, es_server_date(s->port->server));
        es_buffer_append_str(&out, "\r\n");
        es_conn_send(&s->conn, out.data, out.len);
        s->responding = false;
        s->port->server->stats->responses++;
        become_websocket(s);
    }
    es_buffer_destroy(&out);
    if (es_session_alive(s) && s->protocol == ES_PROTOCOL_WEBSOCKET && es_port_handles(s->port, ES_ON_OPEN)) {
        s->port->server->callbacks->on_open(s, request);
    } else {
        es_http_request_free(request);
    }
}

/* The host decides; what extensions are spoken is not its business. */
static void custom_handshake(es_session_t *s, es_http_request_t *request)
{
    const char *fault;
    int status = es_ws_negotiate(s, request, &fault);

    if (status < 0) {
        refuse_request(s, -status, NULL, fault, true);
        es_http_request_free(request);
        return;
    }
    s->rec->ws_status = ES_WS_HANDSHAKE;
    s->port->server->callbacks->on_handshake(s, request);
}

static void dispatch(es_session_t *s, es_http_request_t *request)
{
    bool upgrade = s->port->settings.open_websocket_protocol && request->upgrades_websocket;

    es_timeout_cancel(&s->conn.timeout);
    s->exchange++;
    s->responding = true;
    s->head_sent = false;
    s->head_request = es_http_request_is_head(request);
    s->keep_alive = request->keep_alive && s->port->server->state == ES_SERVER_RUNNING;
    s->rec->last_dispatch = s->rec->last_recv;
    s->port->server->stats->dispatched++;
    es_server_count_request(s->port->server);
    if (!es_session_ask_proxy(s, request)) {
        refuse_request(s, 429, NULL, "too many connections of one address", true);
        es_http_request_free(request);
    } else if (upgrade) {
        s->rec->ws_status = ES_WS_CONNECTION;
        if (es_port_handles(s->port, ES_ON_HANDSHAKE)) {
            custom_handshake(s, request);
        } else {
            builtin_handshake(s, request);
        }
    } else if (es_port_handles(s->port, ES_ON_REQUEST)) {
        s->port->server->callbacks->on_request(s, request);
    } else {
        refuse_request(s, 400, NULL, "no request callback, and no upgrade to websocket", true);
        es_http_request_free(request);
    }
}

/* Feeds one request. @return how many bytes were taken */
static size_t feed(es_session_t *s, const uint8_t *bytes, size_t len)
{
    size_t taken = 0;

    if (!s->request) {
        s->request = es_http_request_new(&s->port->http_limits);
        /* The first request's time runs from the accept on. */
        if (s->port->settings.handshake_timeout > 0 && (s->exchange > 0 || es_list_empty(&s->conn.timeout.link))) {
            es_timeout_set(s->conn.loop, &s->conn.timeout, s->port->settings.handshake_timeout);
        }
    }
    int result = es_http_request_feed(s->request, (const char *)bytes, len, &taken);

    if (result < 0) {
        refuse_request(s, -result, NULL, s->request->error, false);
    } else if (result == ES_HTTP_HEAD && s->request->expects_continue) {
        es_conn_send(&s->conn, "HTTP/1.1 100 Continue\r\n\r\n", 25);
    } else if (result == ES_HTTP_COMPLETE) {
        es_http_request_t *request = s->request;

        s->request = NULL;
        dispatch(s, request);
    }
    return taken;
}

void es_http_hold(es_session_t *s, const uint8_t *bytes, size_t len)
{
    es_buffer_t *held = &es_session_add_extra(s)->held;

    es_buffer_append(held, bytes, len);
    s->rec->queued_in = held->len;
    if (held->len > HELD_MAX) {
        es_conn_read(&s->conn, false);
    }
}

size_t es_http_input(es_session_t *s, const uint8_t *bytes, size_t len)
{
    size_t pos = 0;

    s->in_input = true;
    while (pos < len && es_session_alive(s) && s->protocol == ES_PROTOCOL_HTTP) {
        if (s->responding) {
            /* Answers leave in the order of the requests: what is behind this one waits. */
            es_http_hold(s, bytes + pos, len - pos);
            pos = len;
        } else {
            pos += feed(s, bytes + pos, len - pos);
        }
    }
    s->in_input = false;
    return s->protocol == ES_PROTOCOL_WEBSOCKET ? pos : len;
}

void es_http_resume(es_session_t *s)
{
    es_buffer_t held = es_session_extra(s)->held;

    if (!es_session_alive(s) || s->responding || s->throttled) {
        return;
    }
    if (held.len > 0) {
        size_t taken = 0;

        memset(&s->extra->held, 0, sizeof(held));
        s->rec->queued_in = 0;
        if (s->protocol == ES_PROTOCOL_HTTP) {
            taken = es_http_input(s, (const uint8_t *)held.data, held.len);
        }
        if (s->protocol == ES_PROTOCOL_WEBSOCKET && taken < held.len) {
            es_ws_input(s, (const uint8_t *)held.data + taken, held.len - taken);
        }
        es_buffer_destroy(&held);
    }
    if (es_session_alive(s) && !s->conn.reading && !s->paused && !s->throttled &&
        es_session_extra(s)->held.len <= HELD_MAX) {
        es_conn_read(&s->conn, true);
    }
    if (es_session_alive(s) && s->peer_ended) {
        es_http_input_end(s);
    }
}

void es_http_input_end(es_session_t *s)
{
    const es_close_t why = {.by = ES_CLOSER_CLIENT,
                            .code = s->protocol == ES_PROTOCOL_WEBSOCKET ? ES_WS_CLOSE_ABNORMAL : 0};

    s->peer_ended = true;
    /*
     * A client may shut down its side behind a request and still read the answer; one that is waiting for
     * its handshake has gone away.
     */
    if (s->responding && s->rec->ws_status == ES_WS_NONE) {
        s->keep_alive = s->keep_alive && es_session_extra(s)->held.len > 0;
        return;
    }
    es_session_close(s, &why);
}

void es_http_send(es_session_t *s, const void *bytes, size_t len)
{
    s->head_sent = true;
    es_conn_send(&s->conn, bytes, len);
    es_session_queued(s);
}

void es_http_send_ref(es_session_t *s, const es_output_ref_t *ref)
{
    s->head_sent = true;
    es_conn_send_ref(&s->conn, ref);
    es_session_queued(s);
}

void es_http_finish(es_session_t *s, int status, bool keep_alive)
{
    es_close_t why = {.by = ES_CLOSER_SERVER, .from_server = true};

    s->responding = false;
    s->port->server->stats->responses++;
    if (s->rec->ws_status != ES_WS_NONE) {
        if (status == 101) {
            become_websocket(s);
        } else {
            s->rec->ws_status = ES_WS_HANDSHAKE_FAILED;
            es_session_close(s, &why);
            return;
        }
    } else if (!s->keep_alive || !keep_alive) {
        es_session_close(s, &why);
        return;
    }
    if (s->protocol == ES_PROTOCOL_HTTP) {
        es_session_watch_idle(s);
    }
    if (!s->in_input && (es_session_extra(s)->held.len > 0 || s->peer_ended)) {
        es_conn_schedule(&s->conn);
    }
}
