#include "net/watch.h"

#include <sys/time.h>

#include <event2/event.h>

#include "base/status.h"

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
    watch->event = event_new(loop->base, fd, wanted, on_ready, watch);
    if (!watch->event || event_add(watch->event, NULL) != 0) {
        es_watch_stop(watch);
        return ES_E_SYSTEM;
    }
    return ES_OK;
}

void es_watch_stop(es_watch_t *watch)
{
    if (watch->event) {
        event_free(watch->event);
        watch->event = NULL;
    }
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
    timer->event = event_new(loop->base, -1, repeat ? EV_PERSIST : 0, on_timer, timer);
    if (!timer->event || event_add(timer->event, &period) != 0) {
        es_timer_stop(timer);
        return ES_E_SYSTEM;
    }
    return ES_OK;
}

void es_timer_stop(es_timer_t *timer)
{
    if (timer->event) {
        event_free(timer->event);
        timer->event = NULL;
    }
}
