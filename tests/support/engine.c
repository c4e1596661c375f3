#include "support/engine.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <event2/util.h>

#include "proto/http_response.h"
#include "server/session.h"

/* A connection that is not over by then never will be: the rest of the script has been sent, and its end, too. */
#define MAX_TURNS 100000

/* The same in ticks, for one where nothing happens any more; longer than any limit of time. */
#define MAX_TICKS 2000

/* Turns that the server may take to accept a connection: each may wait for a tick. */
#define PATIENCE 30

/* Turns until the first part of a late answer. */
#define LATE 3

int (*engine_shutdown)(int fd, int how) = shutdown;

/* The client's side of the run that is going on. */
static struct client {
    engine_run_t *run;
    int fd;
    size_t sent;
    bool finished;              /* the script is sent, and our end */
    int64_t asking;             /* the session whose request is to be answered later; 0: none */
    unsigned waited;            /* turns since then */
    es_http_request_t *request; /* owned; that request, until its first part is sent */
} client;

/* --- the client; its system calls are not those of the server's that a test may let fail --- */

static void client_receive(void)
{
    char bytes[65536];
    ssize_t n;

    while (client.fd >= 0 && (n = read(client.fd, bytes, sizeof(bytes))) != -1) {
        if (n == 0) {
            close(client.fd);
            client.fd = -1;
            return;
        }
        es_buffer_append(&client.run->received, bytes, (size_t)n);
    }
    if (client.fd >= 0 && errno != EAGAIN && errno != EINTR) {
        client.run->reset = true;
        close(client.fd);
        client.fd = -1;
    }
}

/* Sends the next piece, or our end. */
static void client_step(void)
{
    engine_run_t *run = client.run;

    if (client.fd >= 0 && client.sent < run->len) {
        ssize_t n = write(client.fd, run->bytes + client.sent, split_next(&run->split, run->len - client.sent));

        if (n > 0) {
            client.sent += (size_t)n;
        } else if (errno != EAGAIN && errno != EINTR) {
            client.sent = run->len;
        }
    } else if (client.fd >= 0 && !client.finished) {
        client.finished = true;
        if (run->end == ENGINE_SHUTS_DOWN) {
            engine_shutdown(client.fd, SHUT_WR);
        } else if (run->end == ENGINE_CLOSES) {
            close(client.fd);
            client.fd = -1;
        }
    }
}

static void answer_later(es_server_t *server);

static void client_turn(es_loop_t *loop)
{
    engine_run_t *run = client.run;
    es_server_t *server = es_container_of(loop, es_server_t, loop);

    answer_later(server);
    if (!run->deaf) {
        client_receive();
    }
    client_step();
    if (run->each_turn) {
        run->each_turn(server);
    }
    if (++run->turns > MAX_TURNS || loop->tick > MAX_TICKS) {
        fprintf(stderr, "the connection does not end\n");
        abort();
    }
    /* The connection has come, and is gone again; or it never comes. */
    if (es_list_empty(&server->all) && (server->stats->accepted > 0 || client.fd < 0 || run->turns > PATIENCE)) {
        es_server_stop(server);
    }
}

static void client_begin(es_server_t *server)
{
    engine_run_t *run = client.run;
    es_port_t *port = server->ports;

    server->loop.on_turn = client_turn;
    if (run->tcp) {
        const int on = 1; /* pieces are to arrive as such, and soon */
        struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port->port)};

        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        client.fd = socket(AF_INET, SOCK_STREAM, 0);
        if (client.fd < 0 || connect(client.fd, (struct sockaddr *)&to, sizeof(to)) != 0) {
            abort();
        }
        setsockopt(client.fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
        evutil_make_socket_nonblocking(client.fd);
    } else {
        es_address_t nobody = {0};
        int ends[2];

        if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) {
            abort();
        }
        evutil_make_socket_nonblocking(ends[0]);
        evutil_make_socket_nonblocking(ends[1]);
        client.fd = ends[0];
        es_session_accept(port, ends[1], &nobody);
    }
    client_step();
}

/* --- the host: what PHP is otherwise --- */

/* The head of an answer, and the request's body as its own. */
static void respond(es_session_t *s, const es_http_request_t *request)
{
    es_buffer_t out = {0};
    char number[24];

    snprintf(number, sizeof(number), "%zu", request->body.len);
    es_http_write_status(&out, 200, NULL, 0);
    es_http_write_field_str(&out, "Content-Length", number);
    es_buffer_append_str(&out, "\r\n");
    es_buffer_append(&out, request->body.data, request->body.len);
    es_http_send(s, out.data, out.len);
    es_buffer_destroy(&out);
}

/* By its connection: one that is gone must not be found. */
static es_session_t *session_that_asks(es_server_t *server)
{
    es_list_foreach_safe(it, tmp, &server->all) {
        es_session_t *s = es_container_of(it, es_session_t, link);

        if (es_session_id(s) == client.asking && s->phase == ES_SESSION_OPEN && s->responding) {
            return s;
        }
    }
    return NULL;
}

/* A late answer comes in two parts, when the end of what the client sends is known, if that comes at once. */
static void answer_later(es_server_t *server)
{
    es_session_t *s = session_that_asks(server);

    if (!client.asking) {
        return;
    }
    switch (++client.waited) {
    case LATE:
        if (s) {
            respond(s, client.request);
        }
        es_http_request_free(client.request);
        client.request = NULL;
        break;
    case LATE + 1:
        client.asking = 0;
        client.waited = 0;
        if (s) {
            es_http_finish(s, 200, true);
        }
    }
}

static void on_request(es_session_t *s, es_http_request_t *request)
{
    client.run->requests++;
    if (client.run->late) {
        client.asking = es_session_id(s);
        client.request = request;
        return;
    }
    respond(s, request);
    es_http_request_free(request);
    es_http_finish(s, 200, true);
}

static void on_handshake(es_session_t *s, es_http_request_t *request)
{
    es_buffer_t out = {0};

    es_http_request_free(request);
    client.run->opens++;
    es_http_write_status(&out, 101, NULL, 0);
    es_http_write_field_str(&out, "Upgrade", "websocket");
    es_http_write_field_str(&out, "Connection", "Upgrade");
    es_ws_write_agreement(s, &out);
    es_buffer_append_str(&out, "\r\n");
    es_http_send(s, out.data, out.len);
    es_buffer_destroy(&out);
    es_http_finish(s, 101, true);
}

static void on_open(es_session_t *s, es_http_request_t *request)
{
    (void)s;
    client.run->opens++;
    es_http_request_free(request);
}

static void on_message(es_session_t *s, const es_ws_event_t *event)
{
    const es_output_ref_t ref = {.data = payload_ops.bytes(event->payload),
                                 .len = event->len,
                                 .release = event->len >= ES_OUTPUT_REF_MIN ? payload_ops.free : NULL,
                                 .owner = event->payload};

    client.run->messages++;
    if (client.run->close_after == client.run->messages) {
        const es_close_t why = {
            .by = ES_CLOSER_SERVER, .from_server = true, .send_frame = true, .await_reply = true, .code = 1000};

        payload_ops.free(event->payload);
        es_session_close(s, &why);
        return;
    }
    if (es_ws_push(s, event->opcode, ES_WS_FLAG_FIN, &ref) != ES_OK || !ref.release) {
        payload_ops.free(event->payload);
    }
}

static void on_control(es_session_t *s, const es_ws_event_t *event)
{
    (void)s;
    (void)event;
}

static void on_close(es_session_t *s)
{
    if (s->protocol == ES_PROTOCOL_WEBSOCKET) {
        client.run->closes++;
    }
}

static void on_worker_start(es_server_t *server)
{
    client_begin(server);
}

static void of_server(es_server_t *server)
{
    (void)server;
}

static void of_session(es_session_t *s)
{
    (void)s;
}

static const es_server_callbacks_t callbacks = {
    .payload = &payload_ops,
    .on_start = of_server,
    .on_worker_start = on_worker_start,
    .on_worker_exit = of_server,
    .on_worker_stop = of_server,
    .on_before_shutdown = of_server,
    .on_shutdown = of_server,
    .on_tick = of_server,
    .on_connect = of_session,
    .on_request = on_request,
    .on_handshake = on_handshake,
    .on_open = on_open,
    .on_message = on_message,
    .on_control = on_control,
    .on_close = on_close,
    .on_buffer_full = of_session,
    .on_buffer_empty = of_session,
};

int engine_run(engine_run_t *run)
{
    es_server_t *server = es_server_new(&callbacks, NULL);
    es_port_t *port;
    int status, error;

    signal(SIGPIPE, SIG_IGN);
    client = (struct client){.run = run, .fd = -1};
    port = es_server_listen(server, "127.0.0.1", 0, ES_SOCK_TCP, &error);
    if (!port) {
        abort();
    }
    port->settings.open_websocket_protocol = port->settings.open_http_protocol = true;
    port->handled = 1u << ES_ON_OPEN | 1u << ES_ON_REQUEST | 1u << ES_ON_MESSAGE | 1u << ES_ON_CLOSE;
    server->settings.max_connection = 8;
    server->settings.log_level = ES_LOG_NONE;
    if (run->prepare) {
        run->prepare(server, port);
    }
    status = es_server_run(server);
    client_receive();
    if (client.fd >= 0) {
        close(client.fd);
    }
    es_http_request_free(client.request);
    run->accepted = server->final_stats.accepted;
    run->closed = server->final_stats.closed;
    es_server_free(server);
    return status;
}

/* By its whole form: a message that came back may hold the name of the field, too, and end before a date would. */
static bool is_date_field(const char *line)
{
    return memcmp(line, "\r\nDate: ", 8) == 0 && memcmp(line + 11, ", ", 2) == 0 &&
           memcmp(line + 33, " GMT\r\n", 6) == 0;
}

void engine_hide_dates(engine_run_t *run)
{
    char *text = run->received.data;

    for (size_t i = 0; i + 39 <= run->received.len; i++) {
        if (is_date_field(text + i)) {
            memset(text + i + 8, '-', 29);
        }
    }
}

void engine_run_destroy(engine_run_t *run)
{
    es_buffer_destroy(&run->received);
}
