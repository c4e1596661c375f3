#include "unit.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/status.h"
#include "server/session.h"
#include "support/engine.h"

/*
 * System calls that fail. The linker puts the functions below in front of the C library's (--wrap). Each scenario
 * runs once without faults; then every call that it made fails in every way that fits, one per run.
 */

typedef enum call {
    RECV,
    SEND,
    SENDMSG,
    ACCEPT,
    SHUTDOWN,
    SETSOCKOPT,
    SOCKET,
    BIND,
    LISTEN,
    GETSOCKNAME,
    CALLS,
} call_t;

static const char *const call_names[CALLS] = {"recv",       "send",   "sendmsg", "accept4", "shutdown",
                                              "setsockopt", "socket", "bind",    "listen",  "getsockname"};

#define SHORT  (-1) /* instead of an errno: the call does its work for one byte only */
#define ALWAYS 0    /* instead of a number: every call */

static struct faults {
    unsigned seen[CALLS];
    call_t call;
    unsigned number; /* of the call that fails, from 1 on */
    int error;
    bool armed;
} faults;

/* Whether this call is the one. */
static bool strikes(call_t call)
{
    unsigned number = ++faults.seen[call];

    return faults.armed && faults.call == call && (faults.number == ALWAYS || faults.number == number);
}

/* @return false: the call fails, with errno */
static bool may_go_on(call_t call, size_t *size)
{
    if (!strikes(call)) {
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
    return may_go_on(RECV, &size) ? __real_recv(fd, into, size, flags) : -1;
}

ssize_t __real_send(int fd, const void *bytes, size_t size, int flags);
ssize_t __wrap_send(int fd, const void *bytes, size_t size, int flags);
ssize_t __wrap_send(int fd, const void *bytes, size_t size, int flags)
{
    return may_go_on(SEND, &size) ? __real_send(fd, bytes, size, flags) : -1;
}

ssize_t __real_sendmsg(int fd, const struct msghdr *msg, int flags);
ssize_t __wrap_sendmsg(int fd, const struct msghdr *msg, int flags);
ssize_t __wrap_sendmsg(int fd, const struct msghdr *msg, int flags)
{
    size_t size = msg->msg_iov[0].iov_len, all = size;

    if (!may_go_on(SENDMSG, &size)) {
        return -1;
    }
    return size == all ? __real_sendmsg(fd, msg, flags) : __real_send(fd, msg->msg_iov[0].iov_base, size, flags);
}

int __real_accept4(int fd, struct sockaddr *peer, socklen_t *len, int flags);
int __wrap_accept4(int fd, struct sockaddr *peer, socklen_t *len, int flags);
int __wrap_accept4(int fd, struct sockaddr *peer, socklen_t *len, int flags)
{
    return may_go_on(ACCEPT, &(size_t){0}) ? __real_accept4(fd, peer, len, flags) : -1;
}

int __real_shutdown(int fd, int how);
int __wrap_shutdown(int fd, int how);
int __wrap_shutdown(int fd, int how)
{
    return may_go_on(SHUTDOWN, &(size_t){0}) ? __real_shutdown(fd, how) : -1;
}

int __real_setsockopt(int fd, int level, int option, const void *value, socklen_t len);
int __wrap_setsockopt(int fd, int level, int option, const void *value, socklen_t len);
int __wrap_setsockopt(int fd, int level, int option, const void *value, socklen_t len)
{
    return may_go_on(SETSOCKOPT, &(size_t){0}) ? __real_setsockopt(fd, level, option, value, len) : -1;
}

int __real_socket(int domain, int type, int protocol);
int __wrap_socket(int domain, int type, int protocol);
int __wrap_socket(int domain, int type, int protocol)
{
    return may_go_on(SOCKET, &(size_t){0}) ? __real_socket(domain, type, protocol) : -1;
}

int __real_bind(int fd, const struct sockaddr *address, socklen_t len);
int __wrap_bind(int fd, const struct sockaddr *address, socklen_t len);
int __wrap_bind(int fd, const struct sockaddr *address, socklen_t len)
{
    return may_go_on(BIND, &(size_t){0}) ? __real_bind(fd, address, len) : -1;
}

int __real_listen(int fd, int backlog);
int __wrap_listen(int fd, int backlog);
int __wrap_listen(int fd, int backlog)
{
    return may_go_on(LISTEN, &(size_t){0}) ? __real_listen(fd, backlog) : -1;
}

int __real_getsockname(int fd, struct sockaddr *address, socklen_t *len);
int __wrap_getsockname(int fd, struct sockaddr *address, socklen_t *len);
int __wrap_getsockname(int fd, struct sockaddr *address, socklen_t *len)
{
    return may_go_on(GETSOCKNAME, &(size_t){0}) ? __real_getsockname(fd, address, len) : -1;
}

/* --- what is checked --- */

static unsigned open_descriptors(void)
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

/* Runs, and checks what holds in any case: nobody is lost, nothing leaks. */
static void run_checked(engine_run_t *run, const char *what)
{
    unsigned before = open_descriptors();

    engine_shutdown = __real_shutdown;
    payload_counts = (payload_counts_t){0};
    memset(faults.seen, 0, sizeof(faults.seen));
    if (engine_run(run) != ES_OK) {
        fail_msg("%s: the server failed", what);
    }
    faults.armed = false;
    engine_hide_dates(run);
    if (run->accepted != run->closed || payload_counts.live != 0 || open_descriptors() != before) {
        fail_msg("%s: %u accepted, %u closed, %u payloads are left, %d descriptors", what, (unsigned)run->accepted,
                 (unsigned)run->closed, payload_counts.live, (int)open_descriptors() - (int)before);
    }
}

typedef struct scenario {
    const char *name;
    void (*prepare)(es_server_t *server, es_port_t *port);
    const char *(*script)(size_t *len);
    size_t step;           /* bytes that the client sends at a time */
    unsigned most_of_each; /* calls of one kind that fail in turn; there may be many more */
    bool deaf;             /* the client reads nothing until the end */
} scenario_t;

/* Faults that nobody may notice, and others. */
static const int harmless[] = {EAGAIN, EINTR, SHORT};
static const int fatal[] = {ECONNRESET, EPIPE, ETIMEDOUT, ENOMEM, ENOBUFS, EIO};

static engine_run_t with_fault(const scenario_t *scenario, call_t call, unsigned number, int error, const char *what)
{
    engine_run_t run = {
        .prepare = scenario->prepare, .tcp = true, .split = {.step = scenario->step}, .deaf = scenario->deaf};

    run.bytes = scenario->script(&run.len);
    faults = (struct faults){.call = call, .number = number, .error = error, .armed = error != 0};
    run_checked(&run, what);
    return run;
}

static void expect_harmless(const scenario_t *scenario, const engine_run_t *plain, call_t call, unsigned number,
                            int error)
{
    char what[160];
    engine_run_t run;

    snprintf(what, sizeof(what), "%s: %s %u: %s", scenario->name, call_names[call], number,
             error == SHORT ? "one byte" : strerror(error));
    run = with_fault(scenario, call, number, error, what);
    if (run.received.len != plain->received.len ||
        memcmp(run.received.data, plain->received.data, run.received.len) != 0 || run.opens != plain->opens ||
        run.closes != plain->closes || run.messages != plain->messages) {
        fail_msg("%s: the client got %zu bytes instead of %zu, %u messages instead of %u", what, run.received.len,
                 plain->received.len, run.messages, plain->messages);
    }
    engine_run_destroy(&run);
}

/* The connection may break: then what the client got is the beginning of what it would have got. */
static void expect_end(const scenario_t *scenario, const engine_run_t *plain, call_t call, unsigned number, int error)
{
    char what[160];
    engine_run_t run;

    snprintf(what, sizeof(what), "%s: %s %u: %s", scenario->name, call_names[call], number, strerror(error));
    run = with_fault(scenario, call, number, error, what);
    if (run.received.len > plain->received.len ||
        (run.received.len > 0 && memcmp(run.received.data, plain->received.data, run.received.len) != 0) ||
        run.opens != run.closes) {
        fail_msg("%s: the client got something else, or %u opens and %u closes", what, run.opens, run.closes);
    }
    engine_run_destroy(&run);
}

static void every_call_fails_once(void **state)
{
    static const call_t calls[] = {RECV, SEND, SENDMSG};
    const scenario_t *scenario = *state;
    engine_run_t plain = with_fault(scenario, 0, 0, 0, scenario->name);
    unsigned seen[CALLS];

    memcpy(seen, faults.seen, sizeof(seen));
    assert_int_equal(plain.accepted, 1);
    assert_true(seen[RECV] > 0 && seen[SEND] > 0);
    for (size_t c = 0; c < COUNT(calls); c++) {
        unsigned most = seen[calls[c]] < scenario->most_of_each ? seen[calls[c]] : scenario->most_of_each;

        for (unsigned number = 1; number <= most; number++) {
            for (size_t i = 0; i < COUNT(harmless); i++) {
                expect_harmless(scenario, &plain, calls[c], number, harmless[i]);
            }
            for (size_t i = 0; i < COUNT(fatal); i++) {
                expect_end(scenario, &plain, calls[c], number, fatal[i]);
            }
        }
    }
    expect_end(scenario, &plain, SHUTDOWN, 1, ENOTCONN);
    expect_harmless(scenario, &plain, SETSOCKOPT, ALWAYS, ENOMEM);
    engine_run_destroy(&plain);
}

static void every_byte_alone(void **state)
{
    const scenario_t *scenario = *state;
    engine_run_t plain = with_fault(scenario, 0, 0, 0, scenario->name);

    if (plain.len + plain.received.len < 10000) {
        expect_harmless(scenario, &plain, RECV, ALWAYS, SHORT);
        expect_harmless(scenario, &plain, SEND, ALWAYS, SHORT);
        expect_harmless(scenario, &plain, SENDMSG, ALWAYS, SHORT);
    }
    engine_run_destroy(&plain);
}

/* --- scenarios --- */

#define UPGRADE                                                                                                        \
    "GET / HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"          \
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
#define TEXT  "\x81\x85\0\0\0\0hello"
#define CLOSE "\x88\x82\0\0\0\0\x03\xe8"

static const char *websocket(size_t *len)
{
    static const char script[] =
        UPGRADE TEXT "\x01\x82\x01\x02\x03\x04\x01\x02\x89\x81\0\0\0\0p\x80\x81\0\0\0\0!" TEXT CLOSE;

    *len = sizeof(script) - 1;
    return script;
}

static const char *bad_text(size_t *len)
{
    static const char script[] = UPGRADE TEXT "\x81\x82\0\0\0\0\xc3\x28" TEXT;

    *len = sizeof(script) - 1;
    return script;
}

static const char *requests(size_t *len)
{
    static const char script[] =
        "GET / HTTP/1.1\r\nHost: h\r\n\r\n"
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbye";

    *len = sizeof(script) - 1;
    return script;
}

static const char *bad_request(size_t *len)
{
    static const char script[] = "GET / HTTP/1.1\r\nHost: h\r\n\r\nGET / HTTP/9\r\n\r\n";

    *len = sizeof(script) - 1;
    return script;
}

/* Large messages leave by reference, with more system calls than one. */
static const char *large_messages(size_t *len)
{
    static char script[sizeof(UPGRADE) + 3 * 70000 + 64];
    char *to = script;

    memcpy(to, UPGRADE, sizeof(UPGRADE) - 1);
    to += sizeof(UPGRADE) - 1;
    for (int i = 0; i < 3; i++) {
        memcpy(to, "\x82\xff\0\0\0\0\0\x01\x11\x70\0\0\0\0", 14);
        memset(to + 14, 'a' + i, 70000);
        to += 14 + 70000;
    }
    memcpy(to, CLOSE, sizeof(CLOSE) - 1);
    *len = (size_t)(to + sizeof(CLOSE) - 1 - script);
    return script;
}

static const char *leaves_without_a_word(size_t *len)
{
    static const char script[] = UPGRADE TEXT "\x81\xfe\x10\0";

    *len = sizeof(script) - 1;
    return script;
}

static void own_handshake(es_server_t *server, es_port_t *port)
{
    (void)server;
    port->handled |= 1u << ES_ON_HANDSHAKE;
}

static scenario_t scenarios[] = {
    {"a WebSocket", NULL, websocket, 1000, 100, false},
    {"a WebSocket that comes in pieces", NULL, websocket, 7, 10, false},
    {"a WebSocket with a handshake of its own", own_handshake, websocket, 1000, 100, false},
    {"bad text", NULL, bad_text, 1000, 100, false},
    {"requests", NULL, requests, 1000, 100, false},
    {"a bad request", NULL, bad_request, 1000, 100, false},
    {"large messages", NULL, large_messages, 30000, 12, false},
    {"large messages for a client that does not read", NULL, large_messages, 30000, 12, true},
    {"a client that leaves", NULL, leaves_without_a_word, 1000, 100, false},
};

/* --- the start --- */

static void accept_fails(void **state)
{
    static const int errors[] = {ECONNABORTED, EPROTO, EINTR, EAGAIN, EPERM, EMFILE, ENFILE, ENOBUFS, ENOMEM};
    const scenario_t *scenario = &scenarios[0];
    engine_run_t plain = with_fault(scenario, 0, 0, 0, scenario->name);

    (void)state;
    for (size_t i = 0; i < COUNT(errors); i++) {
        expect_harmless(scenario, &plain, ACCEPT, 1, errors[i]);
    }
    engine_run_destroy(&plain);
}

static void listening_fails(void **state)
{
    static const struct {
        call_t call;
        int error;
    } rows[] = {
        {SOCKET, EMFILE}, {SOCKET, ENFILE}, {SOCKET, ENOMEM},      {SOCKET, EACCES},       {SOCKET, EAFNOSUPPORT},
        {BIND, EACCES},   {BIND, ENOMEM},   {BIND, EADDRNOTAVAIL}, {BIND, EADDRINUSE},     {LISTEN, EADDRINUSE},
        {LISTEN, ENOMEM}, {LISTEN, EMFILE}, {SETSOCKOPT, ENOMEM},  {GETSOCKNAME, ENOBUFS},
    };
    unsigned before = open_descriptors();

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        int port, fd;

        faults = (struct faults){.call = rows[i].call, .number = 1, .error = rows[i].error, .armed = true};
        fd = es_address_listen(ES_SOCK_TCP, "127.0.0.1", 0, 16, &port);
        if (fd >= 0 && rows[i].call == SETSOCKOPT) {
            close(fd); /* an address that is still in use a bit longer is no reason to fail */
        } else if (fd != -rows[i].error) {
            fail_msg("%s: %s gave %d", call_names[rows[i].call], strerror(rows[i].error), fd);
        }
    }
    faults.armed = false;
    assert_int_equal(open_descriptors(), before);
}

/* The client's end is known, and the connection breaks after that: the session must end all the same. */
static void late_answer_to_nobody(void **state)
{
    const char *script = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

    (void)state;
    for (engine_end_t end = ENGINE_SHUTS_DOWN; end <= ENGINE_CLOSES; end++) {
        engine_run_t run = {.bytes = script, .len = strlen(script), .late = true, .end = end};

        faults = (struct faults){.call = SEND, .number = 1, .error = EPIPE, .armed = end == ENGINE_SHUTS_DOWN};
        run_checked(&run, "a late answer");
        assert_int_equal(run.accepted, 1);
        assert_int_equal(run.requests, 1);
        engine_run_destroy(&run);
    }
}

static void more_listeners_fail(void **state)
{
    static const call_t calls[] = {SOCKET, SETSOCKOPT, BIND, LISTEN};
    unsigned before = open_descriptors();

    (void)state;
    for (size_t i = 0; i < COUNT(calls); i++) {
        for (unsigned number = 1; number <= 4; number++) {
            int fds[4], port, count;

            faults.armed = false;
            fds[0] = es_address_listen(ES_SOCK_TCP, "127.0.0.1", 0, 16, &port);
            assert_true(fds[0] >= 0);
            faults = (struct faults){.call = calls[i], .number = number, .error = ENOMEM, .armed = true};
            count = es_address_listen_more(ES_SOCK_TCP, fds, 4, 16);
            for (int k = 0; k < (count > 0 ? count : 1); k++) {
                close(fds[k]);
            }
            if (open_descriptors() != before) {
                fail_msg("%s %u: %d listeners, %d descriptors are left", call_names[calls[i]], number, count,
                         (int)open_descriptors() - (int)before);
            }
        }
    }
    faults.armed = false;
}

int main(void)
{
    struct CMUnitTest tests[2 * COUNT(scenarios) + 4] = {
        cmocka_unit_test(listening_fails),
        cmocka_unit_test(more_listeners_fail),
        cmocka_unit_test(accept_fails),
        cmocka_unit_test(late_answer_to_nobody),
    };

    for (size_t i = 0; i < COUNT(scenarios); i++) {
        tests[4 + 2 * i] = (struct CMUnitTest){scenarios[i].name, every_call_fails_once, NULL, NULL, &scenarios[i]};
        tests[5 + 2 * i] = (struct CMUnitTest){scenarios[i].name, every_byte_alone, NULL, NULL, &scenarios[i]};
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
