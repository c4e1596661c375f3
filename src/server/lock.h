#ifndef ES_SERVER_LOCK_H
#define ES_SERVER_LOCK_H

#include <stdbool.h>
#include <sys/types.h>

#include "server/mutex.h"

/* Locks between processes: made by one, used by it and the children it forks later. */

/* Numbers that PHP users know (spec section 3.9). */
typedef enum es_lock_type {
    ES_LOCK_RWLOCK = 1,
    ES_LOCK_MUTEX = 3,
    ES_LOCK_SPINLOCK = 5,
} es_lock_type_t;

#define ES_LOCK_READERS 128 /* who may read at the same time; one more waits */

/**
 * A process's view of a lock. A process that dies with a lock in its hands loses it: every part of a lock is a mutex
 * that survives its owner.
 *
 * Mutex and spinlock are mutexes[0]; a spinlock tries for a while before it sleeps. A rwlock is mutexes[0], the gate,
 * and one mutex for every reader. A reader passes the gate and takes a mutex of its own; a writer takes the gate, which
 * keeps new readers out, and waits for each of the others to be free. So neither side can starve the other, and a dead
 * reader is noticed like a dead writer, which a plain counter of readers could not do.
 */
typedef struct es_lock {
    es_lock_type_t type;
    es_mutex_t *mutexes; /* owned, shared memory */
    pid_t holder;        /* the process that `held` speaks of; forked children hold nothing */
    int held;            /* -1: nothing, else an index of mutexes; 0: exclusively */
    unsigned depth;      /* how often this process took it to read */
} es_lock_t;

/** @return 0 or a negated errno */
int es_lock_init(es_lock_t *lock, es_lock_type_t type);

/** Gives up this process's view; the others go on. A lock that is held is let go. */
void es_lock_destroy(es_lock_t *lock);

/**
 * Takes the lock.
 * @param shared  to read; the same as false unless it is a rwlock
 * @param seconds how long to wait; 0: not at all; < 0: for ever
 * @return 0 or a negated errno: EBUSY (with 0 seconds), ETIMEDOUT, EDEADLK (this process has it already)
 */
int es_lock_acquire(es_lock_t *lock, bool shared, double seconds);

/** @return 0, or -EPERM when this process does not hold it */
int es_lock_release(es_lock_t *lock);

#endif
