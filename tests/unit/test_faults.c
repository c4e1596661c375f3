#include "unit.h"

#include <errno.h>
#include <stdio.h>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/status.h"
#include "server/session.h"
#include "support/engine.h"
#include "support/faults.h"

/* The whole server while system calls fail, and libevent. */

/* --- what is checked --- */

/* Runs, and checks what holds in any case: nobody is lost, nothing leaks. */
static void run_checked(engine_run_t *run, const char *what)
{
    unsigned before = open_descriptors();

    engine_shutdown = faults_real_shutdown;
    payload_counts = (payload_counts_t){0};
    memset(faults.seen, 0, sizeof(faults.seen));
    if (engine_run(run) != ES_OK) {
        fail_msg("%s: the server failed", what);
    }
    faults_disarm();
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
    faults_arm(call, number, error);
    faults.armed = error != 0;
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
    static const call_t calls[] = {CALL_RECV, CALL_SEND, CALL_SENDMSG};
    const scenario_t *scenario = *state;
    engine_run_t plain = with_fault(scenario, 0, 0, 0, scenario->name);
    unsigned seen[CALLS];

    memcpy(seen, faults.seen, sizeof(seen));
    assert_int_equal(plain.accepted, 1);
    assert_true(seen[CALL_RECV] > 0 && seen[CALL_SEND] > 0);
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
    expect_end(scenario, &plain, CALL_SHUTDOWN, 1, ENOTCONN);
    expect_harmless(scenario, &plain, CALL_SETSOCKOPT, ALWAYS, ENOMEM);
    engine_run_destroy(&plain);
}

static void every_byte_alone(void **state)
{
    const scenario_t *scenario = *state;
    engine_run_t plain = with_fault(scenario, 0, 0, 0, scenario->name);

    if (plain.len + plain.received.len < 10000) {
        expect_harmless(scenario, &plain, CALL_RECV, ALWAYS, SHORT);
        expect_harmless(scenario, &plain, CALL_SEND, ALWAYS, SHORT);
        expect_harmless(scenario, &plain, CALL_SENDMSG, ALWAYS, SHORT);
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
        expect_harmless(scenario, &plain, CALL_ACCEPT4, 1, errors[i]);
    }
    engine_run_destroy(&plain);
}

static void listening_fails(void **state)
{
    static const struct {
        call_t call;
        int error;
    } rows[] = {
        {CALL_SOCKET, EMFILE},       {CALL_SOCKET, ENFILE},       {CALL_SOCKET, ENOMEM}, {CALL_SOCKET, EACCES},
        {CALL_SOCKET, EAFNOSUPPORT}, {CALL_BIND, EACCES},         {CALL_BIND, ENOMEM},   {CALL_BIND, EADDRNOTAVAIL},
        {CALL_BIND, EADDRINUSE},     {CALL_LISTEN, EADDRINUSE},   {CALL_LISTEN, ENOMEM}, {CALL_LISTEN, EMFILE},
        {CALL_SETSOCKOPT, ENOMEM},   {CALL_GETSOCKNAME, ENOBUFS},
    };
    unsigned before = open_descriptors();

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        int port, fd;

        faults_arm(rows[i].call, 1, rows[i].error);
        fd = es_address_listen(ES_SOCK_TCP, "127.0.0.1", 0, 16, &port);
        if (fd >= 0 && rows[i].call == CALL_SETSOCKOPT) {
            close(fd); /* an address that is still in use a bit longer is no reason to fail */
        } else if (fd != -rows[i].error) {
            fail_msg("%s: %s gave %d", call_names[rows[i].call], strerror(rows[i].error), fd);
        }
    }
    faults_disarm();
    assert_int_equal(open_descriptors(), before);
}

/* The client's end is known, and the connection breaks after that: the session must end all the same. */
static void late_answer_to_nobody(void **state)
{
    const char *script = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

    (void)state;
    for (engine_end_t end = ENGINE_SHUTS_DOWN; end <= ENGINE_CLOSES; end++) {
        engine_run_t run = {.bytes = script, .len = strlen(script), .late = true, .end = end};

        faults_arm(CALL_SEND, 1, EPIPE);
        faults.armed = end == ENGINE_SHUTS_DOWN;
        run_checked(&run, "a late answer");
        assert_int_equal(run.accepted, 1);
        assert_int_equal(run.requests, 1);
        engine_run_destroy(&run);
    }
}

/*
 * The loop cannot watch a descriptor: whatever that is, the server ends in order. A connection that nobody could hear
 * of any more is gone, and so is its session.
 */
static void events_cannot_be_made(void **state)
{
    static const call_t calls[] = {CALL_EVENT_BASE_NEW, CALL_EVENT_NEW, CALL_EVENT_ADD};

    (void)state;
    for (size_t s = 0; s < COUNT(scenarios); s++) {
        const scenario_t *scenario = &scenarios[s];
        engine_run_t plain = with_fault(scenario, 0, 0, 0, scenario->name);
        unsigned seen[CALLS], before = open_descriptors();

        memcpy(seen, faults.seen, sizeof(seen));
        for (size_t c = 0; c < COUNT(calls); c++) {
            assert_true(seen[calls[c]] > 0);
            for (unsigned number = 1; number <= seen[calls[c]]; number++) {
                engine_run_t run = {.prepare = scenario->prepare,
                                    .tcp = true,
                                    .split = {.step = scenario->step},
                                    .deaf = scenario->deaf};

                run.bytes = scenario->script(&run.len);
                payload_counts = (payload_counts_t){0};
                faults_arm(calls[c], number, ENOMEM);
                engine_run(&run);
                faults_disarm();
                engine_hide_dates(&run);
                if (run.accepted != run.closed || run.opens != run.closes || payload_counts.live != 0 ||
                    open_descriptors() != before || run.received.len > plain.received.len ||
                    (run.received.len > 0 && memcmp(run.received.data, plain.received.data, run.received.len) != 0)) {
                    fail_msg("%s: %s %u: %u accepted, %u closed, %u opens, %u closes, %zu bytes", scenario->name,
                             call_names[calls[c]], number, (unsigned)run.accepted, (unsigned)run.closed, run.opens,
                             run.closes, run.received.len);
                }
                engine_run_destroy(&run);
            }
        }
        engine_run_destroy(&plain);
    }
}

static unsigned exhaustions;

static void count_exhausted(es_listener_t *l, int error)
{
    (void)l;
    exhaustions++;
    assert_int_equal(error, exhaustions == 1 ? EMFILE : 0);
}

static void close_accepted(es_listener_t *l, int fd, const es_address_t *peer)
{
    (void)l;
    (void)peer;
    close(fd);
}

static int connect_to(int port)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    assert_int_equal(connect(fd, (struct sockaddr *)&to, sizeof(to)), 0);
    return fd;
}

/* Starts a listener that some clients wait for, and that has found no descriptor for the first one. */
static void listen_without_descriptors(es_listener_t *l, es_loop_t *loop, int *clients, size_t count)
{
    int port, fd = es_address_listen(ES_SOCK_TCP, "127.0.0.1", 0, 4, &port);

    assert_true(fd >= 0);
    *l = (es_listener_t){.on_accept = close_accepted, .on_exhausted = count_exhausted};
    assert_int_equal(es_loop_init(loop), ES_OK);
    assert_int_equal(es_listener_start(l, loop, fd), ES_OK);
    for (size_t i = 0; i < count; i++) {
        clients[i] = connect_to(port);
    }
    exhaustions = 0;
    faults_arm(CALL_ACCEPT4, 1, EMFILE);
    while (exhaustions == 0) {
        es_loop_turn(loop);
    }
}

static void listen_no_more(es_listener_t *l, es_loop_t *loop, const int *clients, size_t count)
{
    faults_disarm();
    es_listener_stop(l);
    es_loop_destroy(loop);
    for (size_t i = 0; i < count; i++) {
        close(clients[i]);
    }
    close(l->fd);
}

/* Accepting rests for a second, and when that is over the listener cannot be watched at first. */
static void accepting_goes_on_late(void **state)
{
    es_listener_t l;
    es_loop_t loop;
    int client;

    (void)state;
    listen_without_descriptors(&l, &loop, &client, 1);
    faults_arm(CALL_EVENT_ADD, 1, ENOMEM);
    while (exhaustions == 1 && loop.tick < 50) {
        es_loop_turn(&loop);
    }
    assert_int_equal(faults.seen[CALL_EVENT_ADD], 2);
    assert_int_equal(exhaustions, 2); /* it said so, and that it is over */
    listen_no_more(&l, &loop, &client, 1);
}

/* One descriptor came free for two clients: accepting goes on to rest, and neither is told. */
static void accepting_recovers_when_all_are_taken(void **state)
{
    es_listener_t l;
    es_loop_t loop;
    int clients[2];

    (void)state;
    listen_without_descriptors(&l, &loop, clients, COUNT(clients));
    faults_arm(CALL_ACCEPT4, 2, EMFILE);
    while (faults.seen[CALL_ACCEPT4] < 2 && loop.tick < 50) {
        es_loop_turn(&loop);
    }
    assert_int_equal(exhaustions, 1);
    while (exhaustions == 1 && loop.tick < 100) {
        es_loop_turn(&loop);
    }
    assert_int_equal(exhaustions, 2);
    listen_no_more(&l, &loop, clients, COUNT(clients));
}

/* The last descriptor was for the last client, and accept() fails for want of one more although nobody is there. */
static void accepting_recovers_with_the_last_descriptor(void **state)
{
    es_listener_t l;
    es_loop_t loop;
    int client;

    (void)state;
    listen_without_descriptors(&l, &loop, &client, 1);
    faults_arm(CALL_ACCEPT4, 2, EMFILE);
    while (faults.seen[CALL_ACCEPT4] < 2 && loop.tick < 50) {
        es_loop_turn(&loop);
    }
    assert_int_equal(exhaustions, 2);
    listen_no_more(&l, &loop, &client, 1);
}

/* A socket file in the way: one that nobody uses is replaced, one in use stays, whatever fails. */
static void unix_sockets(void **state)
{
    static const struct {
        call_t call;
        unsigned number;
        int error;
        int result; /* where the file is stale */
    } rows[] = {
        {CALL_LSTAT, 1, EACCES, -EADDRINUSE},   {CALL_SOCKET, 1, EMFILE, -EADDRINUSE},
        {CALL_SOCKET, 2, EMFILE, -EMFILE},      {CALL_CONNECT, 1, EACCES, -EADDRINUSE},
        {CALL_CONNECT, 1, EAGAIN, -EADDRINUSE}, {CALL_UNLINK, 1, EPERM, -EADDRINUSE},
        {CALL_BIND, 1, EACCES, -EACCES},        {CALL_LISTEN, 1, ENOMEM, -ENOMEM},
        {CALL_SETSOCKOPT, 1, ENOMEM, 0},
    };
    char directory[] = "/tmp/easyswoole.XXXXXX", path[64];
    unsigned before = open_descriptors();

    (void)state;
    assert_non_null(mkdtemp(directory));
    snprintf(path, sizeof(path), "%s/socket", directory);
    for (size_t i = 0; i < COUNT(rows); i++) {
        int port, fd, used;

        faults_disarm();
        used = es_address_listen(ES_SOCK_UNIX_STREAM, path, 0, 4, &port);
        assert_true(used >= 0);
        faults_arm(rows[i].call, rows[i].number, rows[i].error);
        fd = es_address_listen(ES_SOCK_UNIX_STREAM, path, 0, 4, &port);
        assert_true(fd < 0);
        faults_disarm();
        assert_int_equal(es_address_listen(ES_SOCK_UNIX_STREAM, path, 0, 4, &port), -EADDRINUSE);
        close(used);

        faults_arm(rows[i].call, rows[i].number, rows[i].error);
        fd = es_address_listen(ES_SOCK_UNIX_STREAM, path, 0, 4, &port);
        if (rows[i].result < 0 ? fd != rows[i].result : fd < 0) {
            fail_msg("%s %u: %s gave %d", call_names[rows[i].call], rows[i].number, strerror(rows[i].error), fd);
        }
        if (fd >= 0) {
            close(fd);
        }
        faults_disarm();
        unlink(path);
        assert_int_equal(open_descriptors(), before);
    }
    rmdir(directory);
}

static void more_listeners_fail(void **state)
{
    static const call_t calls[] = {CALL_GETSOCKNAME, CALL_SOCKET, CALL_SETSOCKOPT, CALL_BIND, CALL_LISTEN};
    unsigned before = open_descriptors();

    (void)state;
    for (size_t i = 0; i < COUNT(calls); i++) {
        for (unsigned number = 1; number <= 4; number++) {
            int fds[4], port, count;

            faults_disarm();
            fds[0] = es_address_listen(ES_SOCK_TCP, "127.0.0.1", 0, 16, &port);
            assert_true(fds[0] >= 0);
            faults_arm(calls[i], number, ENOMEM);
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
    faults_disarm();
}

int main(void)
{
    struct CMUnitTest tests[2 * COUNT(scenarios) + 8] = {
        cmocka_unit_test(listening_fails),
        cmocka_unit_test(more_listeners_fail),
        cmocka_unit_test(accept_fails),
        cmocka_unit_test(late_answer_to_nobody),
        cmocka_unit_test(events_cannot_be_made),
        cmocka_unit_test(accepting_goes_on_late),
        cmocka_unit_test(accepting_recovers_when_all_are_taken),
        cmocka_unit_test(accepting_recovers_with_the_last_descriptor),
        cmocka_unit_test(unix_sockets),
    };

    for (size_t i = 0; i < COUNT(scenarios); i++) {
        tests[8 + 2 * i] = (struct CMUnitTest){scenarios[i].name, every_call_fails_once, NULL, NULL, &scenarios[i]};
        tests[9 + 2 * i] = (struct CMUnitTest){scenarios[i].name, every_byte_alone, NULL, NULL, &scenarios[i]};
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
