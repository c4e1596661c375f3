#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include <openssl/ssl.h>

#include "base/memory.h"
#include "base/status.h"
#include "net/connection.h"
#include "net/tls.h"
#include "support/certificate.h"

/* Turns of the loop that something may take; a turn without an event takes a tick. */
#define PATIENCE 50000

/* What the connection's owner does with input. */
typedef enum es_habit {
    COLLECT,
    ECHO,
    PAUSE,    /* collects, and reads nothing more until it is told to */
    HAND_OVER /* what is behind the first line belongs to TLS */
} es_habit_t;

/* Both ends: our connection, and a client whose bytes go through memory, so that the test decides how they travel. */
typedef struct es_ends {
    es_loop_t loop;
    es_conn_t conn;
    es_tls_context_t *context;
    es_habit_t habit;
    es_buffer_t received;
    const char *failure;
    bool secured, ended, closed, was_open;
    int error;
    SSL_CTX *client_context;
    SSL *client;
    BIO *to_client, *from_client;
    int fd;
    size_t split; /* bytes that the client sends at a time */
    bool hears;   /* the client reads what comes */
    bool eof;
} es_ends_t;

static certificate_t certificate;
static char *authority; /* of the clients whose certificates are asked for; NULL: none */

static es_ends_t *ends_of(es_conn_t *c)
{
    return es_container_of(c, es_ends_t, conn);
}

static void on_secured(es_conn_t *c, const char *failure)
{
    es_ends_t *e = ends_of(c);

    assert_false(e->secured);
    e->secured = true;
    e->failure = failure;
    if (failure) {
        es_conn_finish(c, 5);
    }
}

static void on_data(es_conn_t *c, const uint8_t *bytes, size_t len)
{
    es_ends_t *e = ends_of(c);

    if (e->habit == HAND_OVER) {
        const uint8_t *end = memchr(bytes, '\n', len);

        assert_non_null(end);
        end++;
        es_buffer_append(&e->received, bytes, (size_t)(end - bytes));
        e->habit = ECHO;
        assert_int_equal(es_conn_start_tls(c, e->context, end, len - (size_t)(end - bytes)), ES_OK);
        return;
    }
    es_buffer_append(&e->received, bytes, len);
    if (e->habit == ECHO) {
        es_conn_send(c, bytes, len);
    } else if (e->habit == PAUSE) {
        es_conn_read(c, false);
    }
}

static void on_end(es_conn_t *c, int error)
{
    es_ends_t *e = ends_of(c);

    assert_false(e->ended);
    e->ended = true;
    e->error = error;
}

static void on_closed(es_conn_t *c)
{
    ends_of(c)->closed = true;
}

static void sent(es_conn_t *c, size_t bytes)
{
    (void)c;
    (void)bytes;
}

static void nothing(es_conn_t *c)
{
    (void)c;
}

static const es_conn_callbacks_t callbacks = {.on_secured = on_secured,
                                              .on_data = on_data,
                                              .on_end = on_end,
                                              .on_sent = sent,
                                              .on_timeout = nothing,
                                              .on_turn_end = nothing,
                                              .on_closed = on_closed};

/* --- set up --- */

static int make_certificate(void **state)
{
    (void)state;
    certificate_make(&certificate, "test");
    return 0;
}

static int remove_certificate(void **state)
{
    (void)state;
    certificate_remove(&certificate);
    return 0;
}

static void set_up(es_ends_t *e, int version, size_t split, es_habit_t habit)
{
    static const uint8_t keys[ES_TLS_TICKET_KEYS] = {1, 2, 3};
    const es_tls_options_t options = {
        .cert_file = certificate.cert_file, .key_file = certificate.key_file, .client_cert_file = authority};
    char error[200] = "";
    int fds[2];

    memset(e, 0, sizeof(*e));
    e->habit = habit;
    e->split = split;
    e->hears = true;
    assert_int_equal(es_loop_init(&e->loop), ES_OK);
    e->context = es_tls_context_new(&options, keys, error, sizeof(error));
    assert_string_equal(error, "");
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
    fcntl(fds[0], F_SETFL, O_NONBLOCK);
    fcntl(fds[1], F_SETFL, O_NONBLOCK);
    e->fd = fds[1];
    assert_int_equal(es_conn_init(&e->conn, &e->loop, fds[0], &es_transport_plain, &callbacks), ES_OK);
    if (habit != HAND_OVER) {
        assert_int_equal(es_conn_start_tls(&e->conn, e->context, NULL, 0), ES_OK);
    }
    e->client_context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_min_proto_version(e->client_context, version);
    SSL_CTX_set_max_proto_version(e->client_context, version);
    e->client = SSL_new(e->client_context);
    e->to_client = BIO_new(BIO_s_mem());
    e->from_client = BIO_new(BIO_s_mem());
    BIO_set_mem_eof_return(e->to_client, -1);
    SSL_set_bio(e->client, e->to_client, e->from_client);
    SSL_set_connect_state(e->client);
}

static void tear_down(es_ends_t *e)
{
    es_conn_abort(&e->conn);
    es_loop_turn(&e->loop);
    assert_true(e->closed);
    close(e->fd);
    SSL_free(e->client);
    SSL_CTX_free(e->client_context);
    es_tls_context_release(e->context);
    es_buffer_destroy(&e->received);
    es_loop_destroy(&e->loop);
}

/* --- bytes travel --- */

/* Raw bytes to the server. @return how many it took */
static size_t push(es_ends_t *e, const void *bytes, size_t len)
{
    ssize_t n = send(e->fd, bytes, len, MSG_NOSIGNAL);

    return n > 0 ? (size_t)n : 0;
}

/* A little of what either side wants to say gets to the other one. */
static void step(es_ends_t *e)
{
    char raw[65536], *waiting;
    long have = BIO_get_mem_data(e->from_client, &waiting);
    const struct timeval now = {0, 0};
    ssize_t n;

    if (have > 0 && e->fd >= 0) {
        size_t taken = push(e, waiting, (size_t)have < e->split ? (size_t)have : e->split);

        BIO_read(e->from_client, raw, (int)(taken < sizeof(raw) ? taken : sizeof(raw)));
        assert_true(taken <= sizeof(raw));
    }
    event_base_loopexit(e->loop.base, &now); /* do not wait: there is nobody else to wait for */
    es_loop_turn(&e->loop);
    if (e->hears && (n = recv(e->fd, raw, sizeof(raw), 0)) >= 0) {
        e->eof = e->eof || n == 0;
        BIO_write(e->to_client, raw, (int)n);
    }
}

static void shake_hands(es_ends_t *e)
{
    for (int i = 0; i < PATIENCE && (!SSL_is_init_finished(e->client) || !e->secured); i++) {
        SSL_do_handshake(e->client);
        step(e);
    }
    assert_true(SSL_is_init_finished(e->client));
    assert_true(e->secured);
    assert_null(e->failure);
}

/* What the client reads until it has `len` bytes, or its connection ends. */
static size_t read_all(es_ends_t *e, uint8_t *into, size_t len)
{
    size_t have = 0;

    for (int i = 0; i < PATIENCE && have < len; i++) {
        int n = SSL_read(e->client, into + have, (int)(len - have));

        if (n > 0) {
            have += (size_t)n;
        } else if (SSL_get_error(e->client, n) != SSL_ERROR_WANT_READ) {
            break;
        } else {
            step(e);
        }
    }
    return have;
}

static void await_input(es_ends_t *e, size_t len)
{
    for (int i = 0; i < PATIENCE && e->received.len < len; i++) {
        step(e);
    }
    assert_int_equal(e->received.len, len);
}

static uint8_t *random_bytes(size_t len)
{
    uint8_t *bytes = es_malloc(len);

    for (size_t i = 0; i < len; i++) {
        bytes[i] = (uint8_t)(i * 2654435761u >> 13);
    }
    return bytes;
}

/* --- tests --- */

static const int versions[] = {TLS1_2_VERSION, TLS1_3_VERSION};

static void everything_comes_back_in_any_split(void **state)
{
    static const size_t splits[] = {1, 5, 1000, 65536}, sizes[] = {1, 2, 16383, 16384, 16385, 100000};
    uint8_t *bytes = random_bytes(100000), *back = es_malloc(100000);

    (void)state;
    for (size_t v = 0; v < COUNT(versions); v++) {
        for (size_t i = 0; i < COUNT(splits); i++) {
            es_ends_t e;

            set_up(&e, versions[v], splits[i], ECHO);
            shake_hands(&e);
            for (size_t k = 0; k < COUNT(sizes) && sizes[k] <= 20000 * splits[i]; k++) {
                assert_int_equal(SSL_write(e.client, bytes, (int)sizes[k]), sizes[k]);
                assert_int_equal(read_all(&e, back, sizes[k]), sizes[k]);
                assert_memory_equal(bytes, back, sizes[k]);
                assert_int_equal(e.conn.out.len, 0);
            }
            assert_false(e.ended);
            tear_down(&e);
        }
    }
    es_free(bytes);
    es_free(back);
}

/* The read buffer is full when OpenSSL still has some: nobody else will say so. */
static void nothing_stays_in_openssl(void **state)
{
    const size_t len = ES_READ_BUFFER + 100;
    uint8_t *bytes = random_bytes(len);
    es_ends_t e;

    (void)state;
    set_up(&e, TLS1_3_VERSION, 65536, COLLECT);
    shake_hands(&e);
    assert_int_equal(SSL_write(e.client, bytes, (int)len), len);
    await_input(&e, len);
    assert_memory_equal(e.received.data, bytes, len);

    e.habit = PAUSE;
    e.received.len = 0;
    assert_int_equal(SSL_write(e.client, bytes, (int)len), len);
    for (int i = 0; i < 8; i++) {
        step(&e); /* all of it is on its way, or as much as the socket takes */
    }
    size_t before = e.received.len;
    assert_in_range(before, 1, len - 1);
    step(&e);
    assert_int_equal(e.received.len, before);
    while (e.received.len < len) {
        before = e.received.len;
        es_conn_read(&e.conn, true);
        for (int i = 0; i < 3; i++) {
            step(&e);
        }
        assert_true(e.received.len > before);
    }
    assert_memory_equal(e.received.data, bytes, len);

    es_conn_read(&e.conn, false);
    e.habit = COLLECT;
    e.received.len = 0;
    assert_int_equal(SSL_write(e.client, bytes, (int)len), len);
    for (int i = 0; i < 8; i++) {
        step(&e); /* into the socket, which holds more than the read buffer */
    }
    assert_int_equal(BIO_pending(e.from_client), 0);
    es_conn_read(&e.conn, true);
    await_input(&e, len);
    assert_memory_equal(e.received.data, bytes, len);
    tear_down(&e);
    es_free(bytes);
}

static void release(void *owner)
{
    (*(int *)owner)++;
}

/* Segments of all sizes leave as full records while the client does not read, and then does. */
static void unsent_output(void **state)
{
    uint8_t *bytes = random_bytes(1000000), *back = es_malloc(1000000);
    int released = 0, small = 4096;
    size_t sent = 0, refs = 0;
    es_ends_t e;

    (void)state;
    set_up(&e, TLS1_3_VERSION, 65536, COLLECT);
    shake_hands(&e);
    setsockopt(e.conn.fd, SOL_SOCKET, SO_SNDBUF, &small, sizeof(small));
    e.hears = false;
    for (size_t n = 1; sent < 1000000; n = n * 3 % 70001) {
        const size_t len = n < 1000000 - sent ? n : 1000000 - sent;
        const es_output_ref_t ref = {bytes + sent, len, release, &released};

        if (n % 2) {
            es_conn_send(&e.conn, bytes + sent, len);
        } else {
            es_conn_send_ref(&e.conn, &ref);
            refs++;
        }
        sent += len;
        if (refs % 5 == 0) {
            step(&e);
        }
    }
    assert_true(e.conn.out.len > 0);
    assert_true(e.conn.write_blocked);
    e.hears = true;
    assert_int_equal(SSL_key_update(e.client, SSL_KEY_UPDATE_REQUESTED), 1);
    assert_int_equal(SSL_write(e.client, "x", 1), 1);
    assert_int_equal(read_all(&e, back, 1000000), 1000000);
    assert_memory_equal(bytes, back, 1000000);
    assert_int_equal(released, refs);
    await_input(&e, 1);
    tear_down(&e);
    es_free(bytes);
    es_free(back);
}

static void keys_change(void **state)
{
    char back[6];
    es_ends_t e;

    (void)state;
    set_up(&e, TLS1_3_VERSION, 3, ECHO);
    shake_hands(&e);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(SSL_key_update(e.client, i % 2 ? SSL_KEY_UPDATE_REQUESTED : SSL_KEY_UPDATE_NOT_REQUESTED), 1);
        assert_int_equal(SSL_write(e.client, "again", 6), 6);
        assert_int_equal(read_all(&e, (uint8_t *)back, 6), 6);
        assert_string_equal(back, "again");
    }
    tear_down(&e);
}

static void no_renegotiation(void **state)
{
    char back[8];
    es_ends_t e;

    (void)state;
    set_up(&e, TLS1_2_VERSION, 65536, ECHO);
    shake_hands(&e);
    SSL_renegotiate(e.client);
    SSL_do_handshake(e.client);
    assert_int_equal(read_all(&e, (uint8_t *)back, 1), 0); /* the client gives up, with the server's alert */
    for (int i = 0; i < 5; i++) {
        step(&e);
    }
    assert_int_equal(SSL_is_init_finished(e.client), 0);
    tear_down(&e);
}

/* What is in front of TLS is read in clear, and what came together with it is not lost. */
static void tls_begins_in_the_middle(void **state)
{
    char hello[2000] = "PROXY UNKNOWN\r\n", back[6];
    es_ends_t e;
    int len;

    (void)state;
    for (int cut = 0; cut < 3; cut++) { /* all at once; without, or with a part of the first message */
        set_up(&e, TLS1_3_VERSION, 65536, HAND_OVER);
        SSL_do_handshake(e.client);
        len = cut == 1 ? 0 : BIO_read(e.from_client, hello + 15, cut == 0 ? 1900 : 4);
        assert_int_equal(push(&e, hello, (size_t)(15 + len)), 15 + len);
        shake_hands(&e);
        assert_int_equal(e.received.len, 15);
        assert_int_equal(SSL_write(e.client, "hello", 6), 6);
        assert_int_equal(read_all(&e, (uint8_t *)back, 6), 6);
        assert_string_equal(back, "hello");
        tear_down(&e);
    }
}

typedef enum es_ending {
    NOTIFY,
    TRUNCATE,
    GARBAGE,
    GARBAGE_BEHIND_DATA
} es_ending_t;

static void peers_end(void **state)
{
    static const char garbage[] = "\x17\x03\x03\x00\x20this is not what was agreed upon";

    (void)state;
    for (int i = 0; i < 2 * (GARBAGE_BEHIND_DATA + 1); i++) {
        const es_ending_t how = (es_ending_t)(i / 2);
        es_ends_t e;

        set_up(&e, TLS1_3_VERSION, 65536, i % 2 ? ECHO : COLLECT); /* which may have nobody to send to */
        shake_hands(&e);
        if (how != GARBAGE) {
            SSL_write(e.client, "last", 4);
        }
        if (how == NOTIFY) {
            SSL_shutdown(e.client);
        } else if (how == TRUNCATE) {
            await_input(&e, 4);
            shutdown(e.fd, SHUT_WR);
        } else {
            BIO_write(e.from_client, garbage, sizeof(garbage) - 1);
        }
        for (int k = 0; k < PATIENCE && !e.ended; k++) {
            step(&e);
        }
        assert_true(e.ended);
        assert_int_equal(e.error, how >= GARBAGE ? EPROTO : 0);
        assert_int_equal(e.received.len, how == GARBAGE ? 0 : 4);
        tear_down(&e);
    }
}

/* The socket breaks under OpenSSL: while it writes, and in the middle of a handshake. */
static void lost_connections(void **state)
{
    es_ends_t e;

    (void)state;
    set_up(&e, TLS1_3_VERSION, 65536, COLLECT);
    shake_hands(&e);
    es_conn_read(&e.conn, false);
    close(e.fd);
    e.fd = -1;
    es_conn_send(&e.conn, "bytes", 5);
    step(&e);
    assert_true(e.ended);
    assert_int_equal(e.error, EPIPE);
    tear_down(&e);

    set_up(&e, TLS1_3_VERSION, 65536, COLLECT);
    e.hears = false;
    SSL_do_handshake(e.client);
    step(&e);
    step(&e);
    close(e.fd); /* with the server's answer in it */
    e.fd = -1;
    step(&e);
    assert_true(e.secured);
    assert_string_equal(e.failure, strerror(ECONNRESET));
    tear_down(&e);
}

static void our_end(void **state)
{
    uint8_t back[8];

    (void)state;
    for (size_t v = 0; v < COUNT(versions); v++) {
        es_ends_t e;

        set_up(&e, versions[v], 65536, COLLECT);
        shake_hands(&e);
        es_conn_send(&e.conn, "last", 4);
        es_conn_finish(&e.conn, 5);
        assert_int_equal(read_all(&e, back, sizeof(back)), 4);
        assert_int_equal(SSL_get_shutdown(e.client), SSL_RECEIVED_SHUTDOWN); /* close_notify, not only FIN */
        for (int i = 0; i < PATIENCE && !e.eof; i++) {
            step(&e);
        }
        assert_true(e.eof);
        assert_int_equal(e.conn.state, ES_CONN_DRAINING);
        SSL_write(e.client, "thrown away", 11);
        SSL_shutdown(e.client);
        step(&e);
        shutdown(e.fd, SHUT_WR);
        for (int i = 0; i < PATIENCE && !e.closed; i++) {
            step(&e);
        }
        assert_true(e.closed);
        assert_false(e.ended);
        e.closed = true;
        close(e.fd);
        SSL_free(e.client);
        SSL_CTX_free(e.client_context);
        es_tls_context_release(e.context);
        es_buffer_destroy(&e.received);
        es_loop_destroy(&e.loop);
    }
}

static void failed_handshakes(void **state)
{
    static const struct {
        const char *bytes;
        size_t len;
        bool is_http;
    } rows[] = {
        {BYTES("GET / HTTP/1.1\r\n"), true},
        {BYTES("G"), true},
        {BYTES("\0\0"), false},
        {BYTES("\x80\x2e\x01"), false},
        {BYTES("\x16\x03\x01\x00\x05hello"), false},
        {BYTES("\x16\x03\x01\xff\xff"), false},
        {BYTES("\x16GET / HTTP/1.1\r\n"), false},
        {BYTES(""), false},
        {BYTES("\x16\x03\x01\x00"), false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        es_ends_t e;

        set_up(&e, TLS1_3_VERSION, 65536, COLLECT);
        push(&e, rows[i].bytes, rows[i].len);
        step(&e);
        if (!e.secured) {
            shutdown(e.fd, SHUT_WR);
            step(&e);
        }
        assert_true(e.secured);
        assert_non_null(e.failure);
        assert_int_equal(es_tls_met_http(&e.conn), rows[i].is_http);
        assert_int_equal(e.received.len, 0);
        assert_false(e.ended);
        tear_down(&e);
    }
}

static void certificates_of_clients(void **state)
{
    certificate_t strange;
    es_ends_t refused;

    (void)state;
    authority = certificate.cert_file;
    for (int sent = 0; sent < 2; sent++) {
        es_buffer_t text = {0};
        char file[4000] = "";
        es_ends_t e;

        set_up(&e, TLS1_3_VERSION, 65536, COLLECT);
        if (sent) {
            SSL_use_certificate_file(e.client, certificate.cert_file, SSL_FILETYPE_PEM);
            SSL_use_PrivateKey_file(e.client, certificate.key_file, SSL_FILETYPE_PEM);
        }
        shake_hands(&e);
        assert_int_equal(es_tls_peer_certificate(&e.conn, &text), sent);
        if (sent) {
            FILE *f = fopen(certificate.cert_file, "r");

            assert_true(fread(file, 1, sizeof(file), f) == text.len);
            assert_memory_equal(text.data, file, text.len);
            fclose(f);
        }
        tear_down(&e);
        assert_false(es_tls_peer_certificate(&e.conn, &text)); /* nothing is left of TLS */
        es_buffer_destroy(&text);
    }
    certificate_make(&strange, "strange");
    set_up(&refused, TLS1_3_VERSION, 65536, COLLECT);
    SSL_use_certificate_file(refused.client, strange.cert_file, SSL_FILETYPE_PEM);
    SSL_use_PrivateKey_file(refused.client, strange.key_file, SSL_FILETYPE_PEM);
    for (int i = 0; i < PATIENCE && !refused.secured; i++) {
        SSL_do_handshake(refused.client);
        step(&refused);
    }
    assert_string_equal(refused.failure, X509_verify_cert_error_string(X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT));
    tear_down(&refused);
    certificate_remove(&strange);
    authority = NULL;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_comes_back_in_any_split),
        cmocka_unit_test(nothing_stays_in_openssl),
        cmocka_unit_test(unsent_output),
        cmocka_unit_test(keys_change),
        cmocka_unit_test(no_renegotiation),
        cmocka_unit_test(tls_begins_in_the_middle),
        cmocka_unit_test(peers_end),
        cmocka_unit_test(lost_connections),
        cmocka_unit_test(our_end),
        cmocka_unit_test(failed_handshakes),
        cmocka_unit_test(certificates_of_clients),
    };

    return cmocka_run_group_tests_name("tls", tests, make_certificate, remove_certificate);
}
