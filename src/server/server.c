#include "server/server.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/memory.h"
#include "server/session.h"

/* Connections when the settings name no number, as long as the file limit allows (spec section 2.10). */
#define DEFAULT_MAX_CONNECTION 100000

es_server_t *es_server_new(const es_server_callbacks_t *callbacks, void *user)
{
    es_server_t *server = es_calloc(1, sizeof(*server));

    server->callbacks = callbacks;
    server->user = user;
    server->owner = getpid();
    es_settings_init(&server->settings);
    es_log_init(&server->log);
    es_list_init(&server->all);
    return server;
}

static void port_free(es_port_t *port)
{
    if (port->fd >= 0) {
        close(port->fd);
    }
    if (port->type == ES_SOCK_UNIX_STREAM && port->server->owner == getpid()) {
        unlink(port->host);
    }
    es_port_settings_destroy(&port->settings);
    es_free(port->host);
    es_free(port);
}

void es_server_free(es_server_t *server)
{
    while (server->ports) {
        es_port_t *port = server->ports;

        server->ports = port->next;
        port_free(port);
    }
    es_settings_destroy(&server->settings);
    es_log_destroy(&server->log);
    es_free(server);
}

es_port_t *es_server_listen(es_server_t *server, const char *host, int port, es_sock_type_t type, int *error)
{
    es_port_t **end = &server->ports, *new_port;
    es_port_settings_t settings;
    int index = 0, real_port, fd;

    if (port < 0 || port > 65535) {
        *error = -ES_E_SERVER_INVALID_LISTEN_PORT;
        return NULL;
    }
    es_port_settings_init(&settings);
    fd = es_address_listen(type, host, port, (int)settings.backlog, &real_port);
    if (fd < 0) {
        *error = fd == -ENAMETOOLONG ? -ES_E_NAME_TOO_LONG : -fd;
        return NULL;
    }
    for (; *end; end = &(*end)->next) {
        index++;
    }
    new_port = es_calloc(1, sizeof(*new_port));
    new_port->server = server;
    new_port->index = index;
    new_port->host = es_strndup(host, strlen(host));
    new_port->port = real_port;
    new_port->type = type;
    new_port->fd = fd;
    new_port->settings = settings;
    new_port->sessions = &server->sessions;
    *end = new_port;
    return new_port;
}

size_t es_server_max_connection(const es_server_t *server)
{
    size_t limit = server->settings.max_connection > 0 ? (size_t)server->settings.max_connection : 0;
    struct rlimit files;

    if (limit == 0) {
        limit = DEFAULT_MAX_CONNECTION;
        /* The hard limit: raise_file_limit() makes it ours. */
        if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_max < limit) {
            limit = (size_t)files.rlim_max;
        }
    }
    return limit;
}

/* Every connection is a descriptor: take as many as the system grants. */
static void raise_file_limit(es_server_t *server)
{
    struct rlimit files;

    if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
        rlim_t before = files.rlim_cur;

        files.rlim_cur = files.rlim_max;
        if (setrlimit(RLIMIT_NOFILE, &files) == 0) {
            es_log_write(&server->log, ES_LOG_DEBUG, "file limit raised from %llu to %llu", (unsigned long long)before,
                         (unsigned long long)files.rlim_max);
        }
    }
}

static void on_accept(es_listener_t *l, int fd, const es_address_t *peer)
{
    es_session_accept(es_container_of(l, es_port_t, listener), fd, peer);
}

static void on_exhausted(es_listener_t *l, int error)
{
    es_port_t *port = es_container_of(l, es_port_t, listener);

    es_log_write(&port->server->log, ES_LOG_WARNING, "accepting on %s:%d rests for a second: %s", port->host,
                 port->port, strerror(error));
}

static void on_signal(int signo, void *arg)
{
    es_server_t *server = arg;

    es_log_write(&server->log, ES_LOG_DEBUG, "signal %d: stopping", signo);
    if (server->state == ES_SERVER_STOPPING) {
        es_loop_stop(&server->loop);
    } else {
        es_server_stop(server);
    }
}

static void on_tick(void *arg)
{
    es_server_t *server = arg;

    server->callbacks->on_tick(server);
}

static void on_stop_deadline(es_timeout_t *timeout)
{
    es_loop_stop(&es_container_of(timeout, es_server_t, stop_deadline)->loop);
}

static int write_pid_file(es_server_t *server)
{
    FILE *file = fopen(server->settings.pid_file, "w");

    if (!file || fprintf(file, "%ld", (long)getpid()) < 0 || fclose(file) != 0) {
        snprintf(server->error, sizeof(server->error), "cannot write pid_file %s: %s", server->settings.pid_file,
                 strerror(errno));
        return ES_E_SYSTEM;
    }
    return ES_OK;
}

/* Fixes what the settings say for every port. */
static void prepare_ports(es_server_t *server)
{
    for (es_port_t *port = server->ports; port; port = port->next) {
        if (port != server->ports) {
            /* Ports without set() of their own inherit the primary's; callbacks fall back one by one. */
            if (!port->own_settings) {
                es_port_settings_destroy(&port->settings);
                es_port_settings_copy(&port->settings, &server->ports->settings);
            }
            port->handled |= server->ports->handled;
        }
        port->rules.ops = server->callbacks->payload;
        port->rules.max_message = (uint64_t)port->settings.package_max_length;
        port->rules.max_fragments = (uint32_t)port->settings.websocket_max_fragments;
        port->rules.require_mask = port->settings.websocket_strict;
        port->listener.on_accept = on_accept;
        port->listener.on_exhausted = on_exhausted;
    }
}

static int set_up(es_server_t *server)
{
    es_log_t *log = &server->log;
    int status;

    log->level = (es_log_level_t)server->settings.log_level;
    if (server->settings.log_file) {
        int error = -es_log_open(log, server->settings.log_file);

        if (error) {
            snprintf(server->error, sizeof(server->error), "cannot open log_file %s: %s", server->settings.log_file,
                     strerror(error));
            return ES_E_SYSTEM;
        }
    }
    if (server->settings.pid_file && (status = write_pid_file(server)) != ES_OK) {
        return status;
    }
    raise_file_limit(server);
    prepare_ports(server);
    status = es_loop_init(&server->loop);
    if (status == ES_OK) {
        es_session_table_init(&server->sessions, es_server_max_connection(server));
        server->loop.on_tick = on_tick;
        server->loop.on_tick_arg = server;
        es_timeout_init(&server->stop_deadline, on_stop_deadline);
        status = es_signal_add(&server->loop, &server->on_term, SIGTERM, on_signal, server);
    }
    if (status == ES_OK) {
        status = es_signal_add(&server->loop, &server->on_int, SIGINT, on_signal, server);
    }
    if (status != ES_OK) {
        snprintf(server->error, sizeof(server->error), "cannot make the event loop: %s", strerror(errno));
    }
    return status;
}

static void stop_accepting(es_server_t *server)
{
    for (es_port_t *port = server->ports; port; port = port->next) {
        es_listener_stop(&port->listener);
        if (port->fd >= 0) {
            close(port->fd);
            port->fd = -1;
        }
    }
}

/* Cuts off whatever is left; sessions that still have an id get their on_close. */
static void close_all(es_server_t *server)
{
    const es_close_t why = {.by = ES_CLOSER_SHUTDOWN, .from_server = true, .reset = true};

    es_list_foreach_safe(it, tmp, &server->all) {
        es_session_t *s = es_container_of(it, es_session_t, link);

        if (es_session_close(s, &why) != ES_OK) {
            es_conn_abort(&s->conn);
        }
    }
}

static void tear_down(es_server_t *server)
{
    if (server->loop.base) {
        stop_accepting(server);
        close_all(server);
        server->loop.stopped = true;
        es_loop_run(&server->loop); /* the end of the last turn: frees what was closed */
        es_signal_remove(&server->on_term);
        es_signal_remove(&server->on_int);
        es_timeout_cancel(&server->stop_deadline);
        es_loop_destroy(&server->loop);
        es_session_table_destroy(&server->sessions);
    }
    if (server->settings.pid_file) {
        unlink(server->settings.pid_file);
    }
}

int es_server_run(es_server_t *server)
{
    const es_server_callbacks_t *callbacks = server->callbacks;
    int status = set_up(server);

    if (status != ES_OK) {
        tear_down(server);
        return status;
    }
    server->state = ES_SERVER_RUNNING;
    server->start_time = time(NULL);
    callbacks->on_start(server);
    callbacks->on_worker_start(server);
    for (es_port_t *port = server->ports; port && server->state == ES_SERVER_RUNNING; port = port->next) {
        if (es_listener_start(&port->listener, &server->loop, port->fd) != ES_OK) {
            snprintf(server->error, sizeof(server->error), "cannot accept on %s:%d", port->host, port->port);
            status = ES_E_SYSTEM;
            es_server_abort(server);
        }
    }
    es_loop_run(&server->loop);
    stop_accepting(server);
    close_all(server);
    callbacks->on_worker_stop(server);
    tear_down(server);
    server->state = ES_SERVER_STOPPED;
    callbacks->on_shutdown(server);
    return status;
}

/* Sessions end in their own way: a WebSocket with a closing handshake, an answer that is due goes out first. */
static void close_in_order(es_server_t *server)
{
    es_list_foreach_safe(it, tmp, &server->all) {
        es_session_t *s = es_container_of(it, es_session_t, link);
        es_close_t why = {.by = ES_CLOSER_SHUTDOWN, .from_server = true};

        if (s->protocol == ES_PROTOCOL_WEBSOCKET) {
            why.code = ES_WS_CLOSE_GOING_AWAY;
            why.send_frame = why.await_reply = true;
        } else if (s->responding && s->ws_status == ES_WS_NONE) {
            s->keep_alive = false;
            continue;
        }
        es_session_close(s, &why);
    }
}

void es_server_stop(es_server_t *server)
{
    if (server->state != ES_SERVER_RUNNING) {
        return;
    }
    server->state = ES_SERVER_STOPPING;
    server->callbacks->on_before_shutdown(server);
    if (server->aborted) {
        return;
    }
    stop_accepting(server);
    es_timeout_set(&server->loop, &server->stop_deadline, server->settings.max_wait_time);
    close_in_order(server);
    es_server_session_gone(server);
}

void es_server_abort(es_server_t *server)
{
    server->aborted = true;
    if (server->loop.base) {
        es_loop_stop(&server->loop);
    }
}

void es_server_session_gone(es_server_t *server)
{
    if (server->state == ES_SERVER_STOPPING && es_list_empty(&server->all)) {
        es_loop_stop(&server->loop);
    }
}

es_session_t *es_server_session(const es_server_t *server, int64_t id)
{
    es_session_t *s = server->sessions.slots ? es_session_table_at(&server->sessions, id) : NULL;

    return s && s->id == id ? s : NULL;
}

const char *es_server_date(es_server_t *server)
{
    time_t now = (time_t)es_loop_now(&server->loop);

    if (now != server->date_second) {
        server->date_second = now;
        es_http_date(server->date, now);
    }
    return server->date;
}
