#ifndef ES_NET_SOCKET_H
#define ES_NET_SOCKET_H

#include <stddef.h>
#include <sys/socket.h>
#include <sys/types.h>

struct iovec;

/*
 * The system calls on sockets, each in one place: non-blocking, close-on-exec, without SIGPIPE and without
 * EINTR. Failures are negated errno values.
 */

/** @return a descriptor the caller owns, or the negated errno */
int es_socket_new(int family, int type);

/** Accepts one connection. @return a descriptor the caller owns, or the negated errno (-EAGAIN: none is waiting) */
int es_socket_accept(int listener, struct sockaddr *peer, socklen_t *len);

/** @return bytes received, 0 at the end of the stream, or the negated errno */
ssize_t es_socket_recv(int fd, void *into, size_t size);

/** @return bytes the kernel took, or the negated errno */
ssize_t es_socket_send(int fd, const struct iovec *iov, int count);

#endif
