#include "unit.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <event2/event.h>

#include "base/status.h"
#include "net/loop.h"
#include "net/version.h"
#include "net/watch.h"

/* Turns that an event may take to come: each waits for a tick at the longest. */
#define PATIENCE 50

static es_loop_t loop;

static int set_up(void **state)
{
    (void)state;
    return es_loop_init(&loop);
}

static int tear_down(void **state)
{
    (void)state;
    es_loop_destroy(&loop);
    return 0;
}

/* Time passes as the test wants it to. */
static void tick(void)
{
    uint64_t before = loop.tick;

    event_active(loop.ticker, EV_TIMEOUT, 1);
    while (loop.tick == before) {
        assert_true(es_loop_turn(&loop));
    }
}

/* --- timeouts --- */

typedef struct alarm_clock {
    es_timeout_t timeout;
    unsigned rings;
    struct alarm_clock *cancels;
    double again;
} alarm_clock_t;

static void ring(es_timeout_t *timeout)
{
    alarm_clock_t *a = es_container_of(timeout, alarm_clock_t, timeout);

    a->rings++;
    if (a->cancels) {
        es_timeout_cancel(&a->cancels->timeout);
    }
    if (a->again > 0) {
        es_timeout_set(&loop, &a->timeout, a->again);
    }
}

static void clocks_init(alarm_clock_t *clocks, size_t count)
{
    memset(clocks, 0, count * sizeof(*clocks));
    for (size_t i = 0; i < count; i++) {
        es_timeout_init(&clocks[i].timeout, ring);
    }
}

/* Ticks until it rings; 0: not within `most`. */
static unsigned ticks_until(const alarm_clock_t *a, unsigned most)
{
    unsigned before = a->rings;

    for (unsigned ticks = 1; ticks <= most; ticks++) {
        tick();
        if (a->rings > before) {
            return ticks;
        }
    }
    return 0;
}

static void timeouts_are_never_early(void **state)
{
    static const struct {
        double seconds;
        unsigned ticks; /* the tick that goes on does not count; 0: longer than the test */
    } rows[] = {
        {0, 1},    {-5, 1},   {0.05, 1},   {0.1, 2},     {1, 11},    {51, 511},
        {52, 521}, {60, 601}, {120, 1201}, {1000000, 0}, {1e300, 0},
    };
    alarm_clock_t a;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        clocks_init(&a, 1);
        tick(); /* from another slot each time */
        es_timeout_set(&loop, &a.timeout, rows[i].seconds);
        assert_int_equal(ticks_until(&a, 1300), rows[i].ticks);
        assert_int_equal(ticks_until(&a, 1), 0); /* once */
        es_timeout_cancel(&a.timeout);
    }
}

static void timeouts_change(void **state)
{
    alarm_clock_t a;

    (void)state;
    clocks_init(&a, 1);
    es_timeout_set_sooner(&loop, &a.timeout, 2);
    es_timeout_set_sooner(&loop, &a.timeout, 1);
    es_timeout_set_sooner(&loop, &a.timeout, 3);
    assert_int_equal(ticks_until(&a, 50), 11);
    es_timeout_set(&loop, &a.timeout, 1);
    es_timeout_set(&loop, &a.timeout, 2);
    assert_int_equal(ticks_until(&a, 50), 21);
    es_timeout_set(&loop, &a.timeout, 1);
    es_timeout_cancel(&a.timeout);
    es_timeout_cancel(&a.timeout);
    assert_int_equal(ticks_until(&a, 50), 0);
}

/* What expires together may cancel the next, and arm itself for the very same slot of the wheel. */
static void timeouts_of_one_tick(void **state)
{
    alarm_clock_t clocks[4];

    (void)state;
    clocks_init(clocks, 4);
    clocks[0].again = ES_WHEEL_SIZE * ES_TICK_MS / 1000.0 - 0.1;
    clocks[1].cancels = &clocks[2];
    for (int i = 0; i < 4; i++) {
        es_timeout_set(&loop, &clocks[i].timeout, 0.5);
    }
    assert_int_equal(ticks_until(&clocks[0], 10), 6);
    assert_int_equal(clocks[1].rings, 1);
    assert_int_equal(clocks[2].rings, 0);
    assert_int_equal(clocks[3].rings, 1);
    assert_int_equal(ticks_until(&clocks[0], 2000), ES_WHEEL_SIZE);
    es_timeout_cancel(&clocks[0].timeout);
}

static void count_tick(void *arg)
{
    ++*(unsigned *)arg;
}

static void ticks_are_told(void **state)
{
    unsigned ticks = 0;

    (void)state;
    loop.on_tick = count_tick;
    loop.on_tick_arg = &ticks;
    tick();
    tick();
    assert_int_equal(ticks, 2);
    loop.on_tick = NULL;
}

/* --- turns --- */

static es_turn_task_t tasks[3];
static unsigned runs[3], turns;

static void run_task(es_turn_task_t *task)
{
    runs[task - tasks]++;
    if (task == &tasks[0]) {
        es_turn_task_schedule(&loop, &tasks[1]);
        es_turn_task_schedule(&loop, &tasks[1]);
    }
    if (task == &tasks[2]) {
        es_loop_stop(&loop);
    }
}

static void count_turn(es_loop_t *l)
{
    (void)l;
    turns++;
}

static void tasks_run_once_a_turn(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        es_turn_task_init(&tasks[i], run_task);
    }
    loop.on_turn = count_turn;
    es_turn_task_schedule(&loop, &tasks[0]);
    es_turn_task_schedule(&loop, &tasks[0]);
    tick();
    assert_int_equal(runs[0], 1);
    assert_int_equal(runs[1], 1);
    assert_int_equal(turns, 1);
    tick();
    assert_int_equal(runs[0], 1);

    es_turn_task_schedule(&loop, &tasks[2]);
    es_loop_run(&loop);
    assert_int_equal(runs[2], 1);
    assert_false(es_loop_turn(&loop));
}

/* --- watches, timers, signals --- */

typedef struct watched {
    es_watch_t watch;
    unsigned readable, writable;
    bool once;
} watched_t;

static void on_ready(es_watch_t *watch, bool readable, bool writable)
{
    watched_t *w = es_container_of(watch, watched_t, watch);

    w->readable += readable;
    w->writable += writable;
    if (w->once) {
        es_watch_stop(watch);
    }
}

static void descriptors_are_watched(void **state)
{
    watched_t reader = {.watch.ready = on_ready}, writer = {.watch.ready = on_ready, .once = true};
    int ends[2];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(es_watch_set(&loop, &reader.watch, ends[0], true, false), ES_OK);
    assert_int_equal(es_watch_set(&loop, &writer.watch, ends[1], false, true), ES_OK);
    assert_true(es_loop_turn(&loop));
    assert_int_equal(writer.writable, 1);
    tick();
    assert_int_equal(writer.writable, 1);
    assert_int_equal(reader.readable, 0);

    assert_int_equal(write(ends[1], "x", 1), 1);
    for (int i = 0; i < PATIENCE && reader.readable < 2; i++) { /* as long as there is something */
        assert_true(es_loop_turn(&loop));
    }
    assert_int_equal(reader.readable, 2);
    assert_int_equal(es_watch_set(&loop, &reader.watch, ends[0], false, false), ES_OK);
    tick();
    assert_int_equal(reader.readable, 2);

    assert_int_equal(es_watch_set(&loop, &reader.watch, 9999, true, false), ES_E_SYSTEM);
    es_watch_stop(&reader.watch);
    close(ends[0]);
    close(ends[1]);
}

typedef struct timed {
    es_timer_t timer;
    unsigned fired, most;
} timed_t;

static void on_fired(es_timer_t *timer)
{
    timed_t *t = es_container_of(timer, timed_t, timer);

    if (++t->fired == t->most) {
        es_timer_stop(timer);
    }
}

static void timers_fire(void **state)
{
    timed_t once = {.timer.fired = on_fired}, often = {.timer.fired = on_fired, .most = 3};
    timed_t late = {.timer.fired = on_fired};

    (void)state;
    assert_int_equal(es_timer_start(&loop, &once.timer, 0, false), ES_OK);
    assert_int_equal(es_timer_start(&loop, &late.timer, 3600000, false), ES_OK);
    assert_int_equal(es_timer_start(&loop, &often.timer, 3600000, true), ES_OK);
    assert_int_equal(es_timer_start(&loop, &often.timer, 1, true), ES_OK); /* instead of the former */
    for (int i = 0; i < PATIENCE && often.fired < 3; i++) {
        assert_true(es_loop_turn(&loop));
    }
    tick();
    assert_int_equal(once.fired, 1);
    assert_int_equal(often.fired, 3);
    assert_int_equal(late.fired, 0);
    es_loop_destroy(&loop); /* which ends what still runs */
    assert_null(late.timer.registration.event);
    es_timer_stop(&late.timer);
    assert_int_equal(es_loop_init(&loop), ES_OK);
}

static void on_caught(int signo, void *arg)
{
    *(int *)arg = signo;
}

static void signals_are_caught(void **state)
{
    es_signal_t first = {0}, second = {0};
    int caught[2] = {0, 0};

    (void)state;
    assert_int_equal(es_signal_add(&loop, &first, SIGUSR1, on_caught, &caught[0]), ES_OK);
    assert_int_equal(es_signal_add(&loop, &second, SIGUSR1, on_caught, &caught[1]), ES_OK);
    assert_int_equal(es_signal_add(&loop, &second, SIGUSR2, on_caught, &caught[1]), ES_OK);
    raise(SIGUSR1);
    assert_true(es_loop_turn(&loop));
    assert_int_equal(caught[0], SIGUSR1);
    assert_int_equal(caught[1], 0);
    es_signal_remove(&first);
    es_signal_remove(&first);
    raise(SIGUSR2);
    assert_true(es_loop_turn(&loop));
    assert_int_equal(caught[1], SIGUSR2);
    es_signal_remove(&second);
}

/* A child's loop watches for the child alone, and does not take the parent's descriptors with it. */
static void loops_part_after_fork(void **state)
{
    watched_t reader = {.watch.ready = on_ready, .once = true};
    int ends[2], status;
    pid_t pid;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(es_watch_set(&loop, &reader.watch, ends[0], true, false), ES_OK);
    pid = fork();
    if (pid == 0) {
        es_loop_after_fork(&loop);
        es_watch_stop(&reader.watch);
        es_loop_destroy(&loop);
        _exit(0);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
    assert_int_equal(write(ends[1], "x", 1), 1);
    for (int i = 0; i < PATIENCE && reader.readable == 0; i++) {
        assert_true(es_loop_turn(&loop));
    }
    assert_int_equal(reader.readable, 1);
    close(ends[0]);
    close(ends[1]);
}

static void libraries_have_versions(void **state)
{
    es_library_t libraries[ES_LIBRARIES];

    (void)state;
    es_libraries(libraries);
    for (int i = 0; i < ES_LIBRARIES; i++) {
        assert_string_not_equal(libraries[i].name, "");
        assert_non_null(strchr(libraries[i].built, '.'));
        assert_non_null(strchr(libraries[i].running, '.'));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(timeouts_are_never_early, set_up, tear_down),
        cmocka_unit_test_setup_teardown(timeouts_change, set_up, tear_down),
        cmocka_unit_test_setup_teardown(timeouts_of_one_tick, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ticks_are_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tasks_run_once_a_turn, set_up, tear_down),
        cmocka_unit_test_setup_teardown(descriptors_are_watched, set_up, tear_down),
        cmocka_unit_test_setup_teardown(timers_fire, set_up, tear_down),
        cmocka_unit_test_setup_teardown(signals_are_caught, set_up, tear_down),
        cmocka_unit_test_setup_teardown(loops_part_after_fork, set_up, tear_down),
        cmocka_unit_test(libraries_have_versions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
