#ifndef ES_SERVER_ATOMIC_H
#define ES_SERVER_ATOMIC_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/*
 * Numbers in shared memory. The operations are those of <stdatomic.h>, which need no lock for these types, so a process
 * that is killed can leave nothing behind.
 */
_Static_assert(ATOMIC_INT_LOCK_FREE == 2 && ATOMIC_LLONG_LOCK_FREE == 2, "atomics between processes must be lock-free");

typedef _Atomic uint32_t es_atomic_t;
typedef _Atomic int64_t es_atomic_long_t;

/**
 * Waits until the number is 1 and makes it 0 again: a semaphore of one bit (spec section 7.3).
 * @param seconds < 0: for ever
 * @return 0 or a negated errno: ETIMEDOUT, EINTR
 */
int es_atomic_wait(es_atomic_t *atomic, double seconds);

/** Makes a 0 to 1 and wakes up to `count` waiters, of which one will go on. A number that is not 0 stays. */
void es_atomic_wakeup(es_atomic_t *atomic, int count);

#endif
