#ifndef ES_TESTS_FAULTS_H
#define ES_TESTS_FAULTS_H

#include <stdbool.h>

/*
 * Calls that fail. In a program that is linked for it, the linker puts functions of ours in front of the C library's
 * and libevent's (--wrap, see unit/Makefile): one call, or each call of one kind, fails as a test wants it.
 */

typedef enum call {
    CALL_RECV,
    CALL_SEND,
    CALL_SENDMSG,
    CALL_RECVMSG,
    CALL_ACCEPT4,
    CALL_SHUTDOWN,
    CALL_SETSOCKOPT,
    CALL_SOCKET,
    CALL_SOCKETPAIR,
    CALL_BIND,
    CALL_LISTEN,
    CALL_CONNECT,
    CALL_GETSOCKNAME,
    CALL_LSTAT,
    CALL_UNLINK,
    CALL_FCNTL,
    CALL_MEMFD_CREATE,
    CALL_WRITE,
    CALL_MMAP,
    CALL_POLL,
    CALL_EVENT_NEW,
    CALL_EVENT_ADD,
    CALL_EVENT_BASE_NEW,
    CALLS,
} call_t;

extern const char *const call_names[CALLS];

#define SHORT  (-1) /* instead of an errno: the call does its work for one byte only */
#define ALWAYS 0    /* instead of a number: every call */

typedef struct faults {
    unsigned seen[CALLS]; /* since faults_arm() */
    call_t call;
    unsigned number; /* of the call that fails, from 1 on */
    int error;
    bool armed;
} faults_t;

extern faults_t faults;

/** From now on the call of this number fails with this errno, or does little. */
void faults_arm(call_t call, unsigned number, int error);

/** Nothing fails any more. The counts stay. */
void faults_disarm(void);

/** How many descriptors are open; only good for comparing. */
unsigned open_descriptors(void);

/** shutdown(2), which never fails without reason. */
int faults_real_shutdown(int fd, int how);

#endif
