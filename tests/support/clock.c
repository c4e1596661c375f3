#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif
#include "support/clock.h"

#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* Where our time begins: what the clock since the start of the machine says, and the one on the wall. */
#define UPTIME 1000
#define WALL   1700000000

static bool ours;
static long long passed; /* milliseconds */
static long set;         /* seconds that the clock on the wall was set forward */

void clock_make(bool on)
{
    ours = on;
    passed = 0;
    set = 0;
}

void clock_set_wall(long seconds)
{
    set += seconds;
}

int epoll_wait(int fd, struct epoll_event *events, int max, int timeout)
{
    int n = (int)syscall(SYS_epoll_pwait, fd, events, max, ours ? 0 : timeout, NULL, 0);

    if (ours && n == 0) {
        if (timeout < 0) {
            abort(); /* it would wait for ever */
        }
        passed += timeout;
    }
    return n;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    if (!ours || (clock != CLOCK_MONOTONIC && clock != CLOCK_MONOTONIC_COARSE)) {
        return (int)syscall(SYS_clock_gettime, clock, now);
    }
    now->tv_sec = UPTIME + (time_t)(passed / 1000);
    now->tv_nsec = (long)(passed % 1000) * 1000000;
    return 0;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    (void)zone;
    if (ours) {
        now->tv_sec = WALL + set + (time_t)(passed / 1000);
        now->tv_usec = (suseconds_t)(passed % 1000) * 1000;
        return 0;
    }
    return (int)syscall(SYS_gettimeofday, now, NULL);
}
