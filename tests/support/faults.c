#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif
#include "support/faults.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <event2/event.h>

const char *const call_names[CALLS] = {
    "recv",         "send",  "sendmsg", "recvmsg", "accept4",     "shutdown",  "setsockopt",     "socket",
    "socketpair",   "bind",  "listen",  "connect", "getsockname", "lstat",     "unlink",         "fcntl",
    "memfd_create", "write", "mmap",    "poll",    "event_new",   "event_add", "event_base_new",
};

faults_t faults;

void faults_arm(call_t call, unsigned number, int error)
{
    faults = (faults_t){.call = call, .number = number, .error = error, .armed = true};
}

void faults_disarm(void)
{
    faults.armed = false;
}

unsigned open_descriptors(void)
{
    DIR *dir = opendir("/proc/self/fd");
    unsigned count = 0;

    while (dir && readdir(dir)) {
        count++;
    }
    if (dir) {
        closedir(dir);
    }
    return count;
}

/* @return false: the call fails, with errno */
static bool may_go_on(call_t call, size_t *size)
{
    unsigned number = ++faults.seen[call];

    if (!faults.armed || faults.call != call || (faults.number != ALWAYS && faults.number != number)) {
        return true;
    }
    if (faults.error == SHORT) {
        *size = *size > 0 ? 1 : 0;
        return true;
    }
    errno = faults.error;
    return false;
}

ssize_t __real_recv(int fd, void *into, size_t size, int flags);
ssize_t __wrap_recv(int fd, void *into, size_t size, int flags);
ssize_t __wrap_recv(int fd, void *into, size_t size, int flags)
{
    return may_go_on(CALL_RECV, &size) ? __real_recv(fd, into, size, flags) : -1;
}

ssize_t __real_send(int fd, const void *bytes, size_t size, int flags);
ssize_t __wrap_send(int fd, const void *bytes, size_t size, int flags);
ssize_t __wrap_send(int fd, const void *bytes, size_t size, int flags)
{
    return may_go_on(CALL_SEND, &size) ? __real_send(fd, bytes, size, flags) : -1;
}

ssize_t __real_recvmsg(int fd, struct msghdr *msg, int flags);
ssize_t __wrap_recvmsg(int fd, struct msghdr *msg, int flags);
ssize_t __wrap_recvmsg(int fd, struct msghdr *msg, int flags)
{
    return may_go_on(CALL_RECVMSG, &(size_t){0}) ? __real_recvmsg(fd, msg, flags) : -1;
}

int __real_accept4(int fd, struct sockaddr *peer, socklen_t *len, int flags);
int __wrap_accept4(int fd, struct sockaddr *peer, socklen_t *len, int flags);
int __wrap_accept4(int fd, struct sockaddr *peer, socklen_t *len, int flags)
{
    return may_go_on(CALL_ACCEPT4, &(size_t){0}) ? __real_accept4(fd, peer, len, flags) : -1;
}

int __real_shutdown(int fd, int how);
int __wrap_shutdown(int fd, int how);
int __wrap_shutdown(int fd, int how)
{
    return may_go_on(CALL_SHUTDOWN, &(size_t){0}) ? __real_shutdown(fd, how) : -1;
}

int __real_setsockopt(int fd, int level, int option, const void *value, socklen_t len);
int __wrap_setsockopt(int fd, int level, int option, const void *value, socklen_t len);
int __wrap_setsockopt(int fd, int level, int option, const void *value, socklen_t len)
{
    return may_go_on(CALL_SETSOCKOPT, &(size_t){0}) ? __real_setsockopt(fd, level, option, value, len) : -1;
}

int __real_socket(int domain, int type, int protocol);
int __wrap_socket(int domain, int type, int protocol);
int __wrap_socket(int domain, int type, int protocol)
{
    return may_go_on(CALL_SOCKET, &(size_t){0}) ? __real_socket(domain, type, protocol) : -1;
}

int __real_socketpair(int domain, int type, int protocol, int ends[2]);
int __wrap_socketpair(int domain, int type, int protocol, int ends[2]);
int __wrap_socketpair(int domain, int type, int protocol, int ends[2])
{
    return may_go_on(CALL_SOCKETPAIR, &(size_t){0}) ? __real_socketpair(domain, type, protocol, ends) : -1;
}

int __real_bind(int fd, const struct sockaddr *address, socklen_t len);
int __wrap_bind(int fd, const struct sockaddr *address, socklen_t len);
int __wrap_bind(int fd, const struct sockaddr *address, socklen_t len)
{
    return may_go_on(CALL_BIND, &(size_t){0}) ? __real_bind(fd, address, len) : -1;
}

int __real_listen(int fd, int backlog);
int __wrap_listen(int fd, int backlog);
int __wrap_listen(int fd, int backlog)
{
    return may_go_on(CALL_LISTEN, &(size_t){0}) ? __real_listen(fd, backlog) : -1;
}

int __real_connect(int fd, const struct sockaddr *address, socklen_t len);
int __wrap_connect(int fd, const struct sockaddr *address, socklen_t len);
int __wrap_connect(int fd, const struct sockaddr *address, socklen_t len)
{
    return may_go_on(CALL_CONNECT, &(size_t){0}) ? __real_connect(fd, address, len) : -1;
}

int __real_getsockname(int fd, struct sockaddr *address, socklen_t *len);
int __wrap_getsockname(int fd, struct sockaddr *address, socklen_t *len);
int __wrap_getsockname(int fd, struct sockaddr *address, socklen_t *len)
{
    return may_go_on(CALL_GETSOCKNAME, &(size_t){0}) ? __real_getsockname(fd, address, len) : -1;
}

int __real_lstat(const char *path, struct stat *st);
int __wrap_lstat(const char *path, struct stat *st);
int __wrap_lstat(const char *path, struct stat *st)
{
    return may_go_on(CALL_LSTAT, &(size_t){0}) ? __real_lstat(path, st) : -1;
}

int __real_unlink(const char *path);
int __wrap_unlink(const char *path);
int __wrap_unlink(const char *path)
{
    return may_go_on(CALL_UNLINK, &(size_t){0}) ? __real_unlink(path) : -1;
}

int __real_memfd_create(const char *name, unsigned flags);
int __wrap_memfd_create(const char *name, unsigned flags);
int __wrap_memfd_create(const char *name, unsigned flags)
{
    return may_go_on(CALL_MEMFD_CREATE, &(size_t){0}) ? __real_memfd_create(name, flags) : -1;
}

ssize_t __real_write(int fd, const void *bytes, size_t size);
ssize_t __wrap_write(int fd, const void *bytes, size_t size);
ssize_t __wrap_write(int fd, const void *bytes, size_t size)
{
    return may_go_on(CALL_WRITE, &size) ? __real_write(fd, bytes, size) : -1;
}

int __real_poll(struct pollfd *fds, nfds_t count, int timeout);
int __wrap_poll(struct pollfd *fds, nfds_t count, int timeout);
int __wrap_poll(struct pollfd *fds, nfds_t count, int timeout)
{
    return may_go_on(CALL_POLL, &(size_t){0}) ? __real_poll(fds, count, timeout) : -1;
}

int __real_event_add(struct event *event, const struct timeval *timeout);
int __wrap_event_add(struct event *event, const struct timeval *timeout);
int __wrap_event_add(struct event *event, const struct timeval *timeout)
{
    return may_go_on(CALL_EVENT_ADD, &(size_t){0}) ? __real_event_add(event, timeout) : -1;
}

int faults_real_shutdown(int fd, int how)
{
    return __real_shutdown(fd, how);
}

ssize_t __real_sendmsg(int fd, const struct msghdr *msg, int flags);
ssize_t __wrap_sendmsg(int fd, const struct msghdr *msg, int flags);
ssize_t __wrap_sendmsg(int fd, const struct msghdr *msg, int flags)
{
    size_t size = msg->msg_iov[0].iov_len, all = size;

    if (!may_go_on(CALL_SENDMSG, &size)) {
        return -1;
    }
    return size == all ? __real_sendmsg(fd, msg, flags) : __real_send(fd, msg->msg_iov[0].iov_base, size, flags);
}

int __real_fcntl(int fd, int command, ...);
int __wrap_fcntl(int fd, int command, ...);
int __wrap_fcntl(int fd, int command, ...)
{
    va_list args;
    int value;

    va_start(args, command);
    value = command == F_SETFD || command == F_SETFL ? va_arg(args, int) : 0;
    va_end(args);
    return may_go_on(CALL_FCNTL, &(size_t){0}) ? __real_fcntl(fd, command, value) : -1;
}

void *__real_mmap(void *at, size_t len, int protection, int flags, int fd, off_t offset);
void *__wrap_mmap(void *at, size_t len, int protection, int flags, int fd, off_t offset);
void *__wrap_mmap(void *at, size_t len, int protection, int flags, int fd, off_t offset)
{
    return may_go_on(CALL_MMAP, &(size_t){0}) ? __real_mmap(at, len, protection, flags, fd, offset) : MAP_FAILED;
}

struct event *__real_event_new(struct event_base *base, evutil_socket_t fd, short what, event_callback_fn call,
                               void *arg);
struct event *__wrap_event_new(struct event_base *base, evutil_socket_t fd, short what, event_callback_fn call,
                               void *arg);
struct event *__wrap_event_new(struct event_base *base, evutil_socket_t fd, short what, event_callback_fn call,
                               void *arg)
{
    return may_go_on(CALL_EVENT_NEW, &(size_t){0}) ? __real_event_new(base, fd, what, call, arg) : NULL;
}

struct event_base *__real_event_base_new(void);
struct event_base *__wrap_event_base_new(void);
struct event_base *__wrap_event_base_new(void)
{
    return may_go_on(CALL_EVENT_BASE_NEW, &(size_t){0}) ? __real_event_base_new() : NULL;
}
