/*
 * A load generator for WebSocket servers that echo: one thread, epoll, frames masked beforehand, so that it needs less
 * CPU per message than any server it measures.
 *
 *     ws_load [-c connections] [-d depth] [-s size] [-n messages] [-b] [-p pid] host port [path]
 *
 * Opens the connections, keeps `depth` messages under way on each of them until `messages` have come back, and prints
 * one line of JSON: messages per second, and with -p the CPU microseconds per message of that process and its children.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

typedef struct client {
    int fd;
    size_t to_send;  /* bytes of queued frames that the kernel did not take yet */
    size_t sent;     /* position within the frame that is being sent */
    size_t received; /* bytes of the answer that is coming in */
} client_t;

static struct {
    int connections, depth, pid;
    size_t size;
    long messages;
    bool binary;
    const char *host, *path;
    int port;
} options = {.connections = 100, .depth = 1, .size = 64, .messages = 200000, .path = "/"};

static uint8_t *frame; /* one masked frame, `depth` times in a row */
static size_t frame_len, answer_len;
static char buffer[1 << 20];

static void die(const char *what)
{
    perror(what);
    exit(1);
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static size_t header_len(size_t size)
{
    return size < 126 ? 2 : size < 65536 ? 4 : 10;
}

static void make_frames(void)
{
    const uint8_t key[4] = {0x12, 0x34, 0x56, 0x78};
    size_t head = header_len(options.size);

    answer_len = head + options.size;
    frame_len = answer_len + 4;
    frame = malloc(frame_len * (size_t)options.depth);
    for (int i = 0; i < options.depth; i++) {
        uint8_t *f = frame + (size_t)i * frame_len;

        f[0] = options.binary ? 0x82 : 0x81;
        f[1] = (uint8_t)(0x80 | (head == 2 ? options.size : head == 4 ? 126 : 127));
        for (size_t k = 2; k < head; k++) {
            f[k] = (uint8_t)(options.size >> (8 * (head - 1 - k)));
        }
        memcpy(f + head, key, 4);
        for (size_t k = 0; k < options.size; k++) {
            f[head + 4 + k] = (uint8_t)('a' + k % 26) ^ key[k & 3];
        }
    }
}

static int connect_client(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)options.port)};
    const int on = 1;
    char request[512];
    ssize_t n, have = 0;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    inet_pton(AF_INET, options.host, &address.sin_addr);
    if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof(address)) != 0) {
        die("connect");
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    n = snprintf(request, sizeof(request),
                 "GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
                 options.path, options.host);
    if (write(fd, request, (size_t)n) != n) {
        die("handshake");
    }
    do {
        n = read(fd, buffer + have, 4096);
        if (n <= 0) {
            die("handshake");
        }
        have += n;
    } while (!memmem(buffer, (size_t)have, "\r\n\r\n", 4));
    if (strncmp(buffer, "HTTP/1.1 101", 12) != 0) {
        fprintf(stderr, "handshake refused: %.*s\n", 40, buffer);
        exit(1);
    }
    fcntl(fd, F_SETFL, O_NONBLOCK);
    return fd;
}

/* CPU seconds of one process. */
static double cpu_of_one(int pid)
{
    char path[64], line[1024], *p;
    unsigned long user, system;
    FILE *file;

    snprintf(path, sizeof(path), "/proc/%d/schedstat", pid);
    file = fopen(path, "r");
    if (file) {
        unsigned long long ns;
        int n = fscanf(file, "%llu", &ns);

        fclose(file);
        if (n == 1) {
            return (double)ns / 1e9;
        }
    }
    snprintf(path, sizeof(path), "/proc/%d/stat", pid);
    file = fopen(path, "r");
    if (!file || !fgets(line, sizeof(line), file)) {
        return 0;
    }
    fclose(file);
    p = strrchr(line, ')');
    if (!p || sscanf(p + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2) {
        return 0;
    }
    return (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

/* … and of its children. */
static double cpu_of(int pid)
{
    char path[64];
    double sum = cpu_of_one(pid);
    FILE *file;
    int child;

    snprintf(path, sizeof(path), "/proc/%d/task/%d/children", pid, pid);
    file = fopen(path, "r");
    while (file && fscanf(file, "%d", &child) == 1) {
        sum += cpu_of(child);
    }
    if (file) {
        fclose(file);
    }
    return sum;
}

static bool flush_client(client_t *c)
{
    while (c->to_send > 0) {
        size_t batch = frame_len * (size_t)options.depth - c->sent;
        ssize_t n = send(c->fd, frame + c->sent, c->to_send < batch ? c->to_send : batch, MSG_NOSIGNAL);

        if (n < 0) {
            if (errno == EAGAIN) {
                return false;
            }
            die("send");
        }
        c->to_send -= (size_t)n;
        c->sent = (c->sent + (size_t)n) % frame_len;
    }
    return true;
}

int main(int argc, char **argv)
{
    struct epoll_event events[256];
    long done = 0, asked = 0;
    double begin, cpu = 0;
    client_t *clients;
    int epoll, option;

    while ((option = getopt(argc, argv, "c:d:s:n:p:b")) != -1) {
        switch (option) {
        case 'c':
            options.connections = atoi(optarg);
            break;
        case 'd':
            options.depth = atoi(optarg);
            break;
        case 's':
            options.size = (size_t)atol(optarg);
            break;
        case 'n':
            options.messages = atol(optarg);
            break;
        case 'p':
            options.pid = atoi(optarg);
            break;
        case 'b':
            options.binary = true;
            break;
        default:
            return 2;
        }
    }
    if (argc - optind < 2) {
        fprintf(stderr, "usage: ws_load [-c connections] [-d depth] [-s size] [-n messages] [-b] [-p pid] host port [path]\n");
        return 2;
    }
    options.host = argv[optind];
    options.port = atoi(argv[optind + 1]);
    options.path = argc - optind > 2 ? argv[optind + 2] : "/";
    make_frames();
    clients = calloc((size_t)options.connections, sizeof(*clients));
    epoll = epoll_create1(EPOLL_CLOEXEC);
    for (int i = 0; i < options.connections; i++) {
        struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = &clients[i]};

        clients[i].fd = connect_client();
        epoll_ctl(epoll, EPOLL_CTL_ADD, clients[i].fd, &event);
    }
    begin = now();
    cpu = options.pid ? cpu_of(options.pid) : 0;
    for (int i = 0; i < options.connections; i++) {
        clients[i].to_send = frame_len * (size_t)options.depth;
        asked += options.depth;
        flush_client(&clients[i]);
    }
    while (done < options.messages) {
        int n = epoll_wait(epoll, events, 256, 10000);

        if (n <= 0) {
            fprintf(stderr, "no answer for ten seconds: %ld of %ld messages\n", done, options.messages);
            return 1;
        }
        for (int i = 0; i < n; i++) {
            client_t *c = events[i].data.ptr;
            ssize_t got;

            while ((got = recv(c->fd, buffer, sizeof(buffer), 0)) > 0) {
                size_t answers = (c->received + (size_t)got) / answer_len;

                c->received = (c->received + (size_t)got) % answer_len;
                done += (long)answers;
                if (asked < options.messages + options.connections * options.depth) {
                    c->to_send += frame_len * answers;
                    asked += (long)answers;
                }
                if ((size_t)got < sizeof(buffer)) {
                    break;
                }
            }
            if (got == 0 || (got < 0 && errno != EAGAIN)) {
                fprintf(stderr, "the server closed a connection\n");
                return 1;
            }
            flush_client(c);
        }
    }
    double seconds = now() - begin;
    double used = options.pid ? cpu_of(options.pid) - cpu : 0;

    printf("{\"connections\":%d,\"depth\":%d,\"size\":%zu,\"messages\":%ld,\"seconds\":%.3f,\"per_second\":%.0f,"
           "\"cpu_us_per_message\":%.3f}\n",
           options.connections, options.depth, options.size, done, seconds, (double)done / seconds,
           used / (double)done * 1e6);
    return 0;
}
