#include "server/session.h"

#include <string.h>
#include <unistd.h>

#include <netinet/tcp.h>

#include "base/memory.h"

static es_session_t *session_of(es_conn_t *c)
{
    return es_container_of(c, es_session_t, conn);
}

static void on_data(es_conn_t *c, const uint8_t *bytes, size_t len)
{
    es_session_t *s = session_of(c);

    s->last_recv = es_loop_now(c->loop);
    if (s->phase != ES_SESSION_OPEN) {
        es_ws_linger_input(s, bytes, len);
        return;
    }
    if (s->held.len > 0) {
        /* What waits was there first. */
        es_http_hold(s, bytes, len);
        return;
    }
    if (s->protocol == ES_PROTOCOL_HTTP) {
        size_t taken = es_http_input(s, bytes, len);

        bytes += taken;
        len -= taken;
    }
    if (len > 0 && s->protocol == ES_PROTOCOL_WEBSOCKET) {
        es_ws_input(s, bytes, len);
    } else if (len > 0 && s->protocol == ES_PROTOCOL_TCP && es_session_alive(s)) {
        s->server->stats.dispatched++;
        s->server->callbacks->on_receive(s, bytes, len);
    }
}

static void close_by_peer(es_session_t *s, int error)
{
    es_close_t why = {.by = ES_CLOSER_CLIENT, .reset = error != 0};

    s->close_errno = error;
    if (s->protocol == ES_PROTOCOL_WEBSOCKET) {
        why.code = ES_WS_CLOSE_ABNORMAL;
    }
    if (error) {
        s->server->stats.aborted++;
    }
    es_session_close(s, &why);
}

static void on_end(es_conn_t *c, int error)
{
    es_session_t *s = session_of(c);

    if (s->phase != ES_SESSION_OPEN) {
        /* No reply to our close frame will come; what is queued may still be read at the other end. */
        if (error) {
            es_conn_abort(c);
        } else {
            es_conn_finish(c, s->port->settings.websocket_close_timeout);
        }
    } else if (error == 0 && s->protocol == ES_PROTOCOL_HTTP) {
        es_http_input_end(s);
    } else {
        close_by_peer(s, error);
    }
}

static void on_drained(es_conn_t *c)
{
    (void)c;
}

static void on_timeout(es_conn_t *c)
{
    es_session_t *s = session_of(c);

    s->server->stats.timeouts++;
    if (s->phase != ES_SESSION_OPEN) {
        es_conn_abort(c);
        return;
    }
    /* The one limit of an open session: a request that does not become complete. */
    const es_close_t why = {.by = ES_CLOSER_TIMEOUT};

    if (s->request) {
        es_http_refuse(s, 408, NULL, &why);
    } else {
        es_session_close(s, &why);
    }
}

static void on_turn_end(es_conn_t *c)
{
    es_http_resume(session_of(c));
}

static void on_closed(es_conn_t *c)
{
    es_session_t *s = session_of(c);
    es_server_t *server = s->server;

    if (s->phase == ES_SESSION_LINGERING) {
        server->lingering--;
    }
    server->stats.bytes_in += c->bytes_in;
    server->stats.bytes_out += c->bytes_out;
    es_list_remove(&s->link);
    es_http_request_free(s->request);
    es_buffer_destroy(&s->held);
    es_ws_reader_destroy(&s->reader, &s->port->rules);
    es_free((char *)s->close.reason);
    es_free(s);
    es_server_session_gone(server);
}

static const es_conn_callbacks_t conn_callbacks = {
    .on_data = on_data,
    .on_end = on_end,
    .on_drained = on_drained,
    .on_timeout = on_timeout,
    .on_turn_end = on_turn_end,
    .on_closed = on_closed,
};

es_session_t *es_session_accept(es_port_t *port, int fd, const es_address_t *peer)
{
    es_server_t *server = port->server;
    es_session_t *s = es_calloc(1, sizeof(*s));

    s->server = server;
    s->port = port;
    s->peer = *peer;
    s->id = es_session_table_add(&server->sessions, s);
    if (s->id == 0) {
        server->stats.refused++;
        close(fd);
        es_free(s);
        return NULL;
    }
    if (es_conn_init(&s->conn, &server->loop, fd, &es_transport_plain, &conn_callbacks) != ES_OK) {
        es_session_table_remove(&server->sessions, s->id);
        es_free(s);
        return NULL;
    }
    es_list_init(&s->link);
    es_list_append(&server->all, &s->link);
    s->connect_time = s->last_recv = es_loop_now(&server->loop);
    server->stats.accepted++;
    port->connections++;

    const es_port_settings_t *settings = &port->settings;
    if (settings->open_tcp_nodelay && port->type != ES_SOCK_UNIX_STREAM) {
        const int on = 1;

        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    }
    if (settings->open_http_protocol || settings->open_websocket_protocol) {
        s->protocol = ES_PROTOCOL_HTTP;
        if (settings->handshake_timeout > 0) {
            es_timeout_set(&server->loop, &s->conn.timeout, settings->handshake_timeout);
        }
    }
    if (es_port_handles(port, ES_ON_CONNECT)) {
        server->callbacks->on_connect(s);
    }
    return s;
}

/* on_close has returned: the id goes, the connection ends as `close` says. */
static void linger(es_session_t *s)
{
    double timeout = s->port->settings.websocket_close_timeout;

    es_session_table_remove(&s->server->sessions, s->id);
    s->port->connections--;
    s->server->stats.closed++;
    s->server->lingering++;
    s->phase = ES_SESSION_LINGERING;
    if (s->close.reset || s->server->aborted) {
        es_conn_abort(&s->conn);
        return;
    }
    if (s->close.send_frame && s->protocol == ES_PROTOCOL_WEBSOCKET) {
        if (!s->close_sent) {
            es_ws_send_close(s, s->close.code, s->close.reason, s->close.reason_len);
        }
        if (s->close.await_reply) {
            es_conn_read(&s->conn, true);
            es_timeout_set(s->conn.loop, &s->conn.timeout, timeout);
            return;
        }
    }
    es_conn_finish(&s->conn, timeout);
}

int es_session_close(es_session_t *s, const es_close_t *why)
{
    if (s->phase != ES_SESSION_OPEN) {
        return s->phase == ES_SESSION_CLOSING ? ES_E_SESSION_CLOSING : ES_E_SESSION_CLOSED;
    }
    s->phase = ES_SESSION_CLOSING;
    s->close = *why;
    s->close.reason = why->reason_len ? es_strndup(why->reason, why->reason_len) : NULL;
    es_timeout_cancel(&s->conn.timeout);
    s->server->callbacks->on_close(s);
    linger(s);
    return ES_OK;
}

int es_session_may_send(es_session_t *s, size_t len)
{
    if (s->phase != ES_SESSION_OPEN || s->conn.state != ES_CONN_OPEN || s->conn.write_error || s->close_sent) {
        return ES_E_SESSION_CLOSED;
    }
    if (len > (uint64_t)s->server->settings.output_buffer_size) {
        return ES_E_DATA_TOO_LARGE;
    }
    /* A queue that is empty takes any one message, or a large one could never be sent. */
    if (s->conn.out.len > 0 && s->conn.out.len + len > (uint64_t)s->port->settings.socket_buffer_size) {
        s->server->stats.overflows++;
        return ES_E_OUTPUT_OVERFLOW;
    }
    return ES_OK;
}

int es_session_send(es_session_t *s, const void *bytes, size_t len)
{
    int status = es_session_may_send(s, len);

    if (status == ES_OK) {
        s->last_send = es_loop_now(s->conn.loop);
        es_conn_send(&s->conn, bytes, len);
    }
    return status;
}

void es_session_fail(es_session_t *s)
{
    es_close_t why = {.by = ES_CLOSER_ERROR, .from_server = true};

    if (s->phase != ES_SESSION_OPEN) {
        return;
    }
    if (s->protocol == ES_PROTOCOL_WEBSOCKET) {
        why.code = ES_WS_CLOSE_SERVER_ERROR;
        why.send_frame = why.await_reply = true;
        es_session_close(s, &why);
    } else if (s->responding && !s->head_sent) {
        es_http_refuse(s, 500, NULL, &why);
    } else {
        es_session_close(s, &why);
    }
}
