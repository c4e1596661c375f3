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
    es_timeout_t retry;  /* armed while out of descriptors */
    /** A connection came in; the callee owns the descriptor. */
    void (*on_accept)(struct es_listener *l, int fd, const es_address_t *peer);
    /** accept() failed for lack of descriptors or memory (`error` is the errno); accepting rests for a second. */
    void (*on_exhausted)(struct es_listener *l, int error);
} es_listener_t;

/**
 * Starts accepting from a listening descriptor. Set on_accept and on_exhausted before.
 * @return ES_OK or ES_E_SYSTEM
 */
int es_listener_start(es_listener_t *l, es_loop_t *loop, int fd);

/** Stops accepting. The descriptor stays open. May be called at any time, also twice. */
void es_listener_stop(es_listener_t *l);

#endif
