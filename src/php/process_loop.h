#ifndef ES_PHP_PROCESS_LOOP_H
#define ES_PHP_PROCESS_LOOP_H

#include <stdbool.h>

#include "base/list.h"
#include "net/loop.h"

/*
 * The loop of this process: what user code's timers and events sit on. While a server runs here it is the server's.
 * Else it is a loop of the process's own, made when it is first needed, and run by Swoole\Event::wait() or at the end
 * of the script until nothing is left in it.
 */

/** What user code has in the loop: a timer, a descriptor that is watched. Embedded; zeroed memory is not in it. */
typedef struct es_resident {
    es_list_t link;
    /** Takes it out and frees it, between turns or from a method: may run destructors of user code. */
    void (*drop)(struct es_resident *resident);
} es_resident_t;

/** The loop to use now; NULL when there is none and none can be made (with E_WARNING). */
es_loop_t *es_host_loop(void);

/** Puts something in: the process's own loop does not end before it is taken out. */
void es_resident_add(es_resident_t *resident, void (*drop)(es_resident_t *resident));

/** Takes it out; nothing if it is not in. */
void es_resident_remove(es_resident_t *resident);

/** Whether user code has anything in the loop. */
bool es_process_loop_has_residents(void);

/** Whether the process's own loop is running. */
bool es_process_loop_running(void);

/** Whether that loop stands in the way of a server: it is running, or there is something in it. */
bool es_process_loop_busy(void);

/**
 * Runs the process's own loop until nothing is left, es_process_loop_exit(), or exit(). Called by a PHP method: after
 * it an exception may be set; a fatal error is raised again.
 * @param once only one turn
 */
void es_process_loop_run(bool once);

/** Ends es_process_loop_run() as soon as the callback that is running returns. */
void es_process_loop_stop(void);

/** Ends the loop that runs now, a server's in order; what is in the process's own is dropped. Swoole\Event::exit() */
void es_process_loop_exit(void);

/** Drops whatever user code has in the loop: a server has ended. */
void es_process_loop_clear(void);

/**
 * In a child, first thing: timers and events are the parent's. Noticed at the next use anyway; who forks calls it so
 * that nothing of the parent's is there meanwhile.
 */
void es_process_loop_after_fork(void);

/** The request ends. */
void es_process_loop_request_shutdown(void);

#endif
