#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/status.h"
#include "net/connection.h"

/* Turns of the loop that something may take. */
#define PATIENCE 50

/* What the connection's owner was told, and what it does then. */
static struct {
    es_loop_t loop;
    es_conn_t conn;
    int peer;
    es_buffer_t received;
    unsigned ends, timeouts, turn_ends, closed, released;
    size_t sent;
    int error;
    bool aborts_on_data, aborts_on_sent, finishes_on_end, pauses_on_sent;
} t;

static void on_data(es_conn_t *c, const uint8_t *bytes, size_t len)
{
    assert_int_equal(t.closed, 0);
    es_buffer_append(&t.received, bytes, len);
    if (t.aborts_on_data) {
        es_conn_abort(c);
    }
}

static void on_end(es_conn_t *c, int error)
{
    t.ends++;
    t.error = error;
    if (t.finishes_on_end) {
        es_conn_finish(c, 60);
    }
}

static void on_sent(es_conn_t *c, size_t sent)
{
    t.sent += sent;
    if (t.aborts_on_sent) {
        es_conn_abort(c);
    }
    if (t.pauses_on_sent) {
        es_conn_read(c, false);
    }
}

static void on_timeout(es_conn_t *c)
{
    (void)c;
    t.timeouts++;
}

static void on_turn_end(es_conn_t *c)
{
    (void)c;
    t.turn_ends++;
}

static void on_closed(es_conn_t *c)
{
    (void)c;
    t.closed++;
}

static const es_conn_callbacks_t callbacks = {.on_data = on_data,
                                              .on_end = on_end,
                                              .on_sent = on_sent,
                                              .on_timeout = on_timeout,
                                              .on_turn_end = on_turn_end,
                                              .on_closed = on_closed};

static void release(void *owner)
{
    ++*(unsigned *)owner;
}

static int set_up(void **state)
{
    int ends[2];

    (void)state;
    memset(&t, 0, sizeof(t));
    assert_int_equal(es_loop_init(&t.loop), ES_OK);
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    fcntl(ends[1], F_SETFL, O_NONBLOCK);
    t.peer = ends[1];
    return es_conn_init(&t.conn, &t.loop, ends[0], &es_transport_plain, &callbacks);
}

static int tear_down(void **state)
{
    (void)state;
    es_conn_abort(&t.conn);
    es_conn_abort(&t.conn);
    event_active(t.loop.ticker, EV_TIMEOUT, 1);
    es_loop_turn(&t.loop);
    assert_int_equal(t.closed, 1);
    assert_int_equal(t.conn.fd, -1);
    assert_int_equal(t.conn.out.len, 0);
    if (t.peer >= 0) {
        close(t.peer);
    }
    es_buffer_destroy(&t.received);
    es_loop_destroy(&t.loop);
    return 0;
}

static void turn(void)
{
    event_active(t.loop.ticker, EV_TIMEOUT, 1);
    assert_true(es_loop_turn(&t.loop));
}

static void hang_up(void)
{
    close(t.peer);
    t.peer = -1;
}

/* Fills the socket with zeros. @return how many bytes wait in the connection's queue */
static size_t block(void)
{
    char *bytes = es_calloc(1, 1000000);

    es_conn_send(&t.conn, bytes, 1000000);
    es_free(bytes);
    turn();
    assert_true(t.conn.write_blocked);
    return t.conn.out.len;
}

/* What the peer receives until nothing comes any more. */
static size_t drain(void)
{
    char bytes[65536];
    size_t all = 0;
    ssize_t n;

    while ((n = recv(t.peer, bytes, sizeof(bytes), 0)) > 0) {
        all += (size_t)n;
    }
    return all;
}

/* --- tests --- */

static void input_is_told(void **state)
{
    (void)state;
    assert_int_equal(send(t.peer, "one", 3, 0), 3);
    turn();
    assert_string_equal(text_of(&t.received), "one");
    es_conn_read(&t.conn, false);
    assert_int_equal(send(t.peer, "two", 3, 0), 3);
    turn();
    assert_string_equal(text_of(&t.received), "one");
    es_conn_read(&t.conn, true);
    turn();
    assert_string_equal(text_of(&t.received), "onetwo");
    assert_int_equal(t.loop.traffic->bytes_in, 6);
    shutdown(t.peer, SHUT_WR);
    turn();
    turn();
    assert_int_equal(t.ends, 1);
    assert_int_equal(t.error, 0);
    es_conn_send(&t.conn, "half open", 9);
    turn();
    assert_int_equal(drain(), 9);
}

static void nothing_is_told_after_an_abort(void **state)
{
    (void)state;
    t.aborts_on_data = true;
    es_conn_send(&t.conn, "lost", 4);
    es_conn_schedule(&t.conn);
    assert_int_equal(send(t.peer, "one", 3, 0), 3);
    event_active(&t.conn.event, EV_READ, 1);
    turn();
    assert_int_equal(t.closed, 1);
    es_conn_send(&t.conn, "nothing", 7);
    es_conn_finish(&t.conn, 1);
    es_conn_read(&t.conn, true);
    turn();
    assert_int_equal(t.ends + t.timeouts, 0);
}

static void much_leaves_before_the_turn_ends(void **state)
{
    (void)state;
    es_conn_send(&t.conn, "little", 6);
    assert_int_equal(drain(), 0);
    turn();
    assert_int_equal(drain(), 6);
    assert_true(block() < 1000000 - 6);
    for (int i = 0; i < PATIENCE && t.conn.out.len > 0; i++) {
        drain();
        turn();
    }
    assert_int_equal(t.loop.traffic->bytes_out, 1000006);
    assert_int_equal(t.sent, 1000006);
    assert_false(t.conn.write_blocked);
}

static void owner_aborts_while_sending(void **state)
{
    (void)state;
    t.aborts_on_sent = true;
    es_conn_send(&t.conn, "last", 4);
    turn();
    assert_int_equal(t.closed, 1);
    assert_int_equal(drain(), 4);
}

static void timeouts(void **state)
{
    (void)state;
    es_timeout_set(&t.loop, &t.conn.timeout, 0);
    turn();
    assert_int_equal(t.timeouts, 1);
    /* The peer hears the end, and does nothing. */
    es_conn_finish(&t.conn, 0.1);
    es_conn_finish(&t.conn, 60);
    turn();
    assert_int_equal(t.conn.state, ES_CONN_DRAINING);
    turn();
    assert_int_equal(t.timeouts, 1);
    assert_int_equal(t.closed, 1);
}

static void work_at_the_end_of_a_turn(void **state)
{
    (void)state;
    es_conn_schedule(&t.conn);
    es_conn_schedule(&t.conn);
    turn();
    turn();
    assert_int_equal(t.turn_ends, 1);
}

static void end_in_order(void **state)
{
    (void)state;
    es_conn_send(&t.conn, "last", 4);
    es_conn_finish(&t.conn, 60);
    es_conn_send(&t.conn, "too late", 8);
    turn();
    assert_int_equal(drain(), 4);
    assert_int_equal(recv(t.peer, &(char){0}, 1, 0), 0);
    assert_int_equal(send(t.peer, "thrown away", 11, 0), 11);
    turn();
    assert_int_equal(t.closed, 0);
    hang_up();
    turn();
    assert_int_equal(t.closed, 1);
    assert_int_equal(t.received.len, 0);
    assert_int_equal(t.ends, 0);
}

static void both_end(void **state)
{
    (void)state;
    t.finishes_on_end = true;
    shutdown(t.peer, SHUT_WR);
    turn();
    turn();
    assert_int_equal(t.ends, 1);
    assert_int_equal(t.closed, 1);
}

/* What the peer said before it went is read; then comes the end. */
static void failed_write_is_told_behind_the_input(void **state)
{
    const es_output_ref_t ref = {"ref", 3, release, &t.released};

    (void)state;
    assert_int_equal(send(t.peer, "last words", 10, 0), 10);
    shutdown(t.peer, SHUT_RDWR);
    es_conn_send_ref(&t.conn, &ref);
    es_conn_send(&t.conn, "bytes", 5);
    turn(); /* the write fails as the turn begins, or the input comes first */
    for (int i = 0; i < PATIENCE && t.ends == 0; i++) {
        turn();
    }
    assert_string_equal(text_of(&t.received), "last words");
    assert_int_equal(t.ends, 1);
    assert_int_equal(t.released, 1);
    es_conn_send_ref(&t.conn, &ref); /* dropped at once */
    assert_int_equal(t.released, 2);
}

static void failed_write_while_nobody_reads(void **state)
{
    (void)state;
    es_conn_read(&t.conn, false);
    hang_up();
    es_conn_send(&t.conn, "bytes", 5);
    turn();
    assert_int_equal(t.ends, 1);
    assert_int_equal(t.error, EPIPE);
    assert_int_equal(t.closed, 1);
}

static void failed_write_while_ending(void **state)
{
    (void)state;
    block();
    es_conn_finish(&t.conn, 60);
    turn();
    assert_int_equal(t.conn.state, ES_CONN_FINISHING);
    hang_up();
    turn();
    turn();
    assert_int_equal(t.closed, 1);
    assert_int_equal(t.ends, 0);
}

/* Room in the socket and input come together, and the owner has enough input now. */
static void pause_between_write_and_read(void **state)
{
    (void)state;
    block();
    t.pauses_on_sent = true;
    assert_int_equal(send(t.peer, "later", 5, 0), 5);
    drain();
    turn();
    assert_int_equal(t.received.len, 0);
    t.pauses_on_sent = false;
    es_conn_read(&t.conn, true);
    turn();
    assert_string_equal(text_of(&t.received), "later");
}

static void descriptor_that_cannot_be_watched(void **state)
{
    es_conn_t c;
    int fd = open("/proc/self/exe", O_RDONLY);

    (void)state;
    assert_true(fd >= 0);
    assert_int_equal(es_conn_init(&c, &t.loop, fd, &es_transport_plain, &callbacks), ES_E_SYSTEM);
    assert_int_equal(fcntl(fd, F_GETFD), -1); /* closed */
}

#define MANY (2 * ES_WORK_PER_BATCH)

static es_conn_t many[MANY];
static size_t most_queued;

static void answer(es_conn_t *c, const uint8_t *bytes, size_t len)
{
    size_t queued = 0;

    es_conn_send(c, bytes, len);
    for (size_t i = 0; i < MANY; i++) {
        queued += many[i].out.len;
    }
    most_queued = queued > most_queued ? queued : most_queued;
}

/* However many connections are ready in one turn, answers do not pile up. */
static void answers_leave_in_batches(void **state)
{
    const es_conn_callbacks_t answering = {.on_data = answer, .on_sent = on_sent, .on_closed = on_closed};
    int peers[MANY], ends[2];

    (void)state;
    most_queued = 0;
    for (size_t i = 0; i < MANY; i++) {
        assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends), 0);
        peers[i] = ends[1];
        assert_int_equal(es_conn_init(&many[i], &t.loop, ends[0], &es_transport_plain, &answering), ES_OK);
    }
    /* libevent asks for more events at a time when it got as many as it asked for. */
    for (int round = 0; round < 4; round++) {
        for (size_t i = 0; i < MANY; i++) {
            assert_int_equal(send(peers[i], "?", 1, 0), 1);
        }
        for (int i = 0; i < PATIENCE && recv(peers[MANY - 1], &(char){0}, 1, MSG_PEEK) < 0; i++) {
            turn();
        }
        for (size_t i = 0; i < MANY; i++) {
            assert_int_equal(recv(peers[i], &(char){0}, 1, 0), 1);
        }
    }
    assert_int_equal(most_queued, ES_WORK_PER_BATCH);
    for (size_t i = 0; i < MANY; i++) {
        es_conn_abort(&many[i]);
        close(peers[i]);
    }
    turn();
    assert_int_equal(t.closed, MANY);
    t.closed = 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(input_is_told),
        TEST(nothing_is_told_after_an_abort),
        TEST(much_leaves_before_the_turn_ends),
        TEST(answers_leave_in_batches),
        TEST(owner_aborts_while_sending),
        TEST(timeouts),
        TEST(work_at_the_end_of_a_turn),
        TEST(end_in_order),
        TEST(both_end),
        TEST(failed_write_is_told_behind_the_input),
        TEST(failed_write_while_nobody_reads),
        TEST(failed_write_while_ending),
        TEST(pause_between_write_and_read),
        TEST(descriptor_that_cannot_be_watched),
    };

    return cmocka_run_group_tests_name("connection", tests, NULL, NULL);
}
