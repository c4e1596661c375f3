#ifndef ES_NET_LISTENER_H
#define ES_NET_LISTENER_H

#include <stdbool.h>

#include "net/address.h"
#include "net/loop.h"

/** A listening socket inside a loop. */
typedef struct es_listener {
    es_loop_t *loop;     /* borrowed */
    int fd;              /* borrowed */
    struct event *event; /* owned; NULL while not accepting */
    es_timeout_t retry;  /* armed while it rests */
    double rate;         /* connections it accepts per second; 0: any number. The others wait in the kernel's queue */
    double allowance;    /* connections that it may accept at once */
    double refilled;     /* when `allowance` was true */
    bool exhausted;      /* descriptors or memory ran out, and since then some client always found none */
    /** A connection came in; the callee owns the descriptor. */
    void (*on_accept)(struct es_listener *l, int fd, const es_address_t *peer);
    /**
     * accept() fails for lack of descriptors or memory (`error` is the errno): accepting rests, for a second at a time.
     * Told once; again with error 0 when all that waited in the kernel's queue, or a turn's worth of them, could be
     * accepted.
     */
    void (*on_exhausted)(struct es_listener *l, int error);
    /** `rate` is reached: accepting rests for a moment. */
    void (*on_rate)(struct es_listener *l);
} es_listener_t;

/**
 * Starts accepting from a listening descriptor. Set `rate` and the callbacks before.
 * @return ES_OK or ES_E_SYSTEM
 */
int es_listener_start(es_listener_t *l, es_loop_t *loop, int fd);

/** Stops accepting. The descriptor stays open. May be called at any time, also twice. */
void es_listener_stop(es_listener_t *l);

#endif
