/*
 * A load generator for WebSocket and HTTP servers: one thread, epoll, requests made beforehand, so that it needs less
 * CPU per message than any server it measures. Every byte of every answer is compared; what is wrong ends it with
 * status 1.
 *
 *     load echo|deflate|broadcast|http|handshake|idle|zlib [options] port
 *
 *     -a address    of the server, IPv4 (127.0.0.1)       -t seconds    to measure (1)
 *     -u path       that is asked for (/)                 -w seconds    before, which are not measured (0.3)
 *     -c N          connections (100)                     -n N          messages to measure, instead of seconds
 *     -s bytes      of a message (64)                     -p pid        the server: its CPU time, with all its
 * descendants' -d N          messages under way per connection (1) -H line       one more header of the upgrade request
 *     -b            binary messages                       -S            TLS, any certificate
 *     -k            idle: hold the connections until stdin ends
 *     -q seconds    without any answer that end it (10)
 *
 * echo       every message has to come back
 * deflate    the same, compressed by permessage-deflate without context takeover
 * broadcast  the first connection sends `depth` messages, all connections get each of them, and so on; counted are
 * deliveries http       GET with keep-alive; status 200, body "hello" handshake  connect, upgrade, close, on
 * `connections` slots at one time idle       opens the connections, one message echoed on each, and measures the
 * server's memory zlib       no server: what zlib alone takes for the messages of `deflate`
 *
 * Prints one line of JSON.
 */
#define _GNU_SOURCE
#include "client.h"
#include "process.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define VARIANTS 16 /* different messages, at most one per connection */
#define EVENTS   512
#define BATCH    64 /* connections that are opened together; fewer than any server lets wait */

static struct {
    const char *mode;
    unsigned connections, depth;
    size_t size;
    bool binary, hold;
    double seconds, warm_up, messages;
    int pid;
} options = {.connections = 100, .depth = 1, .size = 64, .seconds = 1, .warm_up = 0.3};

static target_t target = {.host = "127.0.0.1", .path = "/", .patience = 10};
static traffic_t traffic[VARIANTS];
static client_t *clients;
static int epoll_fd;

static bool mode_is(const char *mode)
{
    return strcmp(options.mode, mode) == 0;
}

static double now(clockid_t clock)
{
    struct timespec t;

    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- what is measured: the difference of two snapshots
 * ------------------------------------------------------------------------ */

typedef struct snapshot {
    double at, server_cpu, own_cpu, messages;
} snapshot_t;

static snapshot_t first, last;

static snapshot_t take_snapshot(double messages)
{
    return (snapshot_t){now(CLOCK_MONOTONIC), options.pid ? process_cpu(options.pid) : 0, now(CLOCK_PROCESS_CPUTIME_ID),
                        messages};
}

/* Called in every turn with what has come so far. @return whether to go on sending. */
static bool measure(double messages)
{
    static double started;
    double time = now(CLOCK_MONOTONIC);

    if (started == 0) {
        started = time;
    }
    if (first.at == 0) {
        if (time - started >= options.warm_up) {
            first = take_snapshot(messages);
        }
        return true;
    }
    if (options.messages > 0 ? messages - first.messages < options.messages : time - first.at < options.seconds) {
        return true;
    }
    last = take_snapshot(messages);
    return false;
}

static void report_rate(void)
{
    double n = last.messages - first.messages, seconds = last.at - first.at;

    if (n <= 0) {
        fail("not a single message in %.1f seconds", seconds);
    }
    printf("{\"mode\":\"%s\",\"connections\":%u,\"depth\":%u,\"size\":%zu,\"messages\":%.1f,\"seconds\":%.3f,\"per_"
           "second\":%.1f,"
           "\"server_cpu_us\":%.4f,\"client_cpu_us\":%.4f}\n",
           options.mode, options.connections, options.depth, options.size, n, seconds, n / seconds,
           (last.server_cpu - first.server_cpu) / n * 1e6, (last.own_cpu - first.own_cpu) / n * 1e6);
}

/* ---- connections
 * --------------------------------------------------------------------------------------------------------------- */

static void watch(client_t *c)
{
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = c};

    client_unblock(c);
    if (epoll_ctl(epoll_fd, EPOLL_CTL_ADD, c->fd, &event) != 0) {
        fail("epoll_ctl failed");
    }
}

static int wait_for(struct epoll_event *events, double done, double asked)
{
    int n = epoll_wait(epoll_fd, events, EVENTS, (int)(target.patience * 1000));

    if (n <= 0) {
        fail("no answer for %.0f seconds: %.0f of %.0f came", target.patience, done, asked);
    }
    return n;
}

static void make_traffic(void)
{
    /* a broadcast has one message, and HTTP one request, for all */
    unsigned variants = mode_is("broadcast") || mode_is("http") ? 1 : VARIANTS;

    if (variants > options.connections) {
        variants = options.connections;
    }
    for (unsigned i = 0; i < VARIANTS; i++) {
        if (i >= variants) {
            traffic[i] = traffic[i % variants];
        } else if (mode_is("http")) {
            traffic_http(&traffic[i], target.host, target.path, options.depth);
        } else if (target.deflate) {
            traffic_deflate(&traffic[i], options.size, options.depth, i);
        } else {
            traffic_echo(&traffic[i], options.size, options.binary, options.depth, i);
        }
    }
}

/* Batches spare client and server a change of processes per connection. */
static void open_clients(unsigned count)
{
    for (unsigned from = 0; from < count; from += BATCH) {
        unsigned to = from + BATCH < count ? from + BATCH : count;

        for (unsigned i = from; i < to; i++) {
            client_connect(&clients[i], &target, i);
            clients[i].traffic = &traffic[mode_is("http") ? 0 : i % VARIANTS];
            if (!mode_is("http")) {
                client_request_upgrade(&clients[i], &target);
            }
        }
        for (unsigned i = from; i < to && !mode_is("http"); i++) {
            client_await_upgrade(&clients[i], &target);
        }
    }
}

/* One message on each of the first `count` connections */
static void round_trips(unsigned count)
{
    for (unsigned from = 0; from < count; from += BATCH) {
        unsigned to = from + BATCH < count ? from + BATCH : count;

        for (unsigned i = from; i < to; i++) {
            client_send_one(&clients[i]);
        }
        for (unsigned i = from; i < to; i++) {
            client_await_answer(&clients[i]);
        }
    }
}

/* ---- modes
 * ---------------------------------------------------------------------------------------------------------------------
 */

static void ask(client_t *c, size_t messages)
{
    c->out_left += c->traffic->out_len * messages;
}

/*
 * echo, deflate, http: an answer is followed by the next message of its connection.
 * broadcast: when all connections have everything, the first one sends the next `depth` messages.
 */
static void run_messages(void)
{
    const bool broadcast = mode_is("broadcast");
    const double answers_per_message = broadcast ? options.connections : 1;
    struct epoll_event events[EVENTS];
    double whole = 0, parts = 0, asked = 0;
    bool going = true;

    open_clients(options.connections);
    if (!broadcast) {
        round_trips(options.connections < VARIANTS ? options.connections : VARIANTS);
    }
    for (unsigned i = 0; i < options.connections; i++) {
        watch(&clients[i]);
    }
    for (unsigned i = 0; i < (broadcast ? 1 : options.connections); i++) {
        ask(&clients[i], options.depth);
        asked += options.depth * answers_per_message;
        client_flush(&clients[i]);
    }
    while (going || whole < asked) {
        int n = wait_for(events, whole, asked);

        for (int i = 0; i < n; i++) {
            client_t *c = events[i].data.ptr;
            size_t answers = client_receive(c, &parts);

            whole += (double)answers;
            if (going && !broadcast) {
                ask(c, answers);
                asked += (double)answers;
            }
            if (going && broadcast && whole == asked) {
                ask(&clients[0], options.depth);
                asked += options.depth * answers_per_message;
                client_flush(&clients[0]);
            }
            client_flush(c);
        }
        if (whole > asked) {
            fail("more answers than there were messages");
        }
        going = going && measure(parts);
    }
    report_rate();
}

static void begin_handshake(client_t *c)
{
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
    static unsigned number;

    client_connect(c, &target, number++);
    client_request_upgrade(c, &target);
    if (epoll_ctl(epoll_fd, EPOLL_CTL_ADD, c->fd, &event) != 0) {
        fail("epoll_ctl failed");
    }
}

static void run_handshakes(void)
{
    struct epoll_event events[EVENTS];
    char answer[8192];
    double done = 0;

    for (unsigned i = 0; i < options.connections; i++) {
        begin_handshake(&clients[i]);
    }
    do {
        int n = wait_for(events, done, done + options.connections);

        for (int i = 0; i < n; i++) {
            client_t *c = events[i].data.ptr;
            ssize_t got = recv(c->fd, answer, sizeof(answer) - 1, MSG_PEEK);

            if (got <= 0) {
                fail("the server closed a connection before the handshake was done");
            }
            answer[got] = 0;
            if (client_is_upgraded(&target, answer, (size_t)got)) {
                recv(c->fd, answer, sizeof(answer), 0); /* unread bytes would make a reset of the close */
                client_close(c);
                begin_handshake(c);
                done++;
            }
        }
    } while (measure(done));
    report_rate();
}

static void pause_for(double seconds)
{
    struct timespec t = {.tv_sec = (time_t)seconds, .tv_nsec = (long)((seconds - (double)(time_t)seconds) * 1e9)};

    nanosleep(&t, NULL);
}

static void run_idle(void)
{
    const unsigned some = options.connections < BATCH ? options.connections : BATCH;
    double before, after;

    open_clients(some); /* so that what a first connection takes is not counted */
    round_trips(some);
    for (unsigned i = 0; i < some; i++) {
        client_close(&clients[i]);
    }
    pause_for(options.warm_up);
    before = process_memory(options.pid);
    open_clients(options.connections);
    round_trips(options.connections);
    pause_for(options.warm_up);
    after = process_memory(options.pid);
    if (before <= 0 || after <= 0) {
        fail("the memory of process %d cannot be read", options.pid);
    }
    printf("{\"mode\":\"idle\",\"connections\":%u,\"memory_before\":%.0f,\"memory_after\":%.0f,\"bytes_per_"
           "connection\":%.1f}\n",
           options.connections, before, after, (after - before) / options.connections);
    fflush(stdout);
    while (options.hold && getchar() != EOF) {
    }
}

static void run_zlib(void)
{
    printf("{\"mode\":\"zlib\",\"size\":%zu,\"server_cpu_us\":%.4f}\n", options.size,
           traffic_zlib_cost(traffic, VARIANTS, 2000));
}

/* ---- options
 * -------------------------------------------------------------------------------------------------------------------
 */

static void add_header(const char *line)
{
    static char headers[2048];
    size_t have = strlen(headers);

    if (snprintf(headers + have, sizeof(headers) - have, "%s\r\n", line) >= (int)(sizeof(headers) - have)) {
        fail("too many headers");
    }
    target.headers = headers;
}

static void usage(void)
{
    fprintf(
        stderr,
        "usage: load echo|deflate|broadcast|http|handshake|idle|zlib [-a address] [-u path] [-c connections] [-s size] "
        "[-d depth] [-b] [-t seconds] [-w seconds] [-n messages] [-p pid] [-q seconds] [-H header] [-S] [-k] port\n");
    exit(2);
}

static void read_options(int argc, char **argv)
{
    int option;

    if (argc < 2) {
        usage();
    }
    options.mode = argv[1];
    target.headers = "";
    optind = 2;
    while ((option = getopt(argc, argv, "a:u:c:s:d:bt:w:n:p:q:H:Sk")) != -1) {
        switch (option) {
        case 'a':
            target.host = optarg;
            break;
        case 'u':
            target.path = optarg;
            break;
        case 'c':
            options.connections = (unsigned)atoi(optarg);
            break;
        case 's':
            options.size = (size_t)atol(optarg);
            break;
        case 'd':
            options.depth = (unsigned)atoi(optarg);
            break;
        case 'b':
            options.binary = true;
            break;
        case 't':
            options.seconds = atof(optarg);
            break;
        case 'w':
            options.warm_up = atof(optarg);
            break;
        case 'n':
            options.messages = atof(optarg);
            break;
        case 'p':
            options.pid = atoi(optarg);
            break;
        case 'q':
            target.patience = atof(optarg);
            break;
        case 'H':
            add_header(optarg);
            break;
        case 'S':
            target.tls = true;
            break;
        case 'k':
            options.hold = true;
            break;
        default:
            usage();
        }
    }
    if (optind == argc - 1) {
        target.port = atoi(argv[optind]);
    } else if (optind != argc || !mode_is("zlib")) {
        usage();
    }
    if (options.connections < 1 || options.depth < 1) {
        usage();
    }
    target.deflate = mode_is("deflate") || mode_is("zlib");
}

static void raise_limit(void)
{
    struct rlimit files;

    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    if (options.connections + 64 > files.rlim_cur) {
        fail("%u connections need more open files than the limit of %lu", options.connections,
             (unsigned long)files.rlim_cur);
    }
}

int main(int argc, char **argv)
{
    static const struct {
        const char *mode;
        void (*run)(void);
    } modes[] = {
        {"echo", run_messages}, {"deflate", run_messages},     {"broadcast", run_messages}, {"http", run_messages},
        {"idle", run_idle},     {"handshake", run_handshakes}, {"zlib", run_zlib},
    };

    read_options(argc, argv);
    raise_limit();
    target_init(&target);
    make_traffic();
    clients = calloc(options.connections, sizeof(*clients));
    epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
        if (mode_is(modes[i].mode)) {
            modes[i].run();
            return 0;
        }
    }
    usage();
}
