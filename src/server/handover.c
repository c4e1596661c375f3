#include "server/handover.h"

#include <stdio.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/memory.h"
#include "net/mailbox.h"

/* Bytes of state in one message; what is longer follows in more of them. */
#define PART (64 * 1024)

/* What travels in front of a session's bytes. Both ends are the same program: its layout is no interface. */
typedef struct es_moving {
    int64_t id;
    es_ws_reader_t reader; /* its pointers mean nothing; zeroes: between messages */
    double ping_sent;
    uint32_t exchange;
    es_ws_agreement_t agreement;
    bool compresses;
    uint64_t window_len; /* bytes of the client's window */
    bool close_sent, full, paused, behind_proxy;
    es_address_t peer;
    uint64_t message_len; /* bytes of the half-received message */
    uint64_t control_len; /* bytes of the half-received control frame */
    uint64_t held_len;    /* received bytes that wait to be worked on */
    uint64_t output_len;  /* bytes that wait to be sent */
} es_moving_t;

#define NO_MORE 0 /* id of the last one */

bool es_handover_possible(const es_session_t *s)
{
    /* What OpenSSL knows of a connection cannot be taken out of it. */
    if (s->conn.tls || s->phase != ES_SESSION_OPEN || s->conn.state != ES_CONN_OPEN || s->conn.ended ||
        s->conn.write_error) {
        return false;
    }
    /* zlib lets nobody look at what it knows in the middle of a message. */
    if (s->reader && es_ws_reader_inflating(s->reader)) {
        return false;
    }
    return s->protocol != ES_PROTOCOL_HTTP || (!s->request && !s->responding);
}

static bool send_bytes(int socket, const void *bytes, size_t len)
{
    const char *from = bytes;

    while (len > 0) {
        size_t n = len < PART ? len : PART;

        if (es_send_fd(socket, from, n, -1) != ES_OK) {
            return false;
        }
        from += n;
        len -= n;
    }
    return true;
}

static bool receive_bytes(int socket, void *into, size_t len)
{
    char *to = into;

    while (len > 0) {
        int fd;
        long n = es_recv_fd(socket, to, len < PART ? len : PART, &fd);

        if (fd >= 0) {
            close(fd);
        }
        if (n <= 0) {
            return false;
        }
        to += n;
        len -= (size_t)n;
    }
    return true;
}

static bool send_output(int socket, const es_output_t *out)
{
    size_t len;
    char *bytes;
    bool sent;

    if (out->len == 0) {
        return true;
    }
    len = out->len;
    bytes = es_malloc(len);
    es_output_copy(out, bytes);
    sent = send_bytes(socket, bytes, len);
    es_free(bytes);
    return sent;
}

/* What the client's next message refers to. Ours needs nothing: a new deflater refers to nothing. */
static bool send_window(int socket, const es_ws_reader_t *reader)
{
    uint8_t *window;
    bool sent;

    if (!reader->inflater) {
        return true;
    }
    window = es_malloc(ES_WS_WINDOW_SIZE);
    sent = send_bytes(socket, window, es_ws_inflater_window(reader->inflater, window));
    es_free(window);
    return sent;
}

/* What was received of a message or frame that is not complete. */
static bool send_reader(int socket, const es_session_t *s, const es_moving_t *moving)
{
    const es_ws_reader_t *reader = s->reader;

    return !reader || (send_window(socket, reader) &&
                       send_bytes(socket, moving->message_len ? s->port->rules.ops->bytes(reader->message) : NULL,
                                  (size_t)moving->message_len) &&
                       send_bytes(socket, reader->control, (size_t)moving->control_len));
}

bool es_handover_give(int socket, es_session_t *s)
{
    const es_session_extra_t *extra = es_session_extra(s);
    es_moving_t moving;

    memset(&moving, 0, sizeof(moving));
    moving.id = es_session_id(s);
    if (s->reader) {
        moving.reader = *s->reader;
        moving.window_len = s->reader->inflater ? es_ws_inflater_window(s->reader->inflater, NULL) : 0;
        moving.message_len = s->reader->message ? s->reader->message_len : 0;
        moving.control_len = s->reader->control ? s->reader->frame_pos : 0;
    }
    moving.exchange = s->exchange;
    moving.ping_sent = extra->ping_sent;
    moving.close_sent = s->close_sent;
    moving.full = s->full;
    moving.paused = s->paused;
    moving.agreement = extra->agreement;
    moving.compresses = s->compresses;
    moving.behind_proxy = s->behind_proxy;
    moving.peer = extra->peer;
    moving.held_len = extra->held.len;
    moving.output_len = s->conn.out.len;
    if (es_send_fd(socket, &moving, sizeof(moving), s->conn.fd) != ES_OK || !send_reader(socket, s, &moving) ||
        !send_bytes(socket, extra->held.data, extra->held.len) || !send_output(socket, &s->conn.out)) {
        s->rec->pid = (int32_t)s->port->server->pid; /* the other side may have begun to take it */
        return false;
    }
    es_session_forget(s);
    return true;
}

void es_handover_end(int socket)
{
    es_moving_t moving;

    memset(&moving, 0, sizeof(moving));
    moving.id = NO_MORE;
    es_send_fd(socket, &moving, sizeof(moving), -1);
}

void es_handover_ready(int socket)
{
    const char ready = 'R';

    es_send_fd(socket, &ready, 1, -1);
}

static bool take_window(int socket, const es_moving_t *moving, es_session_t *s)
{
    uint8_t *window;
    bool whole;

    if (!moving->window_len) {
        return true;
    }
    window = es_malloc((size_t)moving->window_len);
    whole = receive_bytes(socket, window, (size_t)moving->window_len);
    if (whole) {
        s->reader->inflater = es_ws_inflater_take(s->port->rules.pool);
        es_ws_inflater_set_window(s->reader->inflater, window, (size_t)moving->window_len);
    }
    es_free(window);
    return whole;
}

/* Makes the reader's pointers true again. @return false when memory was refused or the rest did not come */
static bool take_reader(int socket, const es_moving_t *moving, es_session_t *s)
{
    const es_payload_ops_t *ops = s->port->rules.ops;
    es_ws_reader_t *reader;

    if (es_ws_reader_is_idle(&moving->reader)) {
        return true;
    }
    reader = s->reader = es_malloc(sizeof(*reader));
    *reader = moving->reader;
    reader->inflater = NULL;
    reader->message = NULL;
    reader->control = NULL;
    es_ws_reader_count_in(reader, &s->port->rules);
    if (!take_window(socket, moving, s)) {
        return false;
    }
    if (moving->reader.message) {
        reader->message = ops->alloc(moving->reader.message_cap);
        if (!reader->message ||
            (moving->message_len && !receive_bytes(socket, ops->bytes(reader->message), (size_t)moving->message_len))) {
            return false;
        }
    }
    if (moving->control_len) {
        reader->control = es_malloc(ES_WS_MAX_CONTROL);
        return receive_bytes(socket, reader->control, (size_t)moving->control_len);
    }
    return true;
}

static bool receive_held(int socket, es_session_t *s, uint64_t len)
{
    bool whole = true;

    if (len > 0) {
        es_buffer_t *held = &es_session_add_extra(s)->held;

        whole = receive_bytes(socket, es_buffer_reserve(held, (size_t)len), (size_t)len);
        held->len = whole ? (size_t)len : 0;
        s->rec->queued_in = held->len;
    }
    return whole;
}

static bool receive_output(int socket, es_session_t *s, uint64_t len)
{
    bool whole = true;

    if (len > 0) {
        char *output = es_malloc((size_t)len);

        whole = receive_bytes(socket, output, (size_t)len);
        if (whole) {
            es_conn_send(&s->conn, output, (size_t)len);
        }
        es_free(output);
    }
    return whole;
}

static bool take_one(es_server_t *server, int socket, const es_moving_t *moving, int fd)
{
    es_session_t *s = es_session_adopt(server, moving->id, fd);

    if (!s) {
        return false;
    }
    s->exchange = moving->exchange;
    if (moving->compresses || moving->behind_proxy || moving->ping_sent > 0) {
        es_session_extra_t *extra = es_session_add_extra(s);

        extra->agreement = moving->agreement;
        extra->ping_sent = moving->ping_sent;
        extra->peer = moving->peer;
    }
    s->compresses = moving->compresses;
    s->close_sent = moving->close_sent;
    s->full = moving->full;
    s->behind_proxy = moving->behind_proxy;
    if (!take_reader(socket, moving, s) || !receive_held(socket, s, moving->held_len) ||
        !receive_output(socket, s, moving->output_len)) {
        static const char reason[] = "lost on the way to the new worker";
        const es_close_t why = {.by = ES_CLOSER_ERROR,
                                .reset = true,
                                .reason = reason,
                                .reason_len = sizeof(reason) - 1,
                                .code = s->protocol == ES_PROTOCOL_WEBSOCKET ? ES_WS_CLOSE_ABNORMAL : 0};

        es_session_close(s, &why);
        return false;
    }
    if (moving->paused) {
        es_session_read(s, false);
    }
    es_session_watch_again(s);
    if (s->phase == ES_SESSION_OPEN) {
        es_conn_schedule(&s->conn); /* works on what is held, and looks at the marks of the queue */
    }
    return true;
}

int es_handover_take(es_server_t *server, int socket)
{
    es_moving_t moving;
    int count = 0, fd;

    while (es_recv_fd(socket, &moving, sizeof(moving), &fd) == (long)sizeof(moving) && moving.id != NO_MORE) {
        if (!take_one(server, socket, &moving, fd)) {
            break;
        }
        count++;
    }
    return count;
}
