#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE /* syscall() */
#endif
#include "server/atomic.h"

#include <errno.h>
#include <limits.h>
#include <time.h>
#ifdef __linux__
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#define NANOSECONDS 1000000000LL

static int64_t now(void)
{
    struct timespec ts;

    clock_gettime(CLOCK_MONOTONIC, &ts);
    return ts.tv_sec * NANOSECONDS + ts.tv_nsec;
}

/* Sleeps while the number is 0, for at most `left` nanoseconds. */
static int sleep_on(es_atomic_t *atomic, int64_t left)
{
#if defined(__linux__) && defined(SYS_futex)
    const struct timespec most = {(time_t)(left / NANOSECONDS), (long)(left % NANOSECONDS)};

    return syscall(SYS_futex, atomic, FUTEX_WAIT, 0, &most, NULL, 0) == 0 ? 0 : -errno;
#else
    const struct timespec pause = {0, (long)(left < 1000000 ? left : 1000000)};

    (void)atomic;
    return nanosleep(&pause, NULL) == 0 ? 0 : -errno;
#endif
}

int es_atomic_wait(es_atomic_t *atomic, double seconds)
{
    bool bounded = seconds >= 0 && seconds < 1e9;
    int64_t deadline = bounded ? now() + (int64_t)(seconds * NANOSECONDS) : 0;

    for (;;) {
        uint32_t one = 1;
        int64_t left = 3600 * NANOSECONDS;

        if (atomic_compare_exchange_strong(atomic, &one, 0)) {
            return 0;
        }
        if (bounded && (left = deadline - now()) <= 0) {
            return -ETIMEDOUT;
        }
        if (one != 0) {
            /* A number that somebody set(): only another set() or wakeup() can change that, and neither wakes us. */
            left = left < 1000000 ? left : 1000000;
            nanosleep(&(struct timespec){0, (long)left}, NULL);
        } else if (sleep_on(atomic, left) == -EINTR) {
            return -EINTR;
        }
    }
}

void es_atomic_wakeup(es_atomic_t *atomic, int count)
{
    uint32_t zero = 0;

    if (atomic_compare_exchange_strong(atomic, &zero, 1)) {
#if defined(__linux__) && defined(SYS_futex)
        syscall(SYS_futex, atomic, FUTEX_WAKE, count < 1 ? INT_MAX : count, NULL, NULL, 0);
#else
        (void)count;
#endif
    }
}
