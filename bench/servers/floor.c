/*
 * The floor: the least a server on epoll can do, without libraries, limits or checks. It understands what bench/load
 * sends, and no more: whole frames that are masked, requests without a body. Nobody should put it on a network.
 *
 *     floor [-b] [-w wrong] [port]
 *
 *     -b        a message goes to all connections, not back to its sender
 *     -w wrong  be wrong now and then, to show that the load generator notices: byte (one byte of an echo differs),
 * accept (of the handshake), lost (a broadcast leaves one connection out), body (of HTTP)
 *
 * One recv and one send per connection and turn of the loop; answers are made in place, over the requests. An idle
 * connection holds 64 bytes.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <malloc.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define HELLO       "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello"
#define WRONG_EVERY 500 /* messages */

typedef struct peer {
    int fd;
    uint32_t index; /* in peers */
    bool upgraded;
    uint8_t *held; /* the first part of a message, with room for all of it */
    size_t held_len, held_size;
    uint8_t *unsent; /* what the kernel did not take; nothing is read until it is gone */
    size_t unsent_len;
} peer_t;

static uint8_t shared[512 * 1024]; /* what is received, and then what is answered */
static uint8_t *everybody;         /* frames of this turn that go to all connections */
static size_t everybody_len, everybody_size;
static peer_t **peers;
static uint32_t peer_count, peer_room;
static int epoll_fd;
static bool broadcasts;
static const char *wrong = "";

static bool is_wrong(const char *how)
{
    static unsigned count;

    return *wrong && strcmp(wrong, how) == 0 && ++count % WRONG_EVERY == 0;
}

static void *must(void *p)
{
    if (!p) {
        perror("floor");
        exit(1);
    }
    return p;
}

static void watch(peer_t *p, int operation, uint32_t events)
{
    struct epoll_event event = {.events = events, .data.ptr = p};

    epoll_ctl(epoll_fd, operation, p->fd, &event);
}

static void drop(peer_t *p)
{
    close(p->fd);
    peers[p->index] = peers[--peer_count];
    peers[p->index]->index = p->index;
    free(p->held);
    free(p->unsent);
    free(p);
}

static void send_to(peer_t *p, const uint8_t *data, size_t len)
{
    ssize_t n = p->unsent_len > 0 ? 0 : send(p->fd, data, len, MSG_NOSIGNAL);
    size_t sent = n > 0 ? (size_t)n : 0;

    if (sent < len) {
        p->unsent = must(realloc(p->unsent, p->unsent_len + len - sent));
        memcpy(p->unsent + p->unsent_len, data + sent, len - sent);
        p->unsent_len += len - sent;
        watch(p, EPOLL_CTL_MOD, EPOLLOUT);
    }
}

static void send_rest(peer_t *p)
{
    ssize_t n = send(p->fd, p->unsent, p->unsent_len, MSG_NOSIGNAL);

    if (n > 0) {
        p->unsent_len -= (size_t)n;
        memmove(p->unsent, p->unsent + n, p->unsent_len);
    }
    if (p->unsent_len == 0) {
        free(p->unsent);
        p->unsent = NULL;
        watch(p, EPOLL_CTL_MOD, EPOLLIN);
    }
}

static void send_to_everybody(void)
{
    for (uint32_t i = 0; i < peer_count && everybody_len > 0; i++) {
        if (peers[i]->upgraded) {
            send_to(peers[i], everybody, is_wrong("lost") ? 0 : everybody_len);
        }
    }
    everybody_len = 0;
}

static void answer_request(peer_t *p, const uint8_t *head, size_t len)
{
    static const char key_name[] = "\r\nSec-WebSocket-Key: ";
    const uint8_t *key = memmem(head, len, key_name, sizeof(key_name) - 1);
    uint8_t digest[SHA_DIGEST_LENGTH];
    char text[24 + 36 + 1], accept[32], answer[256] = HELLO;
    size_t size = sizeof(HELLO) - 1;

    if (!key || (size_t)(head + len - key) < sizeof(key_name) - 1 + 24) {
        answer[size - 1] ^= is_wrong("body") ? 1 : 0;
    } else {
        p->upgraded = true;
        snprintf(text, sizeof(text), "%.24s258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                 (const char *)key + sizeof(key_name) - 1);
        SHA1((const uint8_t *)text, 60, digest);
        EVP_EncodeBlock((uint8_t *)accept, digest, sizeof(digest));
        accept[0] ^= is_wrong("accept") ? 1 : 0;
        size = (size_t)snprintf(answer, sizeof(answer),
                                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                "Sec-WebSocket-Accept: %s\r\n\r\n",
                                accept);
    }
    send_to(p, (uint8_t *)answer, size);
}

/* @return bytes of whole requests */
static size_t answer_requests(peer_t *p, const uint8_t *data, size_t len)
{
    size_t used = 0;
    const uint8_t *end;

    while (!p->upgraded && (end = memmem(data + used, len - used, "\r\n\r\n", 4)) != NULL) {
        size_t request = (size_t)(end + 4 - (data + used));

        answer_request(p, data + used, request);
        used += request;
    }
    return used;
}

static void unmask(uint8_t *to, const uint8_t *from, size_t len, const uint8_t *key)
{
    uint64_t wide, block;
    size_t i = 0;

    memcpy(&wide, key, 4);
    memcpy((uint8_t *)&wide + 4, key, 4);
    for (; i + 8 <= len; i += 8) { /* to < from: blocks are read before they are overwritten */
        memcpy(&block, from + i, 8);
        block ^= wide;
        memcpy(to + i, &block, 8);
    }
    for (; i < len; i++) {
        to[i] = from[i] ^ key[i & 3];
    }
}

/* Sizes of the frame at `data`. @return false: not even its length is there. */
static bool measure_frame(const uint8_t *data, size_t len, size_t *head, size_t *payload)
{
    size_t bytes, value = 0;

    if (len < 2) {
        return false;
    }
    bytes = (data[1] & 127) == 126 ? 2 : (data[1] & 127) == 127 ? 8 : 0;
    if (len < 2 + bytes) {
        return false;
    }
    for (size_t i = 0; i < bytes; i++) {
        value = value << 8 | data[2 + i];
    }
    *payload = bytes ? value : data[1] & 127;
    *head = 2 + bytes + 4;
    return true;
}

static void add_for_everybody(const uint8_t *frame, size_t len)
{
    if (everybody_len + len > everybody_size) {
        everybody_size = 2 * (everybody_len + len);
        everybody = must(realloc(everybody, everybody_size));
    }
    memcpy(everybody + everybody_len, frame, len);
    everybody_len += len;
}

/* Makes the answers in place, over the frames, sends them, and returns the bytes of the whole frames. */
static size_t answer_frames(peer_t *p, uint8_t *data, size_t len)
{
    size_t used = 0, made = 0, head, payload;

    while (measure_frame(data + used, len - used, &head, &payload) && len - used >= head + payload) {
        uint8_t *frame = data + used, *answer = data + made, key[4];

        if ((frame[0] & 15) == 8) {
            shutdown(p->fd, SHUT_RDWR);
        }
        memcpy(key, frame + head - 4, 4);
        memmove(answer, frame, head - 4);
        answer[1] &= 127;
        unmask(answer + head - 4, frame + head, payload, key);
        answer[head - 4] ^= payload > 0 && is_wrong("byte") ? 1 : 0;
        used += head + payload;
        if (broadcasts) {
            add_for_everybody(answer, head - 4 + payload);
        } else {
            made += head - 4 + payload;
        }
    }
    if (made > 0) {
        send_to(p, data, made);
    }
    return used;
}

/* Keeps the first part of a message, with room for exactly the rest of it, or for one byte more when its length is not
 * there yet. */
static void hold(peer_t *p, const uint8_t *data, size_t len)
{
    size_t head, payload, size = len + 1;
    uint8_t *old = p->held;

    if (p->upgraded && measure_frame(data, len, &head, &payload)) {
        size = head + payload;
    }
    p->held = must(malloc(size));
    memcpy(p->held, data, len);
    p->held_len = len;
    p->held_size = size;
    free(old);
}

static void receive(peer_t *p)
{
    uint8_t *data = p->held ? p->held : shared;
    size_t room = p->held ? p->held_size - p->held_len : sizeof(shared), have, used;
    ssize_t n = recv(p->fd, data + p->held_len, room, 0);

    if (n <= 0) {
        if (n == 0 || errno != EAGAIN) {
            drop(p);
        }
        return;
    }
    have = p->held_len + (size_t)n;
    if (p->held && have < p->held_size) {
        p->held_len = have;
        return;
    }
    used = p->upgraded ? 0 : answer_requests(p, data, have);
    if (p->upgraded) {
        used += answer_frames(p, data + used, have - used);
    }
    if (used < have) {
        hold(p, data + used, have - used);
    } else if (p->held) {
        free(p->held);
        p->held = NULL;
        p->held_len = 0;
    }
}

static void accept_all(int listener)
{
    const int on = 1;
    int fd;

    while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        peer_t *p = must(calloc(1, sizeof(*p)));

        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
        if (peer_count == peer_room) {
            peer_room = peer_room ? 2 * peer_room : 1024;
            peers = must(realloc(peers, peer_room * sizeof(*peers)));
        }
        p->fd = fd;
        p->index = peer_count;
        peers[peer_count++] = p;
        watch(p, EPOLL_CTL_ADD, EPOLLIN);
    }
}

static int listen_on(int port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    struct epoll_event event = {.events = EPOLLIN};
    socklen_t size = sizeof(address);
    const int on = 1;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    if (bind(fd, (struct sockaddr *)&address, size) != 0 || listen(fd, 4096) != 0) {
        perror("floor");
        exit(1);
    }
    getsockname(fd, (struct sockaddr *)&address, &size);
    epoll_ctl(epoll_fd, EPOLL_CTL_ADD, fd, &event);
    printf("listening on %d\n", ntohs(address.sin_port));
    fflush(stdout);
    return fd;
}

static void raise_limit(void)
{
    struct rlimit files;

    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

int main(int argc, char **argv)
{
    struct epoll_event events[1024];
    int option, listener;

    while ((option = getopt(argc, argv, "bw:")) != -1) {
        if (option == 'b') {
            broadcasts = true;
        } else if (option == 'w') {
            wrong = optarg;
        } else {
            return 2;
        }
    }
    mallopt(M_MMAP_THRESHOLD, 1 << 30); /* so that the pages of a large message serve the next one */
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    raise_limit();
    epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    listener = listen_on(optind < argc ? atoi(argv[optind]) : 0);
    for (;;) {
        int n = epoll_wait(epoll_fd, events, sizeof(events) / sizeof(events[0]), -1);

        for (int i = 0; i < n; i++) {
            peer_t *p = events[i].data.ptr;

            if (!p) {
                accept_all(listener);
            } else if (p->unsent_len > 0) {
                send_rest(p);
            } else {
                receive(p);
            }
        }
        send_to_everybody();
    }
}
