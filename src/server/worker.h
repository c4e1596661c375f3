#ifndef ES_SERVER_WORKER_H
#define ES_SERVER_WORKER_H

#include <signal.h>

#include "server/server.h"

/**
 * One worker's life, in its own process or in the only one: loop, listeners, sessions, mail, until it is
 * told to end.
 * @param handover a socket on which the sessions of a predecessor come, now the worker's; -1: none
 * @param mask     the signals to block once they have their handlers; NULL: as they are
 * @return the exit status of the process
 */
int es_worker_run(es_server_t *server, int handover, const sigset_t *mask);

/** Begins a graceful end of this worker (SIGTERM, the end of the server); a second signal ends the wait. */
void es_worker_stop(es_server_t *server);

/** Asks for a successor and hands everything over to it; without a master the server ends. */
void es_worker_retire(es_server_t *server);

/**
 * Ends an open session of a worker that is ending: a WebSocket with 1001, or 1012 where a successor serves on; what
 * waits for an answer keeps its connection until then.
 */
void es_worker_end_session(es_session_t *s);

#endif
