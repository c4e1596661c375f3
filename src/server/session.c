#include "server/session.h"

#include <string.h>
#include <unistd.h>

#include <netinet/tcp.h>

#include "base/memory.h"
#include "proto/http_forwarded.h"
#include "server/worker.h"

static es_session_t *session_of(es_conn_t *c)
{
    return es_container_of(c, es_session_t, conn);
}

static void receive(es_session_t *s, const uint8_t *bytes, size_t len)
{
    if (s->phase != ES_SESSION_OPEN) {
        es_ws_linger_input(s, bytes, len);
        return;
    }
    s->rec->last_recv = es_loop_now(s->conn.loop);
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
        s->server->stats->dispatched++;
        es_server_count_request(s->server);
        s->server->callbacks->on_receive(s, bytes, len);
    }
}

static void on_data(es_conn_t *c, const uint8_t *bytes, size_t len)
{
    es_session_t *s = session_of(c);
    es_server_t *server = s->server;
    _Atomic int32_t *status = &server->workers[server->slot].status;

    /* A worker that ends has said so, or its slot's record is its successor's already. */
    if (server->state == ES_SERVER_RUNNING) {
        atomic_store_explicit(status, ES_WORKER_BUSY, memory_order_relaxed);
    }
    receive(s, bytes, len);
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
        s->server->stats->aborted++;
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

static void on_sent(es_conn_t *c)
{
    es_session_t *s = session_of(c);

    es_session_watch_output(s);
    if (s->rec && s->rec->queued_out) {
        queue_changed(s);
    }
}

static void on_timeout(es_conn_t *c)
{
    es_session_timed_out(session_of(c));
}

static void on_turn_end(es_conn_t *c)
{
    es_session_t *s = session_of(c);
    const es_port_settings_t *settings = &s->port->settings;

    es_http_resume(s);
    if (!es_session_alive(s)) {
        return;
    }
    if (s->protocol == ES_PROTOCOL_WEBSOCKET && s->server->state == ES_SERVER_STOPPING) {
        es_worker_end_session(s);
        return;
    }
    if (!s->full && c->out.len >= high_mark(settings)) {
        s->full = true;
        s->server->callbacks->on_buffer_full(s);
    } else if (s->full && c->out.len <= (size_t)settings->buffer_low_watermark) {
        s->full = false;
        s->server->callbacks->on_buffer_empty(s);
    }
}

static void on_closed(es_conn_t *c)
{
    es_session_t *s = session_of(c);
    es_server_t *server = s->server;

    if (s->phase == ES_SESSION_LINGERING) {
        server->lingering--;
    }
    server->stats->bytes_in += c->bytes_in;
    server->stats->bytes_out += c->bytes_out;
    es_list_remove(&s->link);
    es_http_request_free(s->request);
    es_buffer_destroy(&s->held);
    es_ws_reader_destroy(&s->reader, &s->port->rules);
    es_ws_deflater_free(s->deflater);
    es_free((char *)s->close.reason);
    es_free(s->proxy);
    es_free(s);
    es_server_session_gone(server);
}

static const es_conn_callbacks_t conn_callbacks = {
    .on_data = on_data,
    .on_end = on_end,
    .on_sent = on_sent,
    .on_timeout = on_timeout,
    .on_turn_end = on_turn_end,
    .on_closed = on_closed,
};

/* A session around a connection, with or without a history. */
static es_session_t *session_new(es_port_t *port, es_record_t *record, int fd)
{
    es_server_t *server = port->server;
    es_session_t *s = es_calloc(1, sizeof(*s));

    s->server = server;
    s->port = port;
    s->rec = record;
    if (es_conn_init(&s->conn, &server->loop, fd, &es_transport_plain, &conn_callbacks) != ES_OK) {
        es_free(s);
        return NULL;
    }
    es_list_init(&s->link);
    es_list_append(&server->all, &s->link);
    record->worker = server->slot;
    record->pid = (int32_t)getpid();
    record->port = port->index;
    record->socket_fd = fd;
    server->local[es_record_number(&server->sessions, record)] = s;
    return s;
}

void es_session_set_protocol(es_session_t *s, es_protocol_t protocol)
{
    s->protocol = (uint8_t)protocol;
    s->rec->protocol = (uint8_t)protocol;
}

/* The session does not count among the connections of its address any more. */
static void uncount(es_server_t *server, es_record_t *record)
{
    if (record->counted) {
        record->counted = false;
        es_address_table_remove(&server->addresses, &server->sessions, &record->peer);
    }
}

bool es_session_set_peer(es_session_t *s, const es_address_t *peer)
{
    es_server_t *server = s->server;
    int64_t max = server->settings.max_connections_per_ip;

    if (s->rec->counted && memcmp(&s->rec->peer, peer, sizeof(*peer)) == 0) {
        return true;
    }
    uncount(server, s->rec);
    s->rec->peer = *peer;
    /* A trusted proxy has as many connections as it needs. */
    if (max > 0 && !es_networks_hold(&s->port->trusted_proxies, peer)) {
        s->rec->counted = es_address_table_add(&server->addresses, &server->sessions, peer, (uint32_t)max);
        if (!s->rec->counted) {
            server->stats->limits[ES_LIMIT_ADDRESS]++;
            return false;
        }
    }
    return true;
}

/*
 * The list's end is next to us. A hop is taken as the client when all behind it are trusted, since those only tell what
 * they saw; what it says of hops in front of it, anybody could have written. When a hop cannot be read, the nearest one
 * behind it stands for it.
 */
static es_address_t client_of(const es_port_t *port, const es_http_request_t *request, const es_address_t *proxy)
{
    const char *name = port->forwarded ? "forwarded" : "x-forwarded-for", *node;
    es_http_forwarded_t list = {0};
    es_address_t client = *proxy, hop;
    bool known = false;
    size_t len;

    while (es_http_forwarded_next(&list, request, name, &node, &len)) {
        if (!node || !es_address_parse(&hop, node, len)) {
            client = *proxy;
            known = false;
        } else if (!known || !es_networks_hold(&port->trusted_proxies, &hop)) {
            client = hop;
            known = true;
        }
    }
    return client;
}

bool es_session_ask_proxy(es_session_t *s, const es_http_request_t *request)
{
    es_address_t client;

    if (!s->proxy) {
        return true;
    }
    client = client_of(s->port, request, s->proxy);
    return es_session_set_peer(s, &client);
}

/* Whether the other end is a proxy that speaks for others. */
static void recognize_proxy(es_session_t *s)
{
    if (es_networks_hold(&s->port->trusted_proxies, &s->rec->peer)) {
        s->proxy = es_malloc(sizeof(*s->proxy));
        *s->proxy = s->rec->peer;
    }
}

/* Takes a connection back that was never a session for anybody. */
static void refuse(es_session_t *s)
{
    es_record_t *record = s->rec;

    es_session_forget(s);
    es_record_release(&s->server->sessions, record);
}

es_session_t *es_session_accept(es_port_t *port, int fd, const es_address_t *peer)
{
    es_server_t *server = port->server;
    const es_port_settings_t *settings = &port->settings;
    es_record_t *record = es_record_claim(&server->sessions);
    es_session_t *s = record ? session_new(port, record, fd) : NULL;

    if (!s) {
        server->stats->limits[ES_LIMIT_CONNECTIONS]++;
        if (record) {
            es_record_release(&server->sessions, record);
        } else {
            close(fd);
        }
        return NULL;
    }
    if (!es_session_set_peer(s, peer)) {
        refuse(s);
        return NULL;
    }
    recognize_proxy(s);
    record->connect_time = record->last_recv = es_loop_now(&server->loop);
    s->id = es_record_publish(&server->sessions, record);
    server->stats->accepted++;
    atomic_fetch_add(port->connections, 1);
    if (settings->open_tcp_nodelay && port->type != ES_SOCK_UNIX_STREAM) {
        const int on = 1;

        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    }
    if (settings->open_http_protocol || settings->open_websocket_protocol) {
        es_session_set_protocol(s, ES_PROTOCOL_HTTP);
        if (settings->handshake_timeout > 0) {
            es_timeout_set(&server->loop, &s->conn.timeout, settings->handshake_timeout);
        }
    } else {
        es_session_watch_idle(s);
    }
    if (es_port_handles(port, ES_ON_CONNECT)) {
        server->callbacks->on_connect(s);
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
    es_session_t *s = port ? session_new(port, record, fd) : NULL;

    if (!s) {
        if (!port) {
            close(fd);
        }
        return NULL;
    }
    s->id = id;
    s->protocol = record->protocol;
    return s;
}

static void leave_table(es_session_t *s)
{
    es_server_t *server = s->server;

    server->local[es_record_number(&server->sessions, s->rec)] = NULL;
    s->rec = NULL;
}

void es_session_forget(es_session_t *s)
{
    leave_table(s);
    s->phase = ES_SESSION_LINGERING;
    s->server->lingering++;
    es_conn_abort(&s->conn);
}

static void bury(es_server_t *server, es_record_t *record)
{
    es_session_t dead = {.server = server, .port = port_at(server, record->port), .rec = record};

    dead.id = record->id;
    dead.protocol = record->protocol;
    dead.phase = ES_SESSION_CLOSING;
    dead.close.by = ES_CLOSER_ERROR;
    dead.close.code = dead.protocol == ES_PROTOCOL_WEBSOCKET ? ES_WS_CLOSE_ABNORMAL : 0;
    dead.conn.fd = -1;
    record->closing = true;
    server->local[es_record_number(&server->sessions, record)] = &dead;
    server->callbacks->on_close(&dead);
    leave_table(&dead);
    uncount(server, record);
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
    es_record_t *record = s->rec;

    leave_table(s);
    uncount(s->server, record);
    es_record_release(&s->server->sessions, record);
    atomic_fetch_sub(s->port->connections, 1);
    s->server->stats->closed++;
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
    s->rec->closing = true;
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
        s->server->stats->limits[ES_LIMIT_OUTPUT]++;
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
