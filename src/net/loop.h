#ifndef ES_NET_LOOP_H
#define ES_NET_LOOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/list.h"

struct event_base;
struct es_segment;

/* Bytes one recv() may bring; shared by all connections of the loop, so an idle one owns no buffer. */
#define ES_READ_BUFFER (128 * 1024)

/*
 * Time of the timeout wheel passes in ticks. It is coarse on purpose: timeouts guard against peers that do
 * nothing, and the tick also bounds how long a pending signal of the host (PHP's vm_interrupt) may wait.
 */
#define ES_TICK_MS    100
#define ES_WHEEL_SIZE 512 /* slots, a power of two; a longer timeout goes round more than once */

/*
 * A turn may bring thousands of ready connections. After this many the turn's tasks run, so that the queues filled so
 * far are sent while all that belongs to them still is in the processor's cache.
 */
#define ES_WORK_PER_BATCH 64

/** A place in the wheel, embedded in what may time out. */
typedef struct es_timeout {
    es_list_t link;
    uint64_t deadline; /* tick in which it expires */
    void (*expired)(struct es_timeout *timeout);
} es_timeout_t;

/** What runs at the end of a loop turn, embedded in what has work to do there. */
typedef struct es_turn_task {
    es_list_t link;
    void (*run)(struct es_turn_task *task);
} es_turn_task_t;

/** What watches and timers of net/watch.h have in common. Zeroed memory is not registered. */
typedef struct es_registration {
    struct event *event; /* owned; NULL while not registered, and once the loop is gone */
    es_list_t link;      /* in the loop's list */
} es_registration_t;

/** Bytes that a loop's connections have received and sent. */
typedef struct es_traffic {
    uint64_t bytes_in, bytes_out;
} es_traffic_t;

/**
 * One libevent loop with what all its connections share. A turn is: wait, let every ready socket be read
 * and its callbacks run, then run the turn tasks (flush outputs, free what was closed).
 */
typedef struct es_loop {
    struct event_base *base; /* owned */
    uint8_t *read_buffer;    /* owned; ES_READ_BUFFER bytes; valid until the next read */
    es_traffic_t *traffic;   /* borrowed: where its owner wants it to count; its own at first */
    es_traffic_t own_traffic;
    es_list_t turn_tasks;
    es_list_t wheel[ES_WHEEL_SIZE];
    uint64_t tick;
    struct event *ticker; /* owned */
    bool stopped;
    void (*on_tick)(void *arg); /* called with every tick; may be NULL */
    void *on_tick_arg;
    void (*on_turn)(struct es_loop *loop); /* called at the end of every turn; may be NULL */
    es_list_t registrations;               /* es_registration_t; es_loop_destroy() cuts them off */
    struct es_segment *spare[2];           /* owned; output segments to use again, per size class (see output.h) */
    unsigned spare_count[2];
    unsigned worked;    /* es_loop_worked() since the tasks last ran */
    double now;         /* es_loop_now() of this turn; 0: nobody has asked yet */
    double unix_offset; /* from es_loop_now() to Unix time; read anew with every tick */
} es_loop_t;

/** @return 0, or ES_E_SYSTEM when libevent cannot make a loop (no descriptors left) */
int es_loop_init(es_loop_t *loop);

/** Frees the loop. Connections, listeners and signals must be gone; watches and timers end. */
void es_loop_destroy(es_loop_t *loop);

/** In a child: makes the loop its own, so that destroying it leaves the parent's alone. */
void es_loop_after_fork(es_loop_t *loop);

/** Runs one turn, which waits for an event, for a tick at the longest. @return false: it cannot go on */
bool es_loop_turn(es_loop_t *loop);

/** Runs turns until es_loop_stop(). */
void es_loop_run(es_loop_t *loop);

/** Ends es_loop_run() as soon as the callback that is running returns. */
void es_loop_stop(es_loop_t *loop);

/** A ready connection was worked on, and nothing of it is in use any more: ends a batch that is full. */
void es_loop_worked(es_loop_t *loop);

/** Reads the clock anew, for a caller that may come late in a long turn. @return what es_loop_now() is from here on */
double es_loop_read_clock(es_loop_t *loop);

/**
 * Seconds of the monotonic clock, read once in a turn. It is the same in all processes, and nobody sets it: limits and
 * whatever else is compared are in this time.
 */
static inline double es_loop_now(es_loop_t *loop)
{
    return loop->now > 0 ? loop->now : es_loop_read_clock(loop);
}

/** @return Unix time in seconds of a moment of es_loop_now(), for people; 0 (never) stays 0 */
double es_loop_unix_time(const es_loop_t *loop, double moment);

void es_timeout_init(es_timeout_t *timeout, void (*expired)(es_timeout_t *));

/** (Re)arms a timeout. @param seconds from now; rounded up to whole ticks */
void es_timeout_set(es_loop_t *loop, es_timeout_t *timeout, double seconds);

/** Arms a timeout, unless it is armed and expires earlier anyway. */
void es_timeout_set_sooner(es_loop_t *loop, es_timeout_t *timeout, double seconds);

void es_timeout_cancel(es_timeout_t *timeout);

void es_turn_task_init(es_turn_task_t *task, void (*run)(es_turn_task_t *));

/** Lets the task run at the end of this turn; once, however often it is asked for. */
void es_turn_task_schedule(es_loop_t *loop, es_turn_task_t *task);

#endif
