#define _GNU_SOURCE
#include "client.h"
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#define KEY                 "dGhlIHNhbXBsZSBub25jZQ==" /* the example of RFC 6455, section 1.3 */
#define ACCEPT              "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
#define CLIENTS_PER_ADDRESS 20000
#define SOURCE_ADDRESSES    200 /* 127.0.0.1 and on */

static uint8_t buffer[256 * 1024]; /* of all clients: what came is compared at once */

void fail(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    fputs("load: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(1);
}

void target_init(target_t *target)
{
    int n = snprintf(
        target->request, sizeof(target->request),
        "GET %s HTTP/1.1\r\nHost: %s:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " KEY
        "\r\nSec-WebSocket-Version: 13\r\n%s%s\r\n",
        target->path, target->host, target->port,
        target->deflate ? "Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover; "
                          "server_no_context_takeover\r\n"
                        : "",
        target->headers);

    if (n < 0 || (size_t)n >= sizeof(target->request)) {
        fail("too many headers");
    }
    target->request_len = (size_t)n;
    target->context = target->tls ? SSL_CTX_new(TLS_client_method()) : NULL;
    if (target->context) {
        SSL_CTX_set_mode(target->context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
        SSL_CTX_set_options(target->context, SSL_OP_IGNORE_UNEXPECTED_EOF);
    }
}

/* @return bytes; 0: nothing to be had now. Every end of the connection is a failure. */
static size_t receive_some(client_t *c, void *to, size_t room)
{
    ssize_t n;

    if (c->tls) {
        n = SSL_read(c->tls, to, (int)room);
        if (n > 0) {
            return (size_t)n;
        }
        if (SSL_get_error(c->tls, (int)n) != SSL_ERROR_WANT_READ) {
            fail("the server ended TLS");
        }
        return 0;
    }
    n = recv(c->fd, to, room, 0);
    if (n == 0) {
        fail("the server closed a connection");
    }
    if (n < 0 && errno != EAGAIN) {
        fail("recv: %s", strerror(errno));
    }
    return n > 0 ? (size_t)n : 0;
}

/* @return bytes; 0: the kernel takes none now. */
static size_t send_some(client_t *c, const void *data, size_t len)
{
    ssize_t n;

    if (c->tls) {
        n = SSL_write(c->tls, data, len > 1 << 20 ? 1 << 20 : (int)len);
        if (n <= 0 && SSL_get_error(c->tls, (int)n) != SSL_ERROR_WANT_WRITE) {
            fail("the server ended TLS");
        }
    } else {
        n = send(c->fd, data, len, MSG_NOSIGNAL);
        if (n < 0 && errno != EAGAIN) {
            fail("send: %s", strerror(errno));
        }
    }
    return n > 0 ? (size_t)n : 0;
}

/* For sockets that block, whose EAGAIN means that they waited in vain */
static size_t receive_or_fail(client_t *c, void *to, size_t room)
{
    size_t n = receive_some(c, to, room);

    if (n == 0) {
        fail("no answer");
    }
    return n;
}

static void send_all(client_t *c, const void *data, size_t len)
{
    while (len > 0) {
        size_t n = send_some(c, data, len);

        if (n == 0) {
            fail("the server reads nothing");
        }
        data = (const char *)data + n;
        len -= n;
    }
}

void client_connect(client_t *c, const target_t *target, unsigned number)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)target->port)};
    struct sockaddr_in from = {.sin_family = AF_INET};
    const struct timeval patience = {.tv_sec = (time_t)target->patience,
                                     .tv_usec =
                                         (suseconds_t)((target->patience - (double)(time_t)target->patience) * 1e6)};
    const int on = 1;

    memset(c, 0, sizeof(*c));
    inet_pton(AF_INET, target->host, &to.sin_addr);
    c->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (c->fd < 0) {
        fail("socket: %s", strerror(errno));
    }
    if (ntohl(to.sin_addr.s_addr) >> 24 == 127 && number >= CLIENTS_PER_ADDRESS) {
        from.sin_addr.s_addr = htonl(INADDR_LOOPBACK + number / CLIENTS_PER_ADDRESS % SOURCE_ADDRESSES);
        setsockopt(c->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof(on));
        if (bind(c->fd, (struct sockaddr *)&from, sizeof(from)) != 0) {
            fail("bind: %s", strerror(errno));
        }
    }
    setsockopt(c->fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    setsockopt(c->fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
    if (connect(c->fd, (struct sockaddr *)&to, sizeof(to)) != 0) {
        fail("connect: %s", strerror(errno));
    }
    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    if (target->tls) {
        c->tls = SSL_new(target->context);
        if (!c->tls || SSL_set_fd(c->tls, c->fd) != 1 || SSL_connect(c->tls) != 1) {
            fail("TLS: %s", ERR_error_string(ERR_get_error(), NULL));
        }
    }
}

void client_request_upgrade(client_t *c, const target_t *target)
{
    send_all(c, target->request, target->request_len);
}

bool client_is_upgraded(const target_t *target, const char *answer, size_t len)
{
    const char *end = memmem(answer, len, "\r\n\r\n", 4);

    if (!end) {
        return false;
    }
    if (strncmp(answer, "HTTP/1.1 101 ", 13) != 0) {
        fail("handshake refused: %.40s", answer);
    }
    if (!memmem(answer, len, ": " ACCEPT "\r\n", sizeof(": " ACCEPT "\r\n") - 1)) {
        fail("the handshake's Sec-WebSocket-Accept is wrong");
    }
    if (!memmem(answer, len, "permessage-deflate", 18) != !target->deflate) {
        fail("the server %s compress", target->deflate ? "does not" : "was not asked to");
    }
    if (end + 4 != answer + len) {
        fail("bytes after the handshake");
    }
    return true;
}

void client_await_upgrade(client_t *c, const target_t *target)
{
    size_t have = 0;

    do {
        if (have + 1 >= sizeof(buffer)) {
            fail("the answer to the handshake does not end");
        }
        have += receive_or_fail(c, buffer + have, sizeof(buffer) - 1 - have);
        buffer[have] = 0;
    } while (!client_is_upgraded(target, (char *)buffer, have));
}

/* Waits for the first answer of its kind */
static void learn_answer(client_t *c)
{
    size_t have = 0;
    long status = 0;

    while (status == 0) {
        if (have == sizeof(buffer)) {
            fail("the first answer does not end");
        }
        have += receive_or_fail(c, buffer + have, sizeof(buffer) - have);
        status = traffic_learn(c->traffic, buffer, have);
    }
    if (status != (long)have) {
        fail("the first answer is wrong");
    }
}

static void must_match(client_t *c, const uint8_t *data, size_t n)
{
    if (!traffic_matches(c->traffic, c->in_at, data, n)) {
        fail("an answer is wrong");
    }
}

void client_send_one(client_t *c)
{
    send_all(c, c->traffic->out, c->traffic->out_len);
}

void client_await_answer(client_t *c)
{
    if (!c->traffic->in) {
        learn_answer(c);
        return;
    }
    while (c->in_at < c->traffic->in_len) {
        size_t room = c->traffic->in_len - c->in_at, n;

        n = receive_or_fail(c, buffer, room < sizeof(buffer) ? room : sizeof(buffer));
        must_match(c, buffer, n);
        c->in_at += n;
    }
    c->in_at = 0;
}

void client_unblock(client_t *c)
{
    fcntl(c->fd, F_SETFL, O_NONBLOCK);
}

void client_flush(client_t *c)
{
    const size_t all = c->traffic->out_len * c->traffic->depth;

    while (c->out_left > 0) {
        size_t n = all - c->out_at < c->out_left ? all - c->out_at : c->out_left;

        n = send_some(c, c->traffic->out + c->out_at, n);
        if (n == 0) {
            return;
        }
        c->out_left -= n;
        c->out_at = (c->out_at + n) % all;
    }
}

size_t client_receive(client_t *c, double *messages)
{
    size_t n, answers = 0;

    do {
        n = receive_some(c, buffer, sizeof(buffer));
        must_match(c, buffer, n);
        answers += (c->in_at + n) / c->traffic->in_len;
        c->in_at = (c->in_at + n) % c->traffic->in_len;
        *messages += (double)n / (double)c->traffic->in_len;
    } while (c->tls ? n > 0 : n == sizeof(buffer)); /* edge-triggered: until there is no more */
    return answers;
}

void client_close(client_t *c)
{
    if (c->tls) {
        SSL_free(c->tls);
    }
    close(c->fd);
}
