#ifndef ES_SERVER_MUTEX_H
#define ES_SERVER_MUTEX_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <time.h>

/*
 * A mutex in shared memory that survives the death of its owner. Where the system has robust mutexes the kernel itself
 * tells of the death, at once and without mistaking a new process for the old one. Elsewhere (macOS) a word holds the
 * owner's process id, and who waits looks whether that process still exists.
 */
#if !defined(ES_MUTEX_BY_PID) && !defined(__linux__) && !defined(__FreeBSD__)
#define ES_MUTEX_BY_PID
#endif

typedef struct es_mutex {
#ifdef ES_MUTEX_BY_PID
    _Atomic int64_t owner; /* 0: free */
#else
    pthread_mutex_t mutex;
#endif
} es_mutex_t;

/* The lock is held, and its last owner died with it: repair what it guards, then call es_mutex_repaired(). */
#define ES_MUTEX_OWNER_DIED 1

/** @return 0 or a negated errno */
int es_mutex_init(es_mutex_t *mutex);

/** Only by the last process that uses it. */
void es_mutex_destroy(es_mutex_t *mutex);

/**
 * Waits for the mutex.
 * @param deadline of CLOCK_REALTIME; NULL: for ever
 * @return 0, ES_MUTEX_OWNER_DIED, or a negated errno: ETIMEDOUT, EDEADLK (this process has it already)
 */
int es_mutex_lock(es_mutex_t *mutex, const struct timespec *deadline);

/** Does not wait. @return as es_mutex_lock(), or -EBUSY */
int es_mutex_trylock(es_mutex_t *mutex);

/** What the mutex guards is in order again. Until then every owner's death is reported anew. */
void es_mutex_repaired(es_mutex_t *mutex);

/** @return 0, or -EPERM when this process does not have it */
int es_mutex_unlock(es_mutex_t *mutex);

#endif
