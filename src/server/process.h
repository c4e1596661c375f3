#ifndef ES_SERVER_PROCESS_H
#define ES_SERVER_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Processes of the user's own: the system calls behind Swoole\Process. Failures are negated errno values. */

/** fork(). @return 0 in the child, its pid in the parent, or the negated errno */
int es_process_fork(void);

/** @return 0 or the negated errno */
int es_process_kill(int pid, int signo);

/** How a child ended. */
typedef struct es_process_end {
    int pid;
    int code;  /* exit status */
    int signo; /* the signal that killed it; 0 */
} es_process_end_t;

/** Waits for any child. @return 1 with `*end`; 0: none has ended yet (not blocking); or the negated errno */
int es_process_wait(bool blocking, es_process_end_t *end);

/**
 * Sends a signal to the process again and again (setitimer).
 * @param microseconds 0 stops it
 * @param type 0: SIGALRM in real time, 1: SIGVTALRM in the process's time, 2: SIGPROF
 */
int es_process_alarm(long microseconds, int type);

/** Goes into the background (daemon(3)): a new session; keeps the directory and the descriptors if asked to. */
int es_process_daemon(bool keep_directory, bool keep_descriptors);

/** Lets the child die with its parent, where the system can. In the child. */
void es_process_die_with_parent(void);

/**
 * A pair of connected sockets for a process and its parent.
 * @param stream a stream of bytes; false: messages keep their bounds
 */
int es_process_pipe(int ends[2], bool stream);

#endif
