#ifndef ES_PHP_SWOOLE_LOOP_USERS_H
#define ES_PHP_SWOOLE_LOOP_USERS_H

/* What the loop (php/process_loop.c) asks of Swoole\Timer and Swoole\Event. */

/** In a child: ids count from 1 again. */
void es_timers_restart(void);

/** The request ends; no timer is left. */
void es_timers_free(void);

/** The request ends; nothing is watched any more. */
void es_events_free(void);

#endif
