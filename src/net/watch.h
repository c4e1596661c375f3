#ifndef ES_NET_WATCH_H
#define ES_NET_WATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "net/loop.h"

/** Watches a descriptor that is not a connection: a mailbox, a pipe, a user's stream. Zeroed memory watches nothing. */
typedef struct es_watch {
    es_registration_t registration;
    void (*ready)(struct es_watch *watch, bool readable, bool writable);
} es_watch_t;

/**
 * (Re)starts watching; with neither flag it stops.
 * @param fd borrowed; must stay open while watched
 * @return ES_OK, or ES_E_SYSTEM for a descriptor that cannot be watched
 */
int es_watch_set(es_loop_t *loop, es_watch_t *watch, int fd, bool read, bool write);

/** Stops watching. May be called at any time. */
void es_watch_stop(es_watch_t *watch);

/** A timer of its own, for what the wheel is too coarse for. Zeroed memory is not running. */
typedef struct es_timer {
    es_registration_t registration;
    bool repeats;
    void (*fired)(struct es_timer *timer);
} es_timer_t;

/**
 * Starts a timer.
 * @param milliseconds until it fires; 0: in the next turn
 * @param repeat fires again and again; a period that is missed because a callback took too long is not made up for
 * @return ES_OK or ES_E_SYSTEM
 */
int es_timer_start(es_loop_t *loop, es_timer_t *timer, uint64_t milliseconds, bool repeat);

/** Stops it. May be called at any time, also while it fires. */
void es_timer_stop(es_timer_t *timer);

/** A signal handler inside the loop. Zeroed memory handles nothing. */
typedef struct es_signal {
    es_registration_t registration;
    void (*caught)(int signo, void *arg);
    void *arg;
} es_signal_t;

/** @return ES_OK or ES_E_SYSTEM */
int es_signal_add(es_loop_t *loop, es_signal_t *signal, int signo, void (*caught)(int signo, void *arg), void *arg);

/** Takes it back. May be called at any time. */
void es_signal_remove(es_signal_t *signal);

#endif
