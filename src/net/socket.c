#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE /* accept4 */
#endif
#include "net/socket.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

#if !(defined(SOCK_NONBLOCK) && defined(SOCK_CLOEXEC)) || !defined(__linux__)
static int prepare(int fd)
{
#ifdef SO_NOSIGPIPE
    const int on = 1;
    setsockopt(fd, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof(on));
#endif
    if (fcntl(fd, F_SETFD, FD_CLOEXEC) != 0 || fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) != 0) {
        int error = errno;

        close(fd);
        return -error;
    }
    return fd;
}
#endif

int es_socket_new(int family, int type)
{
#if defined(SOCK_NONBLOCK) && defined(SOCK_CLOEXEC) && defined(__linux__)
    int fd = socket(family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

    return fd < 0 ? -errno : fd;
#else
    int fd = socket(family, type, 0);

    return fd < 0 ? -errno : prepare(fd);
#endif
}

int es_socket_accept(int listener, struct sockaddr *peer, socklen_t *len)
{
    int fd;

    do {
#if defined(SOCK_NONBLOCK) && defined(SOCK_CLOEXEC) && defined(__linux__)
        fd = accept4(listener, peer, len, SOCK_NONBLOCK | SOCK_CLOEXEC);
#else
        fd = accept(listener, peer, len);
#endif
    } while (fd < 0 && errno == EINTR);
    if (fd < 0) {
        return errno == EWOULDBLOCK ? -EAGAIN : -errno;
    }
#if defined(SOCK_NONBLOCK) && defined(SOCK_CLOEXEC) && defined(__linux__)
    return fd;
#else
    return prepare(fd);
#endif
}

ssize_t es_socket_recv(int fd, void *into, size_t size)
{
    ssize_t n;

    do {
        n = recv(fd, into, size, 0);
    } while (n < 0 && errno == EINTR);
    return n < 0 ? (errno == EWOULDBLOCK ? -EAGAIN : -errno) : n;
}

ssize_t es_socket_send(int fd, const struct iovec *iov, int count)
{
    ssize_t n;

    do {
        if (count == 1) {
            n = send(fd, iov->iov_base, iov->iov_len, MSG_NOSIGNAL);
        } else {
            struct msghdr msg;

            memset(&msg, 0, sizeof(msg));
            msg.msg_iov = (struct iovec *)iov;
            msg.msg_iovlen = (size_t)count;
            n = sendmsg(fd, &msg, MSG_NOSIGNAL);
        }
    } while (n < 0 && errno == EINTR);
    return n < 0 ? (errno == EWOULDBLOCK ? -EAGAIN : -errno) : n;
}
