#ifndef ES_TESTS_CLOCK_H
#define ES_TESTS_CLOCK_H

#include <stdbool.h>

/*
 * Time that passes only when the server has nothing else to do. A program that links this has its own epoll_wait() and
 * clocks, for libevent, too: a wait finds out whether anything is ready, and if not, its time is over at once. So a
 * limit of ten seconds strikes without ten seconds' waiting, and no run depends on how fast the machine is.
 */

/** From here on (true) time is of our making, and begins anew; or it is the real one again. */
void clock_make(bool on);

/** Somebody sets the clock on the wall, which is of our making. @param seconds by which it goes forward, or back */
void clock_set_wall(long seconds);

#endif
