#ifndef ES_SERVER_SUPERVISOR_H
#define ES_SERVER_SUPERVISOR_H

#include "server/server.h"

/* The master of a server with several processes: makes, watches and replaces them; runs no connection. */

/** What master and children tell each other over a child's control socket. */
typedef enum es_control_type {
    ES_CONTROL_SHUTDOWN, /* child: end the whole server */
    ES_CONTROL_RELOAD,   /* child: replace the workers; `only_tasks` */
    ES_CONTROL_REPLACE,  /* child: give me a successor, then I end */
    ES_CONTROL_HANDOVER, /* master: a descriptor to hand your sessions over to your successor */
    ES_CONTROL_RENEW,    /* master: read your certificates again */
    ES_CONTROL_ORPHANS,  /* master: your predecessor `pid` has ended; what it still had is yours to bury */
} es_control_type_t;

typedef struct es_control {
    uint8_t type;
    bool only_tasks;
    int32_t pid;
} es_control_t;

/**
 * Forks the children and looks after them until the server ends.
 * @return in the master ES_OK or a negative status; in a child, when its work is over, ES_IN_CHILD: the
 *         process must end with exit status server->exit_status
 */
int es_supervisor_run(es_server_t *server);

/** Begins to end the server, or (again) urges its children; in the master. */
void es_supervisor_stop(es_server_t *server);

/** Begins to replace the workers; in the master. @return false while a reload or stop is under way */
bool es_supervisor_reload(es_server_t *server, bool only_tasks);

/** Sends a control message to the master; in a child. @return ES_OK or ES_E_SYSTEM */
int es_supervisor_tell(es_server_t *server, es_control_type_t type, bool only_tasks);

#endif
