#include "server/lock.h"

#include <errno.h>
#include <sched.h>
#include <string.h>
#include <unistd.h>

#include "base/shared.h"

#define SPINS 2000

/* How a wait is bounded. */
typedef struct wait_limit {
    enum {
        FOR_EVER,
        UNTIL,
        NOT_AT_ALL
    } kind;
    struct timespec deadline;
} wait_limit_t;

static size_t mutex_count(es_lock_type_t type)
{
    return type == ES_LOCK_RWLOCK ? 1 + ES_LOCK_READERS : 1;
}

int es_lock_init(es_lock_t *lock, es_lock_type_t type)
{
    size_t count = mutex_count(type);

    memset(lock, 0, sizeof(*lock));
    lock->type = type;
    lock->held = -1;
    lock->mutexes = es_shared_map(count * sizeof(es_mutex_t));
    if (!lock->mutexes) {
        return -ENOMEM;
    }
    for (size_t i = 0; i < count; i++) {
        int status = es_mutex_init(&lock->mutexes[i]);

        if (status != 0) {
            es_lock_destroy(lock);
            return status;
        }
    }
    return 0;
}

void es_lock_destroy(es_lock_t *lock)
{
    if (lock->mutexes) {
        /* A mutex that is held must not leave the address space: the kernel looks at it when the process ends. */
        while (es_lock_release(lock) == 0) {
        }
        es_shared_unmap(lock->mutexes, mutex_count(lock->type) * sizeof(es_mutex_t));
        lock->mutexes = NULL;
    }
}

static wait_limit_t limit_of(double seconds)
{
    wait_limit_t limit = {seconds < 0 ? FOR_EVER : seconds > 0 ? UNTIL : NOT_AT_ALL, {0, 0}};

    if (limit.kind == UNTIL) {
        if (seconds > 1e9) {
            seconds = 1e9;
        }
        clock_gettime(CLOCK_REALTIME, &limit.deadline);
        limit.deadline.tv_sec += (time_t)seconds;
        limit.deadline.tv_nsec += (long)((seconds - (double)(time_t)seconds) * 1e9);
        if (limit.deadline.tv_nsec >= 1000000000) {
            limit.deadline.tv_sec++;
            limit.deadline.tv_nsec -= 1000000000;
        }
    }
    return limit;
}

/* Nothing is guarded but what user code keeps in order itself, so a dead owner only has to be put down. */
static int settle(es_mutex_t *mutex, int status)
{
    if (status == ES_MUTEX_OWNER_DIED) {
        es_mutex_repaired(mutex);
        return 0;
    }
    return status;
}

static int spin(es_mutex_t *mutex, unsigned spins)
{
    int status = es_mutex_trylock(mutex);

    for (unsigned i = 0; status == -EBUSY && i < spins; i++) {
        if (i % 32 == 31) {
            sched_yield();
        }
        status = es_mutex_trylock(mutex);
    }
    return settle(mutex, status);
}

static int take(es_mutex_t *mutex, const wait_limit_t *limit)
{
    if (limit->kind == NOT_AT_ALL) {
        return settle(mutex, es_mutex_trylock(mutex));
    }
    return settle(mutex, es_mutex_lock(mutex, limit->kind == UNTIL ? &limit->deadline : NULL));
}

/* A reader holds the gate for a moment only, so one that does not want to wait tries more than once. */
static int take_gate(es_lock_t *lock, const wait_limit_t *limit)
{
    return limit->kind == NOT_AT_ALL ? spin(&lock->mutexes[0], 200) : take(&lock->mutexes[0], limit);
}

static int acquire_to_read(es_lock_t *lock, const wait_limit_t *limit)
{
    int first = (int)(getpid() % ES_LOCK_READERS), status = take_gate(lock, limit);

    if (status != 0) {
        return status;
    }
    for (int i = 0; i < ES_LOCK_READERS; i++) {
        int index = 1 + (first + i) % ES_LOCK_READERS;

        if (settle(&lock->mutexes[index], es_mutex_trylock(&lock->mutexes[index])) == 0) {
            lock->held = index;
            break;
        }
    }
    if (lock->held < 0) {
        status = take(&lock->mutexes[1 + first], limit);
        if (status == 0) {
            lock->held = 1 + first;
        }
    }
    es_mutex_unlock(&lock->mutexes[0]);
    return status;
}

static int acquire_to_write(es_lock_t *lock, const wait_limit_t *limit)
{
    int status = take_gate(lock, limit);

    for (int i = 1; status == 0 && i <= ES_LOCK_READERS; i++) {
        status = take(&lock->mutexes[i], limit);
        if (status == 0) {
            es_mutex_unlock(&lock->mutexes[i]);
        } else {
            es_mutex_unlock(&lock->mutexes[0]);
        }
    }
    if (status == 0) {
        lock->held = 0;
    }
    return status;
}

int es_lock_acquire(es_lock_t *lock, bool shared, double seconds)
{
    wait_limit_t limit = limit_of(seconds);
    int status;

    if (!lock->mutexes) {
        return -EINVAL;
    }
    if (lock->holder != getpid()) {
        lock->holder = getpid();
        lock->held = -1;
        lock->depth = 0;
    }
    shared = shared && lock->type == ES_LOCK_RWLOCK;
    if (lock->held > 0 && shared) {
        lock->depth++;
        return 0;
    }
    if (lock->held >= 0) {
        return -EDEADLK;
    }
    if (lock->type == ES_LOCK_RWLOCK) {
        status = shared ? acquire_to_read(lock, &limit) : acquire_to_write(lock, &limit);
    } else {
        status = -EBUSY;
        if (lock->type == ES_LOCK_SPINLOCK && limit.kind != NOT_AT_ALL) {
            status = spin(&lock->mutexes[0], SPINS);
        }
        if (status == -EBUSY) {
            status = take(&lock->mutexes[0], &limit);
        }
        if (status == 0) {
            lock->held = 0;
        }
    }
    if (status == 0) {
        lock->depth = 1;
    }
    return status;
}

int es_lock_release(es_lock_t *lock)
{
    if (!lock->mutexes || lock->holder != getpid() || lock->held < 0) {
        return -EPERM;
    }
    if (--lock->depth > 0) {
        return 0;
    }
    int held = lock->held;
    lock->held = -1;
    return es_mutex_unlock(&lock->mutexes[held]);
}
