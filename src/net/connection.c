#include "net/connection.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/status.h"
#include "net/socket.h"
#include "net/tls.h"

/* Segments that one system call sends. */
#define FLUSH_IOV 64

/* A queue this long is sent at once: the kernel works on it meanwhile, and memory stays bounded. */
#define FLUSH_NOW (256 * 1024)

/* How often a descriptor that keeps filling the read buffer is read before others have their turn. */
#define READS_PER_TURN 8

static ssize_t plain_recv(es_conn_t *c, void *into, size_t size)
{
    return es_socket_recv(c->fd, into, size);
}

static ssize_t plain_send(es_conn_t *c, const struct iovec *iov, int count)
{
    return es_socket_send(c->fd, iov, count);
}

const es_transport_t es_transport_plain = {plain_recv, plain_send, NULL, NULL, NULL};

static void on_event(evutil_socket_t fd, short what, void *arg);

/* Input is wanted until the peer's end: while draining, too. */
static bool wants_input(const es_conn_t *c)
{
    return !c->ended && !c->securing && (c->reading || c->state == ES_CONN_DRAINING) && c->state != ES_CONN_CLOSED;
}

/* Whether there is input that the loop will not tell of, because the descriptor has none. */
static bool has_unread(const es_conn_t *c)
{
    return c->transport->unread && c->transport->unread(c) && (c->securing || wants_input(c));
}

/* Registers what the state asks for. */
static void update_interest(es_conn_t *c)
{
    uint8_t wanted = (uint8_t)((wants_input(c) ? EV_READ : 0) | (c->write_blocked ? c->write_event : 0));

    if (has_unread(c)) {
        es_turn_task_schedule(c->loop, &c->turn);
    }
    if (wanted == c->registered || c->state == ES_CONN_CLOSED) {
        return;
    }
    if (c->registered) {
        event_del(&c->event);
    }
    c->registered = wanted;
    if (wanted) {
        event_assign(&c->event, c->loop->base, c->fd, (short)(wanted | EV_PERSIST), on_event, c);
        if (event_add(&c->event, NULL) != 0) {
            /* Nothing would ever be heard of it again. */
            c->registered = 0;
            c->broken = true;
            es_turn_task_schedule(c->loop, &c->turn);
        }
    }
}

/* Nothing more can be written: tell the peer, and wait for its end. */
static void shut_down(es_conn_t *c)
{
    if (c->transport->end) {
        if (c->transport->end(c) == -EAGAIN) {
            c->write_blocked = true;
            update_interest(c);
            return;
        }
        c->transport = &es_transport_plain; /* what is thrown away need not be understood */
    }
    c->state = ES_CONN_DRAINING;
    if (c->ended || shutdown(c->fd, SHUT_WR) != 0) {
        es_conn_abort(c);
    } else {
        update_interest(c);
    }
}

static void connection_broke(es_conn_t *c, int error)
{
    c->ended = true;
    if (c->state == ES_CONN_OPEN) {
        c->callbacks->on_end(c, error);
    }
    es_conn_abort(c);
}

/*
 * What the peer sent before it went away is still to be read, its close frame for one: so the end is left to
 * the reading side, and only told at the end of the turn when nobody reads.
 */
static void write_failed(es_conn_t *c, int error)
{
    es_output_clear(c->loop, &c->out);
    c->write_error = (uint16_t)error;
    c->write_blocked = false;
    update_interest(c);
    if (c->state != ES_CONN_OPEN) {
        es_conn_abort(c);
    } else if (!wants_input(c)) {
        es_turn_task_schedule(c->loop, &c->turn);
    }
}

static void flush(es_conn_t *c)
{
    struct iovec iov[FLUSH_IOV];
    bool had_blocked = c->write_blocked;
    size_t before = c->out.len;

    while (c->out.len > 0) {
        ssize_t n = c->transport->send(c, iov, es_output_peek(&c->out, iov, FLUSH_IOV));

        if (n == -EAGAIN) {
            c->write_blocked = true;
            update_interest(c);
            if (c->state == ES_CONN_OPEN) {
                c->callbacks->on_sent(c, before - c->out.len);
            }
            return;
        }
        if (n < 0) {
            write_failed(c, (int)-n);
            return;
        }
        c->loop->traffic->bytes_out += (uint64_t)n;
        es_output_consume(c->loop, &c->out, (size_t)n);
    }
    c->write_blocked = false;
    if (c->state == ES_CONN_FINISHING) {
        shut_down(c);
        return;
    }
    if (had_blocked) {
        update_interest(c);
    }
    if (c->state == ES_CONN_OPEN) {
        c->callbacks->on_sent(c, before - c->out.len);
    }
}

static void receive(es_conn_t *c)
{
    for (int i = 0; i < READS_PER_TURN; i++) {
        ssize_t n = c->transport->recv(c, c->loop->read_buffer, ES_READ_BUFFER);

        if (n > 0) {
            c->loop->traffic->bytes_in += (uint64_t)n;
            if (c->state == ES_CONN_OPEN) {
                c->callbacks->on_data(c, c->loop->read_buffer, (size_t)n);
            }
        } else if (n == 0) {
            c->ended = true;
            update_interest(c);
            if (c->state == ES_CONN_OPEN) {
                c->callbacks->on_end(c, 0);
            } else if (c->state == ES_CONN_DRAINING) {
                es_conn_abort(c);
            }
        } else if (n != -EAGAIN) {
            connection_broke(c, (int)-n);
        }
        if (n < ES_READ_BUFFER || !wants_input(c)) {
            break;
        }
    }
    if (c->transport->unread) {
        update_interest(c);
    }
}

static void secure(es_conn_t *c)
{
    const char *failure = NULL;
    int result = c->transport->handshake(c, &failure);

    c->write_blocked = result == -EAGAIN;
    if (result != -EAGAIN) {
        c->securing = false;
        c->write_event = EV_WRITE;
    }
    if (result < 0 && result != -EAGAIN) {
        c->transport = &es_transport_plain;
        c->ended = result != -EPROTO; /* else the peer may still read why */
    }
    update_interest(c);
    if (result != -EAGAIN) {
        es_turn_task_schedule(c->loop, &c->turn);
        c->callbacks->on_secured(c, failure);
    }
}

static void on_event(evutil_socket_t fd, short what, void *arg)
{
    es_conn_t *c = arg;
    es_loop_t *loop = c->loop;

    (void)fd;
    if (c->securing) {
        secure(c);
        return;
    }
    if (c->write_blocked && (what & c->write_event)) {
        flush(c);
    }
    /* The write may have found the connection broken, or its owner may have stopped reading. */
    if ((what & EV_READ) && wants_input(c)) {
        receive(c);
    }
    es_loop_worked(loop);
}

static void on_turn(es_turn_task_t *task)
{
    es_conn_t *c = es_container_of(task, es_conn_t, turn);

    if (c->broken) {
        connection_broke(c, ENOMEM);
    } else if (c->write_error && c->state == ES_CONN_OPEN && !wants_input(c)) {
        connection_broke(c, c->write_error);
    }
    if (c->wants_turn_end && c->state != ES_CONN_CLOSED) {
        c->wants_turn_end = false;
        c->callbacks->on_turn_end(c);
    }
    if (c->state != ES_CONN_CLOSED && !c->securing && !c->write_blocked &&
        (c->out.len > 0 || c->state == ES_CONN_FINISHING)) {
        flush(c);
    }
    if (c->state != ES_CONN_CLOSED && has_unread(c)) {
        event_active(&c->event, EV_READ, 1); /* in the next turn: others come first */
    }
    if (c->state == ES_CONN_CLOSED) {
        es_list_remove(&c->turn.link);
        es_tls_free(c);
        c->callbacks->on_closed(c);
    }
}

static void on_expired(es_timeout_t *timeout)
{
    es_conn_t *c = es_container_of(timeout, es_conn_t, timeout);

    if (c->state == ES_CONN_OPEN) {
        c->callbacks->on_timeout(c);
    } else {
        es_conn_abort(c);
    }
}

int es_conn_init(es_conn_t *c, es_loop_t *loop, int fd, const es_transport_t *transport,
                 const es_conn_callbacks_t *callbacks)
{
    memset(c, 0, sizeof(*c));
    c->loop = loop;
    c->fd = fd;
    c->transport = transport;
    c->callbacks = callbacks;
    c->reading = true;
    c->write_event = EV_WRITE;
    es_turn_task_init(&c->turn, on_turn);
    es_timeout_init(&c->timeout, on_expired);
    event_assign(&c->event, loop->base, fd, EV_READ | EV_PERSIST, on_event, c);
    if (event_add(&c->event, NULL) != 0) {
        close(fd);
        c->fd = -1;
        return ES_E_SYSTEM;
    }
    c->registered = EV_READ;
    return ES_OK;
}

void es_conn_set_transport(es_conn_t *c, const es_transport_t *transport)
{
    c->transport = transport;
    c->securing = c->write_blocked = transport->handshake != NULL;
    c->write_event = transport->handshake ? EV_READ : EV_WRITE; /* the peer begins */
    update_interest(c);
}

static void after_append(es_conn_t *c)
{
    if (c->out.len >= FLUSH_NOW && !c->write_blocked) {
        flush(c);
    } else {
        es_turn_task_schedule(c->loop, &c->turn);
    }
}

void es_conn_send(es_conn_t *c, const void *bytes, size_t len)
{
    if (c->state == ES_CONN_OPEN && !c->write_error && len > 0) {
        es_output_append(c->loop, &c->out, bytes, len);
        after_append(c);
    }
}

void es_conn_send_ref(es_conn_t *c, const es_output_ref_t *ref)
{
    if (c->state != ES_CONN_OPEN || c->write_error) {
        ref->release(ref->owner);
        return;
    }
    es_output_append_ref(c->loop, &c->out, ref);
    after_append(c);
}

void es_conn_read(es_conn_t *c, bool on)
{
    c->reading = on;
    update_interest(c);
}

void es_conn_schedule(es_conn_t *c)
{
    c->wants_turn_end = true;
    es_turn_task_schedule(c->loop, &c->turn);
}

void es_conn_finish(es_conn_t *c, double seconds)
{
    if (c->state != ES_CONN_OPEN) {
        return;
    }
    if (c->securing) {
        es_conn_abort(c); /* there is nothing to say yet */
        return;
    }
    c->state = ES_CONN_FINISHING;
    es_timeout_set(c->loop, &c->timeout, seconds);
    update_interest(c);
    es_turn_task_schedule(c->loop, &c->turn);
}

void es_conn_abort(es_conn_t *c)
{
    if (c->state == ES_CONN_CLOSED) {
        return;
    }
    if (c->registered) {
        event_del(&c->event);
        c->registered = 0;
    }
    c->state = ES_CONN_CLOSED;
    es_timeout_cancel(&c->timeout);
    es_output_clear(c->loop, &c->out);
    close(c->fd);
    c->fd = -1;
    es_turn_task_schedule(c->loop, &c->turn);
}
