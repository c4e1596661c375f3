#include "unit.h"

#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>

#include "base/status.h"
#include "net/connection.h"
#include "net/tls.h"
#include "support/certificate.h"

static certificate_t certificate, wildcard, exact;
static char no_pem[] = "/dev/null", missing[] = "/no/such/file";
static const uint8_t ticket_keys[ES_TLS_TICKET_KEYS] = {1, 2, 3};

/* --- functions of OpenSSL that fail; the linker puts these in front (--wrap) --- */

static const char *failing = "";
static int failing_command; /* of SSL_CTX_ctrl() */

static bool fails(const char *function)
{
    return strcmp(failing, function) == 0;
}

SSL_CTX *__real_SSL_CTX_new(const SSL_METHOD *method);
SSL_CTX *__wrap_SSL_CTX_new(const SSL_METHOD *method);
SSL_CTX *__wrap_SSL_CTX_new(const SSL_METHOD *method)
{
    return fails("SSL_CTX_new") ? NULL : __real_SSL_CTX_new(method);
}

long __real_SSL_CTX_ctrl(SSL_CTX *ssl, int command, long number, void *pointer);
long __wrap_SSL_CTX_ctrl(SSL_CTX *ssl, int command, long number, void *pointer);
long __wrap_SSL_CTX_ctrl(SSL_CTX *ssl, int command, long number, void *pointer)
{
    return fails("SSL_CTX_ctrl") && command == failing_command ? 0 : __real_SSL_CTX_ctrl(ssl, command, number, pointer);
}

SSL *__real_SSL_new(SSL_CTX *ssl);
SSL *__wrap_SSL_new(SSL_CTX *ssl);
SSL *__wrap_SSL_new(SSL_CTX *ssl)
{
    return fails("SSL_new") ? NULL : __real_SSL_new(ssl);
}

BIO *__real_BIO_new(const BIO_METHOD *method);
BIO *__wrap_BIO_new(const BIO_METHOD *method);
BIO *__wrap_BIO_new(const BIO_METHOD *method)
{
    return fails("BIO_new") ? NULL : __real_BIO_new(method);
}

BIO *__real_BIO_new_file(const char *path, const char *mode);
BIO *__wrap_BIO_new_file(const char *path, const char *mode);
BIO *__wrap_BIO_new_file(const char *path, const char *mode)
{
    return fails("BIO_new_file") ? NULL : __real_BIO_new_file(path, mode);
}

BIO_METHOD *__real_BIO_meth_new(int type, const char *name);
BIO_METHOD *__wrap_BIO_meth_new(int type, const char *name);
BIO_METHOD *__wrap_BIO_meth_new(int type, const char *name)
{
    return fails("BIO_meth_new") ? NULL : __real_BIO_meth_new(type, name);
}

OPENSSL_STACK *__real_OPENSSL_sk_new_null(void);
OPENSSL_STACK *__wrap_OPENSSL_sk_new_null(void);
OPENSSL_STACK *__wrap_OPENSSL_sk_new_null(void)
{
    return fails("OPENSSL_sk_new_null") ? NULL : __real_OPENSSL_sk_new_null();
}

int __real_RAND_bytes(unsigned char *into, int size);
int __wrap_RAND_bytes(unsigned char *into, int size);
int __wrap_RAND_bytes(unsigned char *into, int size)
{
    return fails("RAND_bytes") ? 0 : __real_RAND_bytes(into, size);
}

int __real_SSL_CTX_load_verify_locations(SSL_CTX *ssl, const char *file, const char *path);
int __wrap_SSL_CTX_load_verify_locations(SSL_CTX *ssl, const char *file, const char *path);
int __wrap_SSL_CTX_load_verify_locations(SSL_CTX *ssl, const char *file, const char *path)
{
    return fails("SSL_CTX_load_verify_locations") ? 0 : __real_SSL_CTX_load_verify_locations(ssl, file, path);
}

/* --- set up --- */

static int make_certificates(void **state)
{
    (void)state;
    certificate_make(&certificate, "default");
    certificate_make(&wildcard, "wildcard");
    certificate_make(&exact, "exact");
    return 0;
}

static int remove_certificates(void **state)
{
    (void)state;
    certificate_remove(&certificate);
    certificate_remove(&wildcard);
    certificate_remove(&exact);
    return 0;
}

static es_tls_options_t good(void)
{
    return (es_tls_options_t){.cert_file = certificate.cert_file, .key_file = certificate.key_file};
}

static void expect_failure(const es_tls_options_t *options, const char *expected)
{
    char error[500] = "";
    es_tls_context_t *context = es_tls_context_new(options, ticket_keys, error, sizeof(error));

    if (context || !strstr(error, expected)) {
        fail_msg("expected: %s\ngot: %s", expected, context ? "a context" : error);
    }
}

static es_tls_context_t *expect_context(const es_tls_options_t *options)
{
    char error[500] = "";
    es_tls_context_t *context = es_tls_context_new(options, ticket_keys, error, sizeof(error));

    if (!context) {
        fail_msg("%s", error);
    }
    return context;
}

/* --- both ends, in memory --- */

typedef struct ends {
    SSL_CTX *client_context;
    SSL *client, *server;
} ends_t;

static bool shake_hands(ends_t *e, const es_tls_context_t *context, const char *name, const certificate_t *of_client)
{
    BIO *up = BIO_new(BIO_s_mem()), *down = BIO_new(BIO_s_mem());

    BIO_set_mem_eof_return(up, -1);
    BIO_set_mem_eof_return(down, -1);
    BIO_up_ref(up);
    BIO_up_ref(down);
    e->client_context = SSL_CTX_new(TLS_client_method());
    if (of_client) {
        SSL_CTX_use_certificate_chain_file(e->client_context, of_client->cert_file);
        SSL_CTX_use_PrivateKey_file(e->client_context, of_client->key_file, SSL_FILETYPE_PEM);
    }
    e->client = SSL_new(e->client_context);
    e->server = es_tls_context_ssl(context, NULL);
    SSL_set_bio(e->client, down, up);
    SSL_set_bio(e->server, up, down); /* instead of a connection's */
    SSL_set_connect_state(e->client);
    if (name) {
        SSL_set_tlsext_host_name(e->client, name);
    }
    for (int i = 0; i < 10; i++) {
        SSL_do_handshake(e->client);
        SSL_do_handshake(e->server);
    }
    return SSL_is_init_finished(e->client) && SSL_is_init_finished(e->server);
}

static void part(ends_t *e)
{
    SSL_free(e->client);
    SSL_free(e->server);
    SSL_CTX_free(e->client_context);
}

/* --- tests --- */

static void names_choose_certificates(void **state)
{
    static const struct {
        const char *name, *served;
    } rows[] = {
        {NULL, "default"},
        {"other.net", "default"},
        {"a.example.org", "exact"}, /* although the asterisk came first */
        {"A.Example.ORG", "exact"},
        {"b.example.org", "wildcard"},
        {"B.EXAMPLE.org", "wildcard"},
        {"b.c.example.org", "default"},
        {"example.org", "default"},
        {"org", "default"},
        {".example.org", "default"},
        {"b.example.org.", "default"},
    };
    es_tls_options_t options = good(), copied;
    es_tls_context_t *context;

    (void)state;
    es_tls_options_add_name(&options, "*.Example.org", wildcard.cert_file, wildcard.key_file);
    es_tls_options_add_name(&options, "a.example.ORG", exact.cert_file, exact.key_file);
    copied = options;
    es_tls_options_copy_names(&copied, &options);
    es_tls_options_clear_names(&options);
    context = expect_context(&copied);
    es_tls_options_clear_names(&copied);
    for (size_t i = 0; i < COUNT(rows); i++) {
        ends_t e;
        X509 *served;
        char name[64];

        assert_true(shake_hands(&e, context, rows[i].name, NULL));
        served = SSL_get_peer_certificate(e.client);
        X509_NAME_get_text_by_NID(X509_get_subject_name(served), NID_commonName, name, sizeof(name));
        if (strcmp(name, rows[i].served) != 0) {
            fail_msg("%s got %s", rows[i].name ? rows[i].name : "no name", name);
        }
        X509_free(served);
        part(&e);
    }
    es_tls_context_release(context);
}

static void versions_and_ciphers(void **state)
{
    static const struct {
        int64_t protocols;
        const char *ciphers, *curve;
        int version; /* that is agreed upon */
        const char *cipher;
    } rows[] = {
        {0, NULL, NULL, TLS1_3_VERSION, NULL},
        {ES_TLS_1_2 | ES_TLS_1_3, NULL, "auto", TLS1_3_VERSION, NULL},
        {ES_TLS_1_2, NULL, NULL, TLS1_2_VERSION, NULL},
        {ES_TLS_1_3, NULL, "P-256,P-384", TLS1_3_VERSION, NULL},
        {ES_TLS_1_1 | ES_TLS_1_2, NULL, NULL, TLS1_2_VERSION, NULL},
        {ES_TLS_1_2, "ECDHE-ECDSA-AES256-GCM-SHA384", NULL, TLS1_2_VERSION, "ECDHE-ECDSA-AES256-GCM-SHA384"},
        {0, "ECDHE+AESGCM:, TLS_CHACHA20_POLY1305_SHA256 :TLS_AES_128_GCM_SHA256", NULL, TLS1_3_VERSION,
         "TLS_CHACHA20_POLY1305_SHA256"},
        {ES_TLS_1_2, "TLS_AES_128_GCM_SHA256", NULL, TLS1_2_VERSION, NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        es_tls_options_t options = good();
        es_tls_context_t *context;
        ends_t e;

        options.protocols = rows[i].protocols;
        options.ciphers = (char *)rows[i].ciphers;
        options.ecdh_curve = (char *)rows[i].curve;
        options.prefer_server_ciphers = true;
        context = expect_context(&options);
        assert_true(shake_hands(&e, context, NULL, NULL));
        assert_int_equal(SSL_version(e.server), rows[i].version);
        if (rows[i].cipher) {
            assert_string_equal(SSL_get_cipher(e.server), rows[i].cipher);
        }
        part(&e);
        es_tls_context_release(context);
    }
}

static void certificates_of_clients(void **state)
{
    enum {
        NONE,
        KNOWN,
        STRANGE
    };
    static const struct {
        bool required, self_signed;
        int sent;
        bool accepted;
    } rows[] = {
        {true, false, NONE, false},  {true, false, KNOWN, true},     {true, false, STRANGE, false},
        {true, true, STRANGE, true}, {true, true, NONE, false},      {false, false, NONE, true},
        {false, false, KNOWN, true}, {false, false, STRANGE, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        es_tls_options_t options = good();
        es_tls_context_t *context;
        ends_t e;

        options.verify_peer = rows[i].required;
        options.allow_self_signed = rows[i].self_signed;
        options.client_cert_file = exact.cert_file;
        options.cafile = rows[i].required ? exact.cert_file : NULL;
        options.capath = rows[i].required ? "/tmp" : NULL;
        options.verify_depth = rows[i].required ? 2 : 0;
        context = expect_context(&options);
        if (shake_hands(&e, context, NULL,
                        rows[i].sent == NONE    ? NULL
                        : rows[i].sent == KNOWN ? &exact
                                                : &wildcard) != rows[i].accepted) {
            fail_msg("row %zu", i);
        }
        part(&e);
        es_tls_context_release(context);
    }
}

static void options_that_are_wrong(void **state)
{
    static char both[] = "/proc/self/exe";
    const struct {
        es_tls_options_t options;
        const char *error;
    } rows[] = {
        {{.key_file = no_pem}, "needs ssl_cert_file"},
        {{.cert_file = missing}, "ssl_cert_file /no/such/file: No such file"},
        {{.cert_file = no_pem}, "ssl_cert_file /dev/null: not a usable certificate"},
        {{.cert_file = both}, "ssl_cert_file /proc/self/exe: not a usable certificate"},
        {{.cert_file = certificate.cert_file, .key_file = missing}, "ssl_key_file /no/such/file: No such file"},
        {{.cert_file = certificate.cert_file}, "not a usable private key"},
        {{.cert_file = certificate.cert_file, .key_file = exact.key_file}, "does not belong to the certificate"},
        {{.cert_file = missing, .protocols = 1}, "ssl_protocols 1: none of TLS 1.0 to 1.3"},
        {{.cert_file = missing, .ciphers = "NONE"}, "ssl_ciphers NONE: no such ciphers"},
        {{.cert_file = missing, .ciphers = "TLS_X"}, "ssl_ciphers TLS_X: no such ciphers"},
        {{.cert_file = missing, .ecdh_curve = "no,curve"}, "ssl_ecdh_curve no,curve: no such curves"},
        {{.cert_file = missing, .dhparam = missing}, "ssl_dhparam /no/such/file: No such file"},
        {{.cert_file = missing, .dhparam = no_pem}, "ssl_dhparam /dev/null: not usable DH parameters"},
        {{.cert_file = missing, .verify_peer = true}, "ssl_verify_peer needs the authorities"},
        {{.cert_file = missing, .client_cert_file = missing}, "ssl_client_cert_file /no/such/file: No such file"},
        {{.cert_file = missing, .verify_peer = true, .cafile = no_pem}, "ssl_cafile /dev/null: no usable certificates"},
        {{.cert_file = missing, .verify_peer = true, .capath = missing}, "ssl_capath /no/such/file: No such file"},
    };
    es_tls_options_t options = good();

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        expect_failure(&rows[i].options, rows[i].error);
    }
    es_tls_options_add_name(&options, "a.org", exact.cert_file, exact.key_file);
    es_tls_options_add_name(&options, "b.org", NULL, NULL);
    expect_failure(&options, "ssl_sni_certs b.org: no ssl_cert_file");
    es_tls_options_clear_names(&options);
    es_tls_options_add_name(&options, "b.org", missing, NULL);
    expect_failure(&options, "ssl_cert_file of ssl_sni_certs[b.org] /no/such/file: No such file");
    es_tls_options_clear_names(&options);
}

static void openssl_fails(void **state)
{
    static const struct {
        const char *function;
        int command;
        const char *error;
    } rows[] = {
        {"SSL_CTX_new", 0, "TLS context: "},
        {"BIO_meth_new", 0, "TLS input and output: "},
        {"OPENSSL_sk_new_null", 0, "TLS authorities: "},
        {"BIO_new_file", 0, "ssl_dhparam"},
        {"SSL_CTX_load_verify_locations", 0, "ssl_capath /tmp: OpenSSL refuses it"},
        {"SSL_CTX_ctrl", SSL_CTRL_SET_MIN_PROTO_VERSION, "ssl_protocols 96: "},
        {"SSL_CTX_ctrl", SSL_CTRL_SET_MAX_PROTO_VERSION, "ssl_protocols 96: "},
        {"SSL_CTX_ctrl", SSL_CTRL_SET_TLSEXT_TICKET_KEYS, "TLS session tickets: "},
    };
    es_tls_options_t options = good();
    uint8_t keys[ES_TLS_TICKET_KEYS];

    (void)state;
    options.verify_peer = true;
    options.capath = "/tmp";
    for (size_t i = 0; i < COUNT(rows); i++) {
        failing = rows[i].function;
        failing_command = rows[i].command;
        options.dhparam = fails("BIO_new_file") ? no_pem : NULL;
        expect_failure(&options, rows[i].error);
    }
    failing = "RAND_bytes";
    assert_false(es_tls_new_ticket_keys(keys));
    failing = "";
    assert_true(es_tls_new_ticket_keys(keys));
}

static void unused(es_conn_t *c)
{
    (void)c;
}

static void connection_gets_no_memory(void **state)
{
    static const char *const functions[] = {"SSL_new", "BIO_new"};
    static const es_conn_callbacks_t callbacks = {.on_closed = unused};
    const es_tls_options_t options = good();
    es_tls_context_t *context = expect_context(&options);
    es_loop_t loop;
    es_conn_t c;
    int ends[2];

    (void)state;
    assert_int_equal(es_loop_init(&loop), ES_OK);
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    assert_int_equal(es_conn_init(&c, &loop, ends[0], &es_transport_plain, &callbacks), ES_OK);
    for (size_t i = 0; i < COUNT(functions); i++) {
        failing = functions[i];
        assert_int_equal(es_conn_start_tls(&c, context, "early", 5), ES_E_NOMEM);
        failing = "";
        assert_ptr_equal(c.transport, &es_transport_plain);
        assert_null(c.tls);
        assert_false(es_tls_met_http(&c));
    }
    es_conn_abort(&c);
    es_loop_turn(&loop);
    es_loop_destroy(&loop);
    close(ends[1]);
    es_tls_context_release(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_choose_certificates),
        cmocka_unit_test(versions_and_ciphers),
        cmocka_unit_test(certificates_of_clients),
        cmocka_unit_test(options_that_are_wrong),
        cmocka_unit_test(openssl_fails),
        cmocka_unit_test(connection_gets_no_memory),
    };

    return cmocka_run_group_tests_name("tls context", tests, make_certificates, remove_certificates);
}
