#include "server/worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <netinet/tcp.h>

#include "base/memory.h"
#include "server/handover.h"
#include "server/mail.h"
#include "server/session.h"
#include "server/supervisor.h"
#include "server/system.h"

/* What a worker has beside the server itself; lives as long as it runs. */
struct es_worker {
    es_server_t *server;
    es_signal_t on_term, on_int, on_usr1, on_usr2, on_hup, on_log, on_winch, on_pipe;
    es_watch_t control;    /* the master's word, or its end */
    es_watch_t successor;  /* waits until that is ready */
    int handover;          /* owned; socket to the successor; -1: none */
    es_timeout_t deadline; /* of a graceful end */
    bool starting;         /* on_worker_start is running */
    bool retiring;         /* a successor was asked for, or the end while starting */
    bool replaced;         /* a successor has taken over */
};

static es_worker_t *worker_of(es_server_t *server)
{
    return server->worker;
}

/* --- listening --- */

static void on_accept(es_listener_t *l, int fd, const es_address_t *peer)
{
    es_session_accept(es_container_of(l, es_port_t, listener), fd, peer);
}

static void on_exhausted(es_listener_t *l, int error)
{
    es_port_t *port = es_container_of(l, es_port_t, listener);
    es_server_t *server = port->server;

    if (error) {
        server->stats->limits[ES_LIMIT_DESCRIPTORS]++;
        es_log_write(&server->log, ES_LOG_WARNING, "cannot accept on %s:%d, trying again every second: %s", port->host,
                     port->port, strerror(error));
    } else {
        es_log_write(&server->log, ES_LOG_NOTICE, "accepting on %s:%d again", port->host, port->port);
    }
}

static void on_rate(es_listener_t *l)
{
    es_container_of(l, es_port_t, listener)->server->stats->limits[ES_LIMIT_ACCEPT_RATE]++;
}

static int start_accepting(es_server_t *server)
{
    for (es_port_t *port = server->ports; port; port = port->next) {
        int fd = es_port_fd(port, server->slot);

        if (port->settings.open_tcp_nodelay && port->type != ES_SOCK_UNIX_STREAM) {
            const int on = 1;

            setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)); /* what it accepts inherits that */
        }
        port->listener.on_accept = on_accept;
        port->listener.on_exhausted = on_exhausted;
        port->listener.on_rate = on_rate;
        port->listener.rate = (double)port->settings.max_accept_rate / server->worker_count;
        if (es_listener_start(&port->listener, &server->loop, fd) != ES_OK) {
            snprintf(server->error, sizeof(server->error), "cannot accept on %s:%d", port->host, port->port);
            return ES_E_SYSTEM;
        }
    }
    return ES_OK;
}

static void stop_accepting(es_server_t *server)
{
    for (es_port_t *port = server->ports; port; port = port->next) {
        es_listener_stop(&port->listener);
    }
}

/* --- handing over --- */

/*
 * Moves every session that can move to the successor. What cannot (an answer that is due, a request that is half
 * read) stays and is finished here, within max_wait_time.
 * @return false when the successor was lost on the way
 */
static bool hand_over(es_server_t *server)
{
    es_worker_t *worker = worker_of(server);
    size_t moved = 0;
    bool complete = true;

    es_watch_stop(&worker->successor);
    stop_accepting(server);
    es_post_close(&server->post, server->settings.max_wait_time);
    es_list_foreach_safe(it, tmp, &server->all) {
        es_session_t *s = es_container_of(it, es_session_t, link);

        if (complete && es_handover_possible(s)) {
            complete = es_handover_give(worker->handover, s);
            moved += complete;
        }
    }
    if (complete) {
        es_handover_end(worker->handover);
    }
    close(worker->handover);
    worker->handover = -1;
    es_log_write(&server->log, ES_LOG_DEBUG, "worker %d handed over %zu sessions", server->slot, moved);
    return complete;
}

static void on_successor(es_watch_t *watch, bool readable, bool writable)
{
    es_worker_t *worker = es_container_of(watch, es_worker_t, successor);
    es_server_t *server = worker->server;
    char ready;
    int fd;

    (void)readable;
    (void)writable;
    if (es_recv_fd(worker->handover, &ready, 1, &fd) != 1) {
        /* It did not get going: serve on. */
        es_watch_stop(watch);
        close(worker->handover);
        worker->handover = -1;
        return;
    }
    if (hand_over(server)) {
        worker->replaced = true;
        es_worker_stop(server);
    } else if (server->state == ES_SERVER_RUNNING &&
               (es_mail_open(server) != ES_OK || start_accepting(server) != ES_OK)) {
        es_server_abort(server);
    }
}

static void on_control(es_watch_t *watch, bool readable, bool writable)
{
    es_worker_t *worker = es_container_of(watch, es_worker_t, control);
    es_server_t *server = worker->server;
    es_control_t control;
    int fd;

    (void)readable;
    (void)writable;
    if (es_recv_fd(server->control, &control, sizeof(control), &fd) <= 0) {
        /* The master is gone, killed maybe: nobody looks after this process any more. */
        es_watch_stop(watch);
        es_log_write(&server->log, ES_LOG_ERROR, "the master is gone: worker %d ends", server->slot);
        es_worker_stop(server);
        return;
    }
    if (control.type == ES_CONTROL_ORPHANS) {
        es_session_bury_orphans(server, 0);
    }
    if (control.type == ES_CONTROL_RENEW) {
        es_server_renew_tls(server);
    }
    if (control.type == ES_CONTROL_HANDOVER && fd >= 0) {
        if (worker->handover >= 0) {
            close(worker->handover);
        }
        worker->handover = fd;
        worker->successor.ready = on_successor;
        es_watch_set(&server->loop, &worker->successor, fd, true, false);
    } else if (fd >= 0) {
        close(fd);
    }
}

/* After a fatal error nothing of the host runs any more, but its sessions can still be saved. */
static void hand_over_dying(es_server_t *server)
{
    es_worker_t *worker = worker_of(server);
    const int patience = (int)(server->settings.max_wait_time * 1000) + 1000;
    struct pollfd ready;
    es_control_t control;
    char word;
    int fd = -1;

    if (es_list_empty(&server->all)) {
        return;
    }
    if (worker->handover < 0) {
        struct pollfd answer = {server->control, POLLIN, 0};

        es_supervisor_tell(server, ES_CONTROL_REPLACE, false);
        while (fd < 0) { /* something else may have been said before */
            if (poll(&answer, 1, patience) <= 0 ||
                es_recv_fd(server->control, &control, sizeof(control), &fd) != (long)sizeof(control)) {
                return;
            }
        }
        worker->handover = fd;
    }
    ready = (struct pollfd){worker->handover, POLLIN, 0};
    if (poll(&ready, 1, patience) > 0 && es_recv_fd(worker->handover, &word, 1, &fd) == 1) {
        worker->replaced = hand_over(server);
    }
}

void es_worker_retire(es_server_t *server)
{
    es_worker_t *worker = worker_of(server);

    if (server->state != ES_SERVER_RUNNING || worker->retiring) {
        return;
    }
    if (server->control < 0) {
        es_worker_stop(server);
        return;
    }
    worker->retiring = true;
    if (worker->starting) {
        return; /* it never gets going: the master makes another one, if need be later and later */
    }
    es_supervisor_tell(server, ES_CONTROL_REPLACE, false);
    if (server->role != ES_ROLE_WORKER) {
        es_worker_stop(server);
    }
}

/* --- ending --- */

/* Sessions end in their own way: a WebSocket with a closing handshake, an answer that is due goes out first. */
void es_worker_end_session(es_session_t *s)
{
    const es_worker_t *worker = worker_of(s->port->server);
    es_close_t why = {.by = ES_CLOSER_SHUTDOWN, .from_server = true};

    if (s->protocol == ES_PROTOCOL_WEBSOCKET && worker->replaced && s->reader && es_ws_reader_inflating(s->reader)) {
        return; /* the server goes on, so it is to have its message */
    }
    if (s->protocol == ES_PROTOCOL_WEBSOCKET) {
        why.code = worker->replaced ? ES_WS_CLOSE_SERVICE_RESTART : ES_WS_CLOSE_GOING_AWAY;
        why.send_frame = why.await_reply = true;
    } else if (s->responding && s->rec->ws_status == ES_WS_NONE) {
        s->keep_alive = false;
        return;
    } else if (worker->replaced && (s->request || (s->conn.tls && s->protocol == ES_PROTOCOL_HTTP && !s->exchange))) {
        return; /* the server goes on, so it is to have its answer */
    }
    es_session_close(s, &why);
}

static void close_in_order(es_server_t *server)
{
    es_list_foreach_safe(it, tmp, &server->all) {
        es_session_t *s = es_container_of(it, es_session_t, link);

        if (s->phase == ES_SESSION_OPEN) {
            es_worker_end_session(s);
        } else if (s->phase == ES_SESSION_ARRIVING && !worker_of(server)->replaced) {
            es_conn_abort(&s->conn);
        }
    }
}

/* Cuts off whatever is left; sessions that still have an id get their on_close. */
static void close_all(es_server_t *server)
{
    const es_close_t why = {.by = ES_CLOSER_SHUTDOWN, .from_server = true, .reset = true};

    es_list_foreach_safe(it, tmp, &server->all) {
        es_session_t *s = es_container_of(it, es_session_t, link);

        if (server->aborted && server->control >= 0 && s->phase == ES_SESSION_OPEN) {
            es_session_forget(s); /* the host cannot hear of its end any more; it does in the next process */
        } else if (es_session_close(s, &why) != ES_OK) {
            es_conn_abort(&s->conn);
        }
    }
}

static void on_deadline(es_timeout_t *timeout)
{
    es_loop_stop(&es_container_of(timeout, es_worker_t, deadline)->server->loop);
}

void es_worker_stop(es_server_t *server)
{
    es_worker_t *worker = worker_of(server);

    if (server->state != ES_SERVER_RUNNING) {
        return;
    }
    server->state = ES_SERVER_STOPPING;
    if (!worker->replaced) {
        atomic_store(&server->workers[server->slot].status, ES_WORKER_EXIT);
    }
    if (server->control < 0) {
        server->callbacks->on_before_shutdown(server);
    }
    if (server->aborted) {
        return;
    }
    stop_accepting(server);
    if (server->control >= 0 && !worker->replaced) {
        es_server_close_ports(server); /* while one process has them, the kernel still takes connections */
    }
    es_timeout_set(&server->loop, &worker->deadline, server->settings.max_wait_time);
    close_in_order(server);
    if (!server->aborted) {
        server->callbacks->on_worker_exit(server);
    }
    es_server_session_gone(server);
}

/* --- life --- */

static void on_stop_signal(int signo, void *arg)
{
    es_server_t *server = arg;

    es_log_write(&server->log, ES_LOG_DEBUG, "signal %d: worker %d ends", signo, server->slot);
    if (server->state == ES_SERVER_STOPPING) {
        es_loop_stop(&server->loop);
    } else {
        es_worker_stop(server);
    }
}

static void on_log_signal(int signo, void *arg)
{
    (void)signo;
    es_server_reopen_log(arg);
}

static void on_hup_signal(int signo, void *arg)
{
    (void)signo;
    es_server_renew_tls_at_hup(arg);
}

/* Signals that are the master's business, which ctrl-C and the like send to the whole group. */
static void on_ignored(int signo, void *arg)
{
    (void)signo;
    (void)arg;
}

static void on_tick(void *arg)
{
    es_server_t *server = arg;

    server->callbacks->on_tick(server);
}

static int set_up_signals(es_server_t *server)
{
    es_worker_t *worker = worker_of(server);
    bool child = server->control >= 0;
    const struct {
        es_signal_t *signal;
        int signo;
        void (*caught)(int, void *);
    } signals[] = {
        {&worker->on_term, SIGTERM, on_stop_signal},
        {&worker->on_int, SIGINT, child ? on_ignored : on_stop_signal},
        {&worker->on_winch, SIGWINCH, on_log_signal},
#ifdef SIGRTMIN
        {&worker->on_log, SIGRTMIN, on_log_signal},
#endif
        {&worker->on_usr1, SIGUSR1, on_ignored},
        {&worker->on_usr2, SIGUSR2, on_ignored},
        {&worker->on_hup, SIGHUP, child ? on_ignored : on_hup_signal},
    };

    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
        if (es_signal_add(&server->loop, signals[i].signal, signals[i].signo, signals[i].caught, server) != ES_OK) {
            return ES_E_SYSTEM;
        }
    }
    return ES_OK;
}

static int set_up(es_server_t *server)
{
    es_worker_t *worker = worker_of(server);
    int status = es_loop_init(&server->loop);

    server->pid = getpid();
    if (status == ES_OK) {
        server->loop.traffic = &server->stats->traffic;
        server->loop.on_tick = on_tick;
        server->loop.on_tick_arg = server;
        es_timeout_init(&worker->deadline, on_deadline);
        status = set_up_signals(server);
    }
    if (status == ES_OK && server->control >= 0) {
        worker->control.ready = on_control;
        status = es_watch_set(&server->loop, &worker->control, server->control, true, false);
    }
    if (status != ES_OK) {
        snprintf(server->error, sizeof(server->error), "cannot make the event loop: %s", strerror(errno));
    }
    return status;
}

/* A child is as good as gone: what the master still sends must not make that look like a violent death. */
static void ignore_signals(es_server_t *server)
{
    const int signals[] = {SIGTERM, SIGINT, SIGUSR1, SIGUSR2, SIGHUP, SIGWINCH};

    for (size_t i = 0; server->control >= 0 && i < sizeof(signals) / sizeof(signals[0]); i++) {
        signal(signals[i], SIG_IGN);
    }
#ifdef SIGRTMIN
    if (server->control >= 0) {
        signal(SIGRTMIN, SIG_IGN);
    }
#endif
}

static void tear_down(es_server_t *server)
{
    sigset_t all, before;

    es_worker_t *worker = worker_of(server);
    es_signal_t *const signals[] = {&worker->on_term, &worker->on_int,   &worker->on_usr1, &worker->on_usr2,
                                    &worker->on_hup,  &worker->on_winch, &worker->on_log};

    if (server->loop.base) {
        stop_accepting(server);
        close_all(server);
        server->loop.stopped = true;
        es_loop_run(&server->loop); /* the end of the last turn: frees what was closed */
        es_watch_stop(&worker->control);
        es_watch_stop(&worker->successor);
        es_timeout_cancel(&worker->deadline);
        sigfillset(&all);
        sigprocmask(SIG_SETMASK, &all, &before);
        for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
            es_signal_remove(signals[i]);
        }
        ignore_signals(server);
        sigprocmask(SIG_SETMASK, &before, NULL);
        es_post_close(&server->post, 1);
        es_loop_destroy(&server->loop);
    }
    if (worker->handover >= 0) {
        close(worker->handover);
    }
}

static bool take_over(es_server_t *server, int handover)
{
    es_worker_record_t *record = &server->workers[server->slot];

    if (handover >= 0) {
        es_handover_ready(handover);
        es_handover_take(server, handover);
    }
    atomic_store(&record->pid, (int32_t)server->pid);
    atomic_store(&record->status, ES_WORKER_IDLE);
    if (server->role == ES_ROLE_WORKER) {
        es_session_bury_orphans(server, server->predecessor);
    }
    return es_mail_open(server) == ES_OK && (server->role != ES_ROLE_WORKER || start_accepting(server) == ES_OK);
}

static void serve(es_server_t *server, int handover)
{
    if (!take_over(server, handover)) {
        es_server_abort(server);
    }
    if (!server->aborted) {
        es_loop_run(&server->loop);
    }
}

/* Not all workers are to be replaced at the same time, so a random part of the grace is added. */
static void limit_requests(es_server_t *server)
{
    const es_settings_t *settings = &server->settings;
    uint64_t noise = (uint64_t)getpid() * UINT64_C(0x9e3779b97f4a7c15) >> 33;

    server->requests_left = 0;
    if (server->control < 0) {
        return; /* nobody would replace it */
    }
    if (server->role == ES_ROLE_TASK) {
        server->requests_left = settings->task_max_request;
    } else if (settings->max_request > 0) {
        server->requests_left = settings->max_request + (int64_t)(noise % (uint64_t)(settings->max_request_grace + 1));
    }
}

static void start(es_server_t *server, int handover)
{
    es_worker_t *worker = worker_of(server);

    if (server->control < 0) {
        server->callbacks->on_start(server);
    }
    if (handover < 0 && es_mail_open(server) != ES_OK) {
        es_server_abort(server); /* otherwise the predecessor still reads the mail */
    }
    es_become_user(server);
    limit_requests(server);
    worker->starting = true;
    server->callbacks->on_worker_start(server);
    worker->starting = false;
}

int es_worker_run(es_server_t *server, int handover, const sigset_t *mask)
{
    es_worker_t worker = {.server = server, .handover = -1};
    int status;

    server->worker = &worker;
    status = set_up(server);
    if (mask) {
        sigprocmask(SIG_SETMASK, mask, NULL);
    }
    if (status == ES_OK) {
        start(server, handover);
        if (server->state != ES_SERVER_STOPPED && !server->aborted && !worker.retiring) {
            serve(server, handover);
        }
        if (server->aborted && server->role == ES_ROLE_WORKER && server->control >= 0) {
            hand_over_dying(server);
        }
        stop_accepting(server);
        close_all(server);
        server->callbacks->on_worker_stop(server);
    }
    if (handover >= 0) {
        close(handover);
    }
    tear_down(server);
    server->worker = NULL;
    return status == ES_OK && !server->aborted ? 0 : 255;
}
