#include "net/listener.h"

#include <errno.h>
#include <poll.h>
#include <string.h>

#include <event2/event.h>

#include "base/status.h"
#include "net/socket.h"

/* Connections accepted in one turn: a burst of new ones must not starve those that are there. */
#define ACCEPTS_PER_TURN 64

/* How long accepting rests when descriptors or memory ran out. */
#define RETRY_SECONDS 1.0

static void rest(es_listener_t *l, double seconds)
{
    event_del(l->event);
    es_timeout_set(l->loop, &l->retry, seconds);
}

/* Whether the rate allows one more. What a tick brings may come at once, so that each tick brings something. */
static bool may_accept(es_listener_t *l)
{
    double now, burst = l->rate * ES_TICK_MS / 1000;

    if (l->rate <= 0) {
        return true;
    }
    now = es_loop_now(l->loop);
    l->allowance += (now - l->refilled) * l->rate;
    l->refilled = now;
    if (l->allowance > (burst > 1 ? burst : 1)) {
        l->allowance = burst > 1 ? burst : 1;
    }
    return l->allowance >= 1;
}

/* accept() wants a descriptor before it looks for a client: without one it fails also when nobody is there. */
static bool is_client_waiting(const es_listener_t *l)
{
    struct pollfd client = {.fd = l->fd, .events = POLLIN};

    return poll(&client, 1, 0) != 0;
}

static void exhausted(es_listener_t *l, int error)
{
    rest(l, RETRY_SECONDS);
    if (!l->exhausted) {
        l->exhausted = true;
        l->on_exhausted(l, error);
    }
}

static void on_readable(evutil_socket_t fd, short what, void *arg)
{
    es_listener_t *l = arg;
    int accepted = 0;

    (void)fd;
    (void)what;
    for (int i = 0; i < ACCEPTS_PER_TURN && l->event; i++) {
        es_address_t peer;
        socklen_t len = sizeof(peer);

        if (!may_accept(l)) {
            rest(l, (1 - l->allowance) / l->rate);
            l->on_rate(l);
            break;
        }
        memset(&peer, 0, sizeof(peer));
        int client = es_socket_accept(l->fd, &peer.any, &len);
        if (client >= 0) {
            accepted++;
            l->allowance -= 1;
            l->on_accept(l, client, &peer);
        } else if (client == -EMFILE || client == -ENFILE || client == -ENOBUFS || client == -ENOMEM) {
            if (!is_client_waiting(l)) {
                break;
            }
            exhausted(l, -client);
            return;
        } else if (client == -EAGAIN) {
            break;
        }
        /* Anything else is the trouble of one client that is gone already: ECONNABORTED, EPROTO, … */
    }
    /* One descriptor that came free is no recovery while the next client finds none. */
    if (l->exhausted && accepted > 0) {
        l->exhausted = false;
        l->on_exhausted(l, 0);
    }
}

static void on_retry(es_timeout_t *timeout)
{
    es_listener_t *l = es_container_of(timeout, es_listener_t, retry);

    if (event_add(l->event, NULL) != 0) {
        es_timeout_set(l->loop, &l->retry, RETRY_SECONDS);
    }
}

int es_listener_start(es_listener_t *l, es_loop_t *loop, int fd)
{
    l->loop = loop;
    l->fd = fd;
    es_timeout_init(&l->retry, on_retry);
    l->event = event_new(loop->base, fd, EV_READ | EV_PERSIST, on_readable, l);
    if (!l->event || event_add(l->event, NULL) != 0) {
        es_listener_stop(l);
        return ES_E_SYSTEM;
    }
    return ES_OK;
}

void es_listener_stop(es_listener_t *l)
{
    if (l->event) {
        event_free(l->event);
        l->event = NULL;
        es_timeout_cancel(&l->retry);
    }
}
