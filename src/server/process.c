#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE /* daemon */
#endif
#include "server/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/prctl.h>
#endif

int es_process_fork(void)
{
    pid_t pid = fork();

    return pid < 0 ? -errno : (int)pid;
}

int es_process_kill(int pid, int signo)
{
    return kill((pid_t)pid, signo) == 0 ? 0 : -errno;
}

int es_process_wait(bool blocking, es_process_end_t *end)
{
    int status;
    pid_t pid;

    /* A blocking wait ends with EINTR on purpose: the signal's handler is PHP's to run. */
    pid = waitpid(-1, &status, blocking ? 0 : WNOHANG);
    if (pid < 0) {
        return -errno;
    }
    if (pid == 0) {
        return 0;
    }
    end->pid = (int)pid;
    end->code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    end->signo = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return 1;
}

int es_process_alarm(long microseconds, int type)
{
    static const int kinds[] = {ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF};
    const struct timeval period = {microseconds / 1000000, microseconds % 1000000};
    const struct itimerval timer = {period, period};

    if (type < 0 || type > 2) {
        return -EINVAL;
    }
    return setitimer(kinds[type], &timer, NULL) == 0 ? 0 : -errno;
}

int es_process_daemon(bool keep_directory, bool keep_descriptors)
{
    return daemon(keep_directory, keep_descriptors) == 0 ? 0 : -errno;
}

void es_process_die_with_parent(void)
{
#if defined(__linux__)
    pid_t parent = getppid();

    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) {
        raise(SIGTERM); /* it died in between */
    }
#endif
}

int es_process_pipe(int ends[2], bool stream)
{
    if (socketpair(AF_UNIX, stream ? SOCK_STREAM : SOCK_DGRAM, 0, ends) != 0) {
        return -errno;
    }
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    }
    return 0;
}
