#ifndef ES_SERVER_HANDOVER_H
#define ES_SERVER_HANDOVER_H

#include "server/session.h"

/*
 * Sessions move from a worker to its successor: the descriptor is passed along, with what the protocol
 * engine knows (a half-received message) and what waits to be sent. The session keeps its record in the
 * connection table, so its id and counters stay, and no onClose or onOpen is called.
 */

/** Whether a session can move now: a quiet one, whose state is in the protocol engine alone. */
bool es_handover_possible(const es_session_t *s);

/** Sends one session; blocks. It is gone here afterwards, without on_close. @return false when that failed: it stays */
bool es_handover_give(int socket, es_session_t *s);

/** Says that there are no more. */
void es_handover_end(int socket);

/** Tells the predecessor that sessions may come. */
void es_handover_ready(int socket);

/**
 * Takes the sessions that come in until the predecessor says that there are no more, or is gone; blocks.
 * @return how many came
 */
int es_handover_take(es_server_t *server, int socket);

#endif
