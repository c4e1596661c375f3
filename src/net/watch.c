#include "net/watch.h"

#include <sys/time.h>

#include <event2/event.h>

#include "base/status.h"

/* @param event NULL: there is no memory for it */
static int add(es_loop_t *loop, es_registration_t *r, struct event *event, const struct timeval *timeout)
{
    if (!event) {
        return ES_E_SYSTEM;
    }
    if (event_add(event, timeout) != 0) {
        event_free(event);
        return ES_E_SYSTEM;
    }
    r->event = event;
    es_list_init(&r->link);
    es_list_append(&loop->registrations, &r->link);
    return ES_OK;
}

static void cancel(es_registration_t *r)
{
    if (r->event) {
        es_list_remove(&r->link);
        event_free(r->event);
        r->event = NULL;
    }
}

static void on_ready(evutil_socket_t fd, short what, void *arg)
{
    es_watch_t *watch = arg;

    (void)fd;
    watch->ready(watch, (what & EV_READ) != 0, (what & EV_WRITE) != 0);
}

int es_watch_set(es_loop_t *loop, es_watch_t *watch, int fd, bool read, bool write)
{
    short wanted = (short)(EV_PERSIST | (read ? EV_READ : 0) | (write ? EV_WRITE : 0));

    es_watch_stop(watch);
    if (!read && !write) {
        return ES_OK;
    }
    return add(loop, &watch->registration, event_new(loop->base, fd, wanted, on_ready, watch), NULL);
}

void es_watch_stop(es_watch_t *watch)
{
    cancel(&watch->registration);
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
    es_timer_t *timer = arg;

    (void)fd;
    (void)what;
    if (!timer->repeats) {
        es_timer_stop(timer);
    }
    timer->fired(timer);
}

int es_timer_start(es_loop_t *loop, es_timer_t *timer, uint64_t milliseconds, bool repeat)
{
    const struct timeval period = {(time_t)(milliseconds / 1000), (suseconds_t)(milliseconds % 1000 * 1000)};

    es_timer_stop(timer);
    timer->repeats = repeat;
    /* From now on, not from the beginning of a turn that a callback may have made long. */
    event_base_update_cache_time(loop->base);
    return add(loop, &timer->registration, event_new(loop->base, -1, repeat ? EV_PERSIST : 0, on_timer, timer),
               &period);
}

void es_timer_stop(es_timer_t *timer)
{
    cancel(&timer->registration);
}

static void on_signal(evutil_socket_t signo, short what, void *arg)
{
    es_signal_t *signal = arg;

    (void)what;
    signal->caught((int)signo, signal->arg);
}

int es_signal_add(es_loop_t *loop, es_signal_t *signal, int signo, void (*caught)(int signo, void *arg), void *arg)
{
    es_signal_remove(signal);
    signal->caught = caught;
    signal->arg = arg;
    return add(loop, &signal->registration, evsignal_new(loop->base, signo, on_signal, signal), NULL);
}

void es_signal_remove(es_signal_t *signal)
{
    cancel(&signal->registration);
}
