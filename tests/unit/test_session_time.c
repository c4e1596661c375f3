#include "unit.h"

#include <string.h>

#include "base/status.h"
#include "server/session.h"
#include "support/clock.h"
#include "support/engine.h"

/*
 * When a silent connection ends. Time is made: it passes when nothing else happens, so these tests do not wait.
 */

#define MAX_IDLE     20 /* seconds */
#define PING_EVERY   1
#define PONG_TIMEOUT 5

static const char handshake[] = "GET / HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

static uint64_t ticks;     /* of the run, so far */
static long set_clock;     /* seconds; 0: nobody sets it */
static unsigned answers;   /* to pings that the server is to get */
static unsigned pings;     /* that it sent */
static double counted_for; /* the ping that was counted last */

static es_session_t *only_session(es_server_t *server)
{
    return es_list_empty(&server->all) ? NULL : es_container_of(server->all.next, es_session_t, link);
}

/* Runs a connection that says nothing after its handshake. @return seconds until the server ends it */
static double silent_for(void (*prepare)(es_server_t *, es_port_t *), void (*each_turn)(es_server_t *))
{
    engine_run_t run = {.prepare = prepare,
                        .bytes = handshake,
                        .len = sizeof(handshake) - 1,
                        .end = ENGINE_WAITS,
                        .each_turn = each_turn};

    ticks = 0;
    clock_make(true);
    assert_int_equal(engine_run(&run), ES_OK);
    clock_make(false);
    assert_int_equal(run.opens, 1);
    assert_int_equal(run.closes, 1);
    engine_run_destroy(&run);
    return (double)ticks * ES_TICK_MS / 1000;
}

static void limit_idle_time(es_server_t *server, es_port_t *port)
{
    (void)server;
    port->settings.max_idle_time = MAX_IDLE;
}

static void set_the_clock(es_server_t *server)
{
    if (server->loop.tick > 50 && set_clock != 0) {
        clock_set_wall(set_clock);
        set_clock = 0;
    }
    ticks = only_session(server) ? server->loop.tick : ticks;
}

static void a_clock_that_is_set_changes_no_limit(void **state)
{
    static const long steps[] = {0, 1, -1, 3600, -3600, 86400 * 365};

    (void)state;
    for (size_t i = 0; i < COUNT(steps); i++) {
        double seconds;

        set_clock = steps[i];
        seconds = silent_for(limit_idle_time, set_the_clock);
        assert_int_equal(set_clock, 0);
        assert_true(seconds >= MAX_IDLE && seconds < MAX_IDLE + 1);
    }
}

static void ping_often(es_server_t *server, es_port_t *port)
{
    (void)server;
    port->settings.websocket_ping_interval = PING_EVERY;
    port->settings.websocket_pong_timeout = PONG_TIMEOUT;
}

/* Answers a ping as seen by a process that read its clock some milliseconds before the ping went out. */
static void answer_in_a_late_process(es_server_t *server)
{
    es_session_t *s = only_session(server);
    double sent = s ? es_session_extra(s)->ping_sent : 0;

    if (sent > 0 && sent > counted_for) {
        counted_for = sent;
        pings++;
        if (answers > 0) {
            answers--;
            s->rec->last_recv = sent - 0.003;
        }
    }
    ticks = s ? server->loop.tick : ticks;
}

static void an_answer_counts_whichever_process_reads_it(void **state)
{
    (void)state;
    for (unsigned n = 0; n < 4; n++) {
        double seconds;

        pings = 0;
        counted_for = 0;
        answers = n;
        seconds = silent_for(ping_often, answer_in_a_late_process);
        assert_int_equal(pings, n + 1); /* the last one was not answered, and there is no other */
        assert_true(seconds >= n * PING_EVERY + PING_EVERY + PONG_TIMEOUT - 0.1);
        assert_true(seconds < n * (PING_EVERY + 0.5) + PING_EVERY + PONG_TIMEOUT + 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clock_that_is_set_changes_no_limit),
        cmocka_unit_test(an_answer_counts_whichever_process_reads_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
