#include "net/loop.h"

#include <string.h>
#include <sys/time.h>
#include <time.h>

#include <event2/event.h>

#include "base/memory.h"
#include "base/status.h"
#include "net/output.h"

/* Its resolution of some milliseconds is enough for limits, and it costs less than the exact one. */
#ifdef CLOCK_MONOTONIC_COARSE
#define CLOCK CLOCK_MONOTONIC_COARSE
#else
#define CLOCK CLOCK_MONOTONIC
#endif

static double seconds_of(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void compare_clocks(es_loop_t *loop)
{
    struct timeval now;

    gettimeofday(&now, NULL);
    loop->unix_offset = (double)now.tv_sec + (double)now.tv_usec / 1e6 - seconds_of(CLOCK_MONOTONIC);
}

static void on_ticker(evutil_socket_t fd, short what, void *arg)
{
    es_loop_t *loop = arg;
    es_list_t *slot = &loop->wheel[++loop->tick & (ES_WHEEL_SIZE - 1)];

    (void)fd;
    (void)what;
    compare_clocks(loop);
    /* The slot is taken off the wheel first: what expires may arm and cancel any timeout, this slot's too. */
    es_list_t due;
    es_list_init(&due);
    if (!es_list_empty(slot)) {
        due.next = slot->next;
        due.prev = slot->prev;
        due.next->prev = due.prev->next = &due;
        es_list_init(slot);
    }
    while (!es_list_empty(&due)) {
        es_timeout_t *timeout = es_container_of(due.next, es_timeout_t, link);

        es_list_remove(&timeout->link);
        if (timeout->deadline > loop->tick) {
            es_list_append(slot, &timeout->link);
        } else {
            timeout->expired(timeout);
        }
    }
    if (loop->on_tick) {
        loop->on_tick(loop->on_tick_arg);
    }
}

/* libevent writes to stderr what it also returns as an error. */
static void be_silent(int severity, const char *text)
{
    (void)severity;
    (void)text;
}

int es_loop_init(es_loop_t *loop)
{
    const struct timeval period = {0, ES_TICK_MS * 1000};

    memset(loop, 0, sizeof(*loop));
    es_list_init(&loop->turn_tasks);
    es_list_init(&loop->registrations);
    for (size_t i = 0; i < ES_WHEEL_SIZE; i++) {
        es_list_init(&loop->wheel[i]);
    }
    event_set_log_callback(be_silent);
    loop->base = event_base_new();
    if (!loop->base) {
        return ES_E_SYSTEM;
    }
    loop->ticker = event_new(loop->base, -1, EV_PERSIST, on_ticker, loop);
    if (!loop->ticker || event_add(loop->ticker, &period) != 0) {
        es_loop_destroy(loop);
        return ES_E_SYSTEM;
    }
    compare_clocks(loop);
    loop->read_buffer = es_malloc(ES_READ_BUFFER);
    loop->traffic = &loop->own_traffic;
    return ES_OK;
}

void es_loop_destroy(es_loop_t *loop)
{
    while (loop->registrations.next && !es_list_empty(&loop->registrations)) {
        es_registration_t *r = es_container_of(loop->registrations.next, es_registration_t, link);

        es_list_remove(&r->link);
        event_free(r->event);
        r->event = NULL;
    }
    if (loop->ticker) {
        event_free(loop->ticker);
    }
    if (loop->base) {
        event_base_free(loop->base);
    }
    es_free(loop->read_buffer);
    es_segments_release_spare(loop);
    memset(loop, 0, sizeof(*loop));
}

void es_loop_after_fork(es_loop_t *loop)
{
    event_reinit(loop->base);
}

static void run_turn_tasks(es_loop_t *loop)
{
    /* Tasks may schedule tasks: those run in this turn, too. */
    while (!es_list_empty(&loop->turn_tasks)) {
        es_turn_task_t *task = es_container_of(loop->turn_tasks.next, es_turn_task_t, link);

        es_list_remove(&task->link);
        task->run(task);
    }
}

void es_loop_worked(es_loop_t *loop)
{
    if (++loop->worked == ES_WORK_PER_BATCH) {
        loop->worked = 0;
        run_turn_tasks(loop);
    }
}

bool es_loop_turn(es_loop_t *loop)
{
    run_turn_tasks(loop); /* what was asked for outside of a turn */
    loop->worked = 0;
    loop->now = 0;
    if (loop->stopped || event_base_loop(loop->base, EVLOOP_ONCE) < 0) {
        return false;
    }
    run_turn_tasks(loop);
    if (loop->on_turn) {
        loop->on_turn(loop);
    }
    return true;
}

void es_loop_run(es_loop_t *loop)
{
    while (es_loop_turn(loop)) {
    }
    run_turn_tasks(loop);
}

void es_loop_stop(es_loop_t *loop)
{
    loop->stopped = true;
    event_base_loopbreak(loop->base);
}

double es_loop_read_clock(es_loop_t *loop)
{
    loop->now = seconds_of(CLOCK);
    return loop->now;
}

double es_loop_unix_time(const es_loop_t *loop, double moment)
{
    return moment > 0 ? moment + loop->unix_offset : 0;
}

void es_timeout_init(es_timeout_t *timeout, void (*expired)(es_timeout_t *))
{
    es_list_init(&timeout->link);
    timeout->expired = expired;
}

/* One tick more, because the current one has already begun: never early. */
static uint64_t deadline_in(const es_loop_t *loop, double seconds)
{
    double ticks = seconds * 1000 / ES_TICK_MS;

    return loop->tick + (ticks < 0 ? 0 : ticks > UINT32_MAX ? UINT32_MAX : (uint64_t)ticks) + 1;
}

void es_timeout_set(es_loop_t *loop, es_timeout_t *timeout, double seconds)
{
    es_list_remove(&timeout->link);
    timeout->deadline = deadline_in(loop, seconds);
    es_list_append(&loop->wheel[timeout->deadline & (ES_WHEEL_SIZE - 1)], &timeout->link);
}

void es_timeout_set_sooner(es_loop_t *loop, es_timeout_t *timeout, double seconds)
{
    if (es_list_empty(&timeout->link) || timeout->deadline > deadline_in(loop, seconds)) {
        es_timeout_set(loop, timeout, seconds);
    }
}

void es_timeout_cancel(es_timeout_t *timeout)
{
    es_list_remove(&timeout->link);
}

void es_turn_task_init(es_turn_task_t *task, void (*run)(es_turn_task_t *))
{
    es_list_init(&task->link);
    task->run = run;
}

void es_turn_task_schedule(es_loop_t *loop, es_turn_task_t *task)
{
    if (es_list_empty(&task->link)) {
        es_list_append(&loop->turn_tasks, &task->link);
    }
}
