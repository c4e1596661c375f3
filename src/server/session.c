#include "server/session.h"

#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "net/tls.h"
#include "proto/proxy_header.h"
#include "server/worker.h"

static bool open_session(es_session_t *s, const es_address_t *peer);
static void read_proxy_header(es_session_t *s, const uint8_t *bytes, size_t len);

const es_session_extra_t es_session_no_extra;

es_session_extra_t *es_session_add_extra(es_session_t *s)
{
    if (!s->extra) {
        s->extra = es_calloc(1, sizeof(*s->extra));
    }
    return s->extra;
}

static es_session_t *session_of(es_conn_t *c)
{
    return es_container_of(c, es_session_t, conn);
}

static void receive(es_session_t *s, const uint8_t *bytes, size_t len)
{
    if (s->phase != ES_SESSION_OPEN) {
        if (s->phase == ES_SESSION_ARRIVING) {
            read_proxy_header(s, bytes, len);
        } else {
            es_ws_linger_input(s, bytes, len);
        }
        return;
    }
    s->rec->last_recv = es_loop_now(s->conn.loop);
    if (es_session_extra(s)->held.len > 0) {
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
        s->port->server->stats->dispatched++;
        es_server_count_request(s->port->server);
        s->port->server->callbacks->on_receive(s, bytes, len);
    }
}

static void on_data(es_conn_t *c, const uint8_t *bytes, size_t len)
{
    es_session_t *s = session_of(c);
    es_server_t *server = s->port->server;
    _Atomic int32_t *status = &server->workers[server->slot].status;

    /* A worker that ends has said so, or its slot's record is its successor's already. */
    if (server->state == ES_SERVER_RUNNING) {
        atomic_store_explicit(status, ES_WORKER_BUSY, memory_order_relaxed);
    }
    server->receiving = s;
    receive(s, bytes, len);
    server->receiving = NULL;
    if (server->state == ES_SERVER_RUNNING) {
        atomic_store_explicit(status, ES_WORKER_IDLE, memory_order_relaxed);
    }
}

static void close_by_peer(es_session_t *s, int error)
{
    es_close_t why = {.by = ES_CLOSER_CLIENT, .reset = error != 0};

    s->rec->close_errno = error;
    if (s->protocol == ES_PROTOCOL_WEBSOCKET) {
        why.code = ES_WS_CLOSE_ABNORMAL;
    }
    if (error) {
        why.reason = strerror(error);
        why.reason_len = strlen(why.reason);
        s->port->server->stats->aborted++;
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

static size_t high_mark(const es_port_settings_t *settings)
{
    return (size_t)(settings->buffer_high_watermark > 0 ? settings->buffer_high_watermark
                                                        : settings->socket_buffer_size / 5 * 4);
}

/* The queue has grown or shrunk. The host hears of its marks at the end of the turn, outside of any other call. */
static void queue_changed(es_session_t *s)
{
    const es_port_settings_t *settings = &s->port->settings;
    size_t queued = s->conn.out.len;

    s->rec->queued_out = queued;
    if (s->full ? queued <= (size_t)settings->buffer_low_watermark : queued >= high_mark(settings)) {
        es_conn_schedule(&s->conn);
    }
}

static void on_sent(es_conn_t *c, size_t sent)
{
    es_session_t *s = session_of(c);

    es_session_watch_output(s, sent);
    if (s->rec && s->rec->queued_out) {
        queue_changed(s);
    }
}

/* --- arriving: nobody knows of the session yet --- */

static void arrival_failed(es_session_t *s, const char *what, const char *why)
{
    char ip[64];

    es_address_text(&es_session_extra(s)->peer, ip, sizeof(ip));
    es_log_write(&s->port->server->log, ES_LOG_DEBUG, "client %s: %s: %s", ip, what, why);
    s->port->server->arriving--;
    s->port->server->lingering++;
    s->phase = ES_SESSION_LINGERING;
}

static void on_secured(es_conn_t *c, const char *failure)
{
    static const char help[] = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/plain\r\n"
                               "Content-Length: 69\r\n\r\n400 Bad Request: this port speaks TLS, "
                               "please use https:// or wss://\n";
    es_session_t *s = session_of(c);

    if (!failure) {
        open_session(s, &es_session_extra(s)->peer);
        return;
    }
    s->port->server->stats->tls_failures++;
    arrival_failed(s, "TLS handshake failed", failure);
    if (es_tls_met_http(c)) {
        es_conn_send(c, help, sizeof(help) - 1);
    }
    es_conn_finish(c, s->port->settings.websocket_close_timeout);
}

/* Its address is known: TLS comes next, or it is open. @return false: it was refused, and closes */
static bool welcome(es_session_t *s, const es_address_t *peer, const void *early, size_t early_len)
{
    s->behind_proxy = es_networks_hold(&s->port->trusted_proxies, peer);
    if (s->behind_proxy || s->port->tls) {
        es_session_add_extra(s)->peer = *peer;
    }
    if (!s->port->tls) {
        return open_session(s, peer);
    }
    if (es_conn_start_tls(&s->conn, s->port->tls, early, early_len) != ES_OK) {
        arrival_failed(s, "TLS handshake failed", "no memory");
        es_conn_abort(&s->conn);
        return false;
    }
    return true;
}

/* Bytes of a client behind a proxy that first says whom it speaks for. */
static void read_proxy_header(es_session_t *s, const uint8_t *bytes, size_t len)
{
    es_session_extra_t *extra = es_session_add_extra(s);
    es_proxy_header_t header;
    es_buffer_t all;
    int size;

    es_buffer_append(&extra->held, bytes, len);
    size = es_proxy_header_parse(&header, (const uint8_t *)extra->held.data, extra->held.len);
    if (size == 0) {
        return;
    }
    if (size < 0) {
        s->port->server->stats->protocol_errors++;
        arrival_failed(s, "no connection", "it does not begin with a PROXY header");
        es_conn_abort(&s->conn);
        return;
    }
    if (header.known) {
        es_address_make(&extra->peer, header.ip, header.port);
    }
    all = extra->held;
    memset(&extra->held, 0, sizeof(all));
    if (welcome(s, &extra->peer, all.data + size, all.len - (size_t)size) && s->rec && all.len > (size_t)size) {
        receive(s, (const uint8_t *)all.data + size, all.len - (size_t)size);
    }
    es_buffer_destroy(&all);
}

static void on_timeout(es_conn_t *c)
{
    es_session_t *s = session_of(c);

    if (s->phase == ES_SESSION_ARRIVING) {
        s->port->server->stats->limits[ES_LIMIT_REQUEST_TIME]++;
        s->port->server->stats->tls_failures += s->conn.tls != NULL;
        arrival_failed(s, s->conn.tls ? "TLS handshake failed" : "no connection", "it took too long");
        es_conn_abort(c);
    } else {
        es_session_timed_out(s);
    }
}

static void on_turn_end(es_conn_t *c)
{
    es_session_t *s = session_of(c);
    const es_port_settings_t *settings = &s->port->settings;

    es_http_resume(s);
    if (!es_session_alive(s)) {
        return;
    }
    if (s->protocol == ES_PROTOCOL_WEBSOCKET && s->port->server->state == ES_SERVER_STOPPING) {
        es_worker_end_session(s);
        return;
    }
    if (!s->full && c->out.len >= high_mark(settings)) {
        s->full = true;
        s->port->server->callbacks->on_buffer_full(s);
    } else if (s->full && c->out.len <= (size_t)settings->buffer_low_watermark) {
        s->full = false;
        s->port->server->callbacks->on_buffer_empty(s);
    }
}

static void on_closed(es_conn_t *c)
{
    es_session_t *s = session_of(c);
    es_server_t *server = s->port->server;

    if (s->phase == ES_SESSION_LINGERING) {
        server->lingering--;
    } else if (s->phase == ES_SESSION_ARRIVING) {
        server->arriving--;
    }
    es_list_remove(&s->link);
    es_http_request_free(s->request);
    if (s->reader) {
        es_ws_reader_destroy(s->reader, &s->port->rules);
        es_free(s->reader);
    }
    if (s->extra) {
        es_buffer_destroy(&s->extra->held);
        es_ws_deflater_free(s->extra->deflater);
        es_free((char *)s->extra->close.reason);
        es_free(s->extra);
    }
    es_free(s);
    es_server_session_gone(server);
}

static const es_conn_callbacks_t conn_callbacks = {
    .on_secured = on_secured,
    .on_data = on_data,
    .on_end = on_end,
    .on_sent = on_sent,
    .on_timeout = on_timeout,
    .on_turn_end = on_turn_end,
    .on_closed = on_closed,
};

/* A session around a connection, with or without a history; it has no record yet. */
static es_session_t *session_new(es_port_t *port, int fd)
{
    es_server_t *server = port->server;
    es_session_t *s = es_calloc(1, sizeof(*s));

    s->port = port;
    if (es_conn_init(&s->conn, &server->loop, fd, &es_transport_plain, &conn_callbacks) != ES_OK) {
        es_free(s);
        return NULL;
    }
    es_list_init(&s->link);
    es_list_append(&server->all, &s->link);
    return s;
}

static void join_table(es_session_t *s, es_record_t *record)
{
    s->phase = ES_SESSION_OPEN;
    s->rec = record;
    record->worker = s->port->server->slot;
    record->pid = (int32_t)s->port->server->pid;
    record->port = s->port->index;
    record->socket_fd = s->conn.fd;
    s->port->server->local[es_record_number(&s->port->server->sessions, record)] = s;
}

void es_session_set_protocol(es_session_t *s, es_protocol_t protocol)
{
    s->protocol = (uint8_t)protocol;
    s->rec->protocol = (uint8_t)protocol;
}

/* From here on the session has an id and everybody knows of it. @return false: it was refused, and closes */
static bool open_session(es_session_t *s, const es_address_t *peer)
{
    es_server_t *server = s->port->server;
    es_port_t *port = s->port;
    const es_port_settings_t *settings = &port->settings;
    es_record_t *record = es_record_claim(&server->sessions);

    if (!record) {
        server->stats->limits[ES_LIMIT_CONNECTIONS]++;
        es_conn_abort(&s->conn);
        return false;
    }
    server->arriving--;
    join_table(s, record);
    if (!es_session_set_client(s, peer)) {
        es_session_forget(s);
        es_record_release(&server->sessions, record);
        return false;
    }
    record->connect_time = record->last_recv = es_loop_now(&server->loop);
    es_record_publish(&server->sessions, record);
    server->stats->accepted++;
    atomic_fetch_add(port->connections, 1);
    if (settings->open_http_protocol || settings->open_websocket_protocol) {
        es_session_set_protocol(s, ES_PROTOCOL_HTTP);
    } else {
        es_timeout_cancel(&s->conn.timeout);
        es_session_watch_idle(s);
    }
    if (es_port_handles(port, ES_ON_CONNECT)) {
        server->callbacks->on_connect(s);
    }
    return true;
}

/* Room for one more, those included that have no id yet. */
static bool has_room(const es_server_t *server)
{
    return es_session_table_count(&server->sessions) + server->arriving < server->sessions.limit;
}

es_session_t *es_session_accept(es_port_t *port, int fd, const es_address_t *peer)
{
    es_server_t *server = port->server;
    const es_port_settings_t *settings = &port->settings;
    es_session_t *s;

    if (!has_room(server)) {
        server->stats->limits[ES_LIMIT_CONNECTIONS]++;
        close(fd);
        return NULL;
    }
    s = session_new(port, fd);
    if (!s) {
        server->stats->limits[ES_LIMIT_CONNECTIONS]++;
        return NULL;
    }
    s->phase = ES_SESSION_ARRIVING;
    server->arriving++;
    if (settings->handshake_timeout > 0) {
        es_timeout_set(&server->loop, &s->conn.timeout, settings->handshake_timeout);
    }
    if (!settings->open_proxy_protocol) {
        return welcome(s, peer, NULL, 0) ? s : NULL;
    }
    es_session_add_extra(s)->peer = *peer;
    if (settings->trusted_proxies && !es_networks_hold(&port->trusted_proxies, peer)) {
        s->port->server->stats->protocol_errors++;
        arrival_failed(s, "no connection", "it is not one of trusted_proxies");
        es_conn_abort(&s->conn);
        return NULL;
    }
    return s;
}

static es_port_t *port_at(es_server_t *server, int index)
{
    es_port_t *port = server->ports;

    while (port && port->index != index) {
        port = port->next;
    }
    return port;
}

es_session_t *es_session_adopt(es_server_t *server, int64_t id, int fd)
{
    es_record_t *record = es_session_table_find(&server->sessions, id);
    es_port_t *port = record ? port_at(server, record->port) : NULL;
    es_session_t *s = port ? session_new(port, fd) : NULL;

    if (!s) {
        if (!port) {
            close(fd);
        }
        return NULL;
    }
    join_table(s, record);
    s->protocol = record->protocol;
    return s;
}

static void leave_table(es_session_t *s)
{
    es_server_t *server = s->port->server;

    server->local[es_record_number(&server->sessions, s->rec)] = NULL;
    s->rec = NULL;
}

void es_session_forget(es_session_t *s)
{
    leave_table(s);
    s->phase = ES_SESSION_LINGERING;
    s->port->server->lingering++;
    es_conn_abort(&s->conn);
}

static void bury(es_server_t *server, es_record_t *record)
{
    static const char reason[] = "the worker died";
    es_session_extra_t extra = {0};
    es_session_t dead = {.port = port_at(server, record->port), .rec = record, .extra = &extra};

    dead.protocol = record->protocol;
    dead.phase = ES_SESSION_CLOSING;
    extra.close.by = ES_CLOSER_ERROR;
    extra.close.code = dead.protocol == ES_PROTOCOL_WEBSOCKET ? ES_WS_CLOSE_ABNORMAL : 0;
    extra.close.reason = reason;
    extra.close.reason_len = sizeof(reason) - 1;
    dead.conn.fd = -1;
    record->closing = true;
    server->local[es_record_number(&server->sessions, record)] = &dead;
    server->callbacks->on_close(&dead);
    leave_table(&dead);
    es_session_uncount(server, record);
    es_record_release(&server->sessions, record);
    atomic_fetch_sub(dead.port->connections, 1);
    server->stats->closed++;
}

void es_session_bury_orphans(es_server_t *server, pid_t except)
{
    es_record_t *record;
    size_t entry = 0;

    while (!server->aborted && (record = es_session_table_next(&server->sessions, &entry)) != NULL) {
        if (record->worker == server->slot && record->pid != (int32_t)except &&
            !server->local[es_record_number(&server->sessions, record)]) {
            bury(server, record);
        }
    }
}

void es_session_read(es_session_t *s, bool on)
{
    if (s->phase == ES_SESSION_OPEN) {
        s->paused = !on;
        es_conn_read(&s->conn, on && !s->throttled);
    }
}

/* on_close has returned: the id goes, the connection ends as `close` says. */
static void linger(es_session_t *s)
{
    double timeout = s->port->settings.websocket_close_timeout;
    const es_close_t *close = &s->extra->close;
    es_record_t *record = s->rec;

    leave_table(s);
    es_session_uncount(s->port->server, record);
    es_record_release(&s->port->server->sessions, record);
    atomic_fetch_sub(s->port->connections, 1);
    s->port->server->stats->closed++;
    s->port->server->lingering++;
    s->phase = ES_SESSION_LINGERING;
    if (close->reset || s->port->server->aborted) {
        es_conn_abort(&s->conn);
        return;
    }
    if (close->send_frame && s->protocol == ES_PROTOCOL_WEBSOCKET) {
        if (!s->close_sent) {
            es_ws_send_close(s, close->code, close->reason, close->reason_len);
        }
        if (close->await_reply) {
            es_conn_read(&s->conn, true);
            es_timeout_set(s->conn.loop, &s->conn.timeout, timeout);
            return;
        }
    }
    es_conn_finish(&s->conn, timeout);
}

int es_session_close(es_session_t *s, const es_close_t *why)
{
    es_close_t *close;

    if (s->phase != ES_SESSION_OPEN) {
        return s->phase == ES_SESSION_CLOSING ? ES_E_SESSION_CLOSING : ES_E_SESSION_CLOSED;
    }
    s->phase = ES_SESSION_CLOSING;
    s->rec->closing = true;
    close = &es_session_add_extra(s)->close;
    *close = *why;
    close->reason = why->reason_len ? es_strndup(why->reason, why->reason_len) : NULL;
    es_timeout_cancel(&s->conn.timeout);
    s->port->server->callbacks->on_close(s);
    linger(s);
    return ES_OK;
}

int es_session_may_send(es_session_t *s, size_t len)
{
    if (s->phase != ES_SESSION_OPEN || s->conn.state != ES_CONN_OPEN || s->conn.write_error || s->close_sent) {
        return ES_E_SESSION_CLOSED;
    }
    if (len > (uint64_t)s->port->server->settings.output_buffer_size) {
        return ES_E_DATA_TOO_LARGE;
    }
    /* A queue that is empty takes any one message, or a large one could never be sent. */
    if (s->conn.out.len > 0 && s->conn.out.len + len > (uint64_t)s->port->settings.socket_buffer_size) {
        s->port->server->stats->limits[ES_LIMIT_OUTPUT]++;
        return ES_E_OUTPUT_OVERFLOW;
    }
    return ES_OK;
}

int es_session_send(es_session_t *s, const void *bytes, size_t len)
{
    int status = es_session_may_send(s, len);

    if (status == ES_OK) {
        es_conn_send(&s->conn, bytes, len);
        es_session_queued(s);
    }
    return status;
}

void es_session_queued(es_session_t *s)
{
    s->rec->last_send = es_loop_now(s->conn.loop);
    queue_changed(s);
}

void es_session_fail(es_session_t *s)
{
    static const char reason[] = "internal error"; /* what threw is nobody else's business */
    es_close_t why = {.by = ES_CLOSER_ERROR, .from_server = true, .reason = reason, .reason_len = sizeof(reason) - 1};

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
