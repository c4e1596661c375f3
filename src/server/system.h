#ifndef ES_SERVER_SYSTEM_H
#define ES_SERVER_SYSTEM_H

#include "server/server.h"

/* What a server asks of the system around it: files, the terminal, who it runs as. Texts of failures: server->error. */

/** Every connection is a descriptor: takes as many as the system grants. */
void es_raise_file_limit(es_server_t *server);

/** Makes a path mean the same when the working directory is another one. @param path owned by the caller; may be NULL
 */
void es_make_absolute(char **path);

/** Writes the process id to settings.pid_file. @return ES_OK or ES_E_SYSTEM */
int es_write_pid_file(es_server_t *server);

/**
 * Goes on in a background process of its own session (spec section 2.10). The caller's process ends inside this
 * call: with status 0 once es_daemon_ready() was called in the new one, else with 1.
 * @return ES_OK in the new process, or ES_E_SYSTEM
 */
int es_daemon_begin(es_server_t *server);

/** The server serves: leaves the terminal for settings.log_file or nowhere, and lets the caller's process end. */
void es_daemon_ready(es_server_t *server);

/** Becomes settings.user and settings.group. Only root can; who cannot goes on as he is, unknown names are logged. */
void es_become_user(es_server_t *server);

/** Gives the log file to settings.user, whose processes will open it anew. */
void es_give_log_to_user(es_server_t *server);

#endif
