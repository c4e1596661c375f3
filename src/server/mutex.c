#include "server/mutex.h"

#include <errno.h>
#include <stdbool.h>

#ifdef ES_MUTEX_BY_PID

#include <sched.h>
#include <signal.h>
#include <unistd.h>

int es_mutex_init(es_mutex_t *mutex)
{
    atomic_init(&mutex->owner, 0);
    return 0;
}

void es_mutex_destroy(es_mutex_t *mutex)
{
    (void)mutex;
}

/* A zombie still counts as alive: the wait goes on until its parent has reaped it. */
static bool is_dead(int64_t pid)
{
    return kill((pid_t)pid, 0) != 0 && errno == ESRCH;
}

static int try_lock(es_mutex_t *mutex, bool look_for_death)
{
    int64_t owner = 0, self = getpid();

    if (atomic_compare_exchange_strong(&mutex->owner, &owner, self)) {
        return 0;
    }
    if (owner == self) {
        return -EDEADLK;
    }
    if (look_for_death && is_dead(owner) && atomic_compare_exchange_strong(&mutex->owner, &owner, self)) {
        return ES_MUTEX_OWNER_DIED;
    }
    return -EBUSY;
}

int es_mutex_trylock(es_mutex_t *mutex)
{
    return try_lock(mutex, true);
}

int es_mutex_lock(es_mutex_t *mutex, const struct timespec *deadline)
{
    for (unsigned round = 0;; round++) {
        int status = try_lock(mutex, round % 64 == 63);
        struct timespec now;

        if (status != -EBUSY) {
            return status;
        }
        if (round > 100) {
            const struct timespec pause = {0, 100000};

            nanosleep(&pause, NULL);
        } else {
            sched_yield();
        }
        if (deadline && clock_gettime(CLOCK_REALTIME, &now) == 0 &&
            (now.tv_sec > deadline->tv_sec || (now.tv_sec == deadline->tv_sec && now.tv_nsec >= deadline->tv_nsec))) {
            return -ETIMEDOUT;
        }
    }
}

/* Nothing to do: the owner's id is that of the repairer, so its death would be noticed, too. */
void es_mutex_repaired(es_mutex_t *mutex)
{
    (void)mutex;
}

int es_mutex_unlock(es_mutex_t *mutex)
{
    int64_t self = getpid();

    return atomic_compare_exchange_strong(&mutex->owner, &self, 0) ? 0 : -EPERM;
}

#else

int es_mutex_init(es_mutex_t *mutex)
{
    pthread_mutexattr_t attributes;
    int error = pthread_mutexattr_init(&attributes);

    if (error) {
        return -error;
    }
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_ERRORCHECK);
    error = pthread_mutex_init(&mutex->mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
    return -error;
}

void es_mutex_destroy(es_mutex_t *mutex)
{
    pthread_mutex_destroy(&mutex->mutex);
}

static int result(int error)
{
    return error == EOWNERDEAD ? ES_MUTEX_OWNER_DIED : -error;
}

int es_mutex_trylock(es_mutex_t *mutex)
{
    return result(pthread_mutex_trylock(&mutex->mutex));
}

int es_mutex_lock(es_mutex_t *mutex, const struct timespec *deadline)
{
    return result(deadline ? pthread_mutex_timedlock(&mutex->mutex, deadline) : pthread_mutex_lock(&mutex->mutex));
}

void es_mutex_repaired(es_mutex_t *mutex)
{
    pthread_mutex_consistent(&mutex->mutex);
}

int es_mutex_unlock(es_mutex_t *mutex)
{
    return -pthread_mutex_unlock(&mutex->mutex);
}

#endif
