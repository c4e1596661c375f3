#ifndef ES_NET_ADDRESS_H
#define ES_NET_ADDRESS_H

#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

/* Socket types, as PHP users know them (SWOOLE_SOCK_*, spec section 3.9). */
typedef enum es_sock_type {
    ES_SOCK_TCP = 1,
    ES_SOCK_UDP = 2,
    ES_SOCK_TCP6 = 3,
    ES_SOCK_UDP6 = 4,
    ES_SOCK_UNIX_STREAM = 5,
    ES_SOCK_UNIX_DGRAM = 6,
} es_sock_type_t;

#define ES_SOCK_SSL 512 /* flag beside the type */

/** The address of a peer, small enough to be kept for every connection. Peers on unix sockets have none. */
typedef union es_address {
    struct sockaddr any;
    struct sockaddr_in in;
    struct sockaddr_in6 in6;
} es_address_t;

/** Writes the IP address as text; "" for a peer on a unix socket. */
void es_address_text(const es_address_t *address, char *out, size_t size);

/** The port, or 0 for a peer on a unix socket. */
int es_address_port(const es_address_t *address);

/**
 * Opens, binds and listens.
 * @param host     IP address, host name, or the path of a unix socket (a stale one is replaced)
 * @param port     0 lets the kernel choose
 * @param backlog  of listen(2)
 * @param real_port out: the port that was bound
 * @return a non-blocking, close-on-exec descriptor that the caller owns, or the negated errno
 *         (-EINVAL for a host that cannot be resolved)
 */
int es_address_listen(es_sock_type_t type, const char *host, int port, int backlog, int *real_port);

/**
 * Opens more sockets that listen on the address of the first one, for one process each (SO_REUSEPORT). The
 * first was bound alone, so that nobody else's server on the same port goes unnoticed.
 * @param fds     the first is there, the others are filled in; all owned by the caller
 * @param backlog of listen(2), of all of them
 * @return how many there are: fewer than `count` (one) where sockets cannot share a port
 */
int es_address_listen_more(es_sock_type_t type, int *fds, int count, int backlog);

#endif
