#include "net/address.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "net/socket.h"

/* inet_ntop() does it with printf, and every request shows its client's address. */
static void put_ipv4(char *to, const struct in_addr *ip)
{
    const uint8_t *byte = (const uint8_t *)ip;

    for (int i = 0; i < 4; i++) {
        if (byte[i] >= 100) {
            *to++ = (char)('0' + byte[i] / 100);
        }
        if (byte[i] >= 10) {
            *to++ = (char)('0' + byte[i] / 10 % 10);
        }
        *to++ = (char)('0' + byte[i] % 10);
        *to++ = i < 3 ? '.' : '\0';
    }
}

void es_address_text(const es_address_t *address, char *out, size_t size)
{
    if (address->any.sa_family == AF_INET && size >= INET_ADDRSTRLEN) {
        put_ipv4(out, &address->in.sin_addr);
    } else if (address->any.sa_family != AF_INET6 ||
               !inet_ntop(AF_INET6, &address->in6.sin6_addr, out, (socklen_t)size)) {
        out[0] = '\0';
    }
}

int es_address_port(const es_address_t *address)
{
    switch (address->any.sa_family) {
    case AF_INET:
        return ntohs(address->in.sin_port);
    case AF_INET6:
        return ntohs(address->in6.sin6_port);
    default:
        return 0;
    }
}

/* Removes a socket file that nobody listens on any more; one that is in use stays. */
static void remove_stale_socket(const struct sockaddr_un *sun)
{
    struct stat st;
    int fd;

    if (lstat(sun->sun_path, &st) != 0 || !S_ISSOCK(st.st_mode)) {
        return;
    }
    fd = es_socket_new(AF_UNIX, SOCK_STREAM);
    if (fd >= 0) {
        if (connect(fd, (const struct sockaddr *)sun, sizeof(*sun)) != 0 && errno == ECONNREFUSED) {
            unlink(sun->sun_path);
        }
        close(fd);
    }
}

static int bind_and_listen(const struct sockaddr *sa, socklen_t len, int backlog, bool shared)
{
    const int on = 1;
    int fd = es_socket_new(sa->sa_family, SOCK_STREAM);

    if (fd < 0) {
        return fd;
    }
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
#ifdef SO_REUSEPORT
    if (shared) {
        setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof(on));
    }
#else
    (void)shared;
#endif
#ifdef IPV6_V6ONLY
    /* A TCP6 port is for IPv6 alone, so that a TCP port with the same number may stand beside it. */
    if (sa->sa_family == AF_INET6) {
        setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof(on));
    }
#endif
    if (bind(fd, sa, len) != 0 || listen(fd, backlog) != 0) {
        int error = errno;

        close(fd);
        return -error;
    }
    return fd;
}

static int listen_unix(const char *path, int backlog)
{
    const size_t len = strlen(path);
    struct sockaddr_un sun;

    memset(&sun, 0, sizeof(sun));
    sun.sun_family = AF_UNIX;
    if (len >= sizeof(sun.sun_path)) {
        return -ENAMETOOLONG;
    }
    memcpy(sun.sun_path, path, len);
    remove_stale_socket(&sun);
    return bind_and_listen((struct sockaddr *)&sun, sizeof(sun), backlog, false);
}

int es_address_listen(es_sock_type_t type, const char *host, int port, int backlog, int *real_port)
{
    struct addrinfo hints, *found = NULL;
    char service[16];
    int fd;

    *real_port = port;
    if (type == ES_SOCK_UNIX_STREAM) {
        *real_port = 0;
        return listen_unix(host, backlog);
    }
    memset(&hints, 0, sizeof(hints));
    hints.ai_family = type == ES_SOCK_TCP6 ? AF_INET6 : AF_INET;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    snprintf(service, sizeof(service), "%d", port);
    if (getaddrinfo(*host ? host : NULL, service, &hints, &found) != 0) {
        return -EINVAL;
    }
    fd = bind_and_listen(found->ai_addr, found->ai_addrlen, backlog, false);
    freeaddrinfo(found);
    if (fd >= 0) {
        es_address_t bound;
        socklen_t len = sizeof(bound);

        if (getsockname(fd, &bound.any, &len) == 0) {
            *real_port = es_address_port(&bound);
        } else if (port == 0) {
            int error = errno;

            close(fd);
            return -error;
        }
    }
    return fd;
}

int es_address_listen_more(es_sock_type_t type, int *fds, int count, int backlog)
{
    int have = 1;

    if (listen(fds[0], backlog) != 0) {
        return 0;
    }
#ifdef SO_REUSEPORT
    es_address_t bound;
    socklen_t len = sizeof(bound);
    const int on = 1;

    if (type == ES_SOCK_UNIX_STREAM || count < 2 || getsockname(fds[0], &bound.any, &len) != 0 ||
        setsockopt(fds[0], SOL_SOCKET, SO_REUSEPORT, &on, sizeof(on)) != 0) {
        return have;
    }
    while (have < count) {
        int fd = bind_and_listen(&bound.any, len, backlog, true);

        if (fd < 0) {
            break;
        }
        fds[have++] = fd;
    }
    if (have < count) {
        /* All or nothing: a worker without a socket of its own would share the first one. */
        while (have > 1) {
            close(fds[--have]);
        }
    }
#else
    (void)type;
    (void)count;
#endif
    return have;
}
