#include "net/tls_context.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <openssl/dh.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "net/tls.h"

/* Forward secrecy and authenticated encryption only; those of TLS 1.3 have both. */
#define DEFAULT_CIPHERS "ECDHE+AESGCM:ECDHE+CHACHA20:DHE+AESGCM:DHE+CHACHA20"

typedef struct es_tls_name_context {
    char *name; /* owned; in lower case */
    SSL_CTX *ssl;
} es_tls_name_context_t;

struct es_tls_context {
    unsigned references;
    SSL_CTX *ssl;                 /* of ssl_cert_file */
    es_tls_name_context_t *names; /* owned */
    size_t name_count;
    BIO_METHOD *io; /* owned; how its connections send and receive */
};

/* Where a failure is described. */
typedef struct es_tls_failure {
    char *text;
    size_t size;
} es_tls_failure_t;

/* --- options --- */

static char *copy(const char *text)
{
    return text ? es_strndup(text, strlen(text)) : NULL;
}

void es_tls_options_add_name(es_tls_options_t *options, const char *name, const char *cert_file, const char *key_file)
{
    es_tls_name_t *added;

    options->names = es_realloc(options->names, (options->name_count + 1) * sizeof(*options->names));
    added = &options->names[options->name_count++];
    added->name = copy(name);
    added->cert_file = copy(cert_file);
    added->key_file = copy(key_file);
}

void es_tls_options_clear_names(es_tls_options_t *options)
{
    for (size_t i = 0; i < options->name_count; i++) {
        es_free(options->names[i].name);
        es_free(options->names[i].cert_file);
        es_free(options->names[i].key_file);
    }
    es_free(options->names);
    options->names = NULL;
    options->name_count = 0;
}

void es_tls_options_copy_names(es_tls_options_t *to, const es_tls_options_t *from)
{
    to->names = NULL;
    to->name_count = 0;
    for (size_t i = 0; i < from->name_count; i++) {
        es_tls_options_add_name(to, from->names[i].name, from->names[i].cert_file, from->names[i].key_file);
    }
}

/* --- failures --- */

/* Always false: "option value: what is wrong (OpenSSL's reason)", each of the two if there is one. */
static bool fail(const es_tls_failure_t *failure, const char *option, const char *value, const char *wrong)
{
    unsigned long code = ERR_peek_error();
    const char *reason = code ? ERR_reason_error_string(code) : NULL;

    if (wrong && reason) {
        snprintf(failure->text, failure->size, "%s %s: %s (%s)", option, value, wrong, reason);
    } else {
        snprintf(failure->text, failure->size, "%s %s: %s", option, value,
                 wrong    ? wrong
                 : reason ? reason
                          : "OpenSSL refuses it");
    }
    ERR_clear_error();
    return false;
}

/* The system's reason is better than OpenSSL's, and some of OpenSSL's functions have none. */
static bool can_read(const es_tls_failure_t *failure, const char *option, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

    if (fd < 0) {
        return fail(failure, option, path, strerror(errno));
    }
    close(fd);
    return true;
}

/* --- certificates --- */

/* OpenSSL would ask at the terminal. */
/* NOLINTNEXTLINE(readability-non-const-parameter): its signature */
static int no_passphrase(char *buffer, int size, int writing, void *arg)
{
    (void)buffer;
    (void)size;
    (void)writing;
    *(bool *)arg = true;
    return -1;
}

static bool is_another(void)
{
    unsigned long code = ERR_peek_error();

    return ERR_GET_LIB(code) == ERR_LIB_X509 &&
           (ERR_GET_REASON(code) == X509_R_KEY_VALUES_MISMATCH || ERR_GET_REASON(code) == X509_R_KEY_TYPE_MISMATCH);
}

/* @param place behind the option's name in messages: "" or the name of the host */
static bool load_certificate(SSL_CTX *ssl, const char *place, const char *cert_file, const char *key_file,
                             const es_tls_failure_t *failure)
{
    char cert_option[300], key_option[300];
    bool is_protected = false;
    int loaded;

    snprintf(cert_option, sizeof(cert_option), "ssl_cert_file%s", place);
    snprintf(key_option, sizeof(key_option), "ssl_key_file%s", place);
    if (!key_file) {
        key_file = cert_file; /* both in one file */
    }
    if (!can_read(failure, cert_option, cert_file) || !can_read(failure, key_option, key_file)) {
        return false;
    }
    if (SSL_CTX_use_certificate_chain_file(ssl, cert_file) != 1) {
        return fail(failure, cert_option, cert_file, "not a usable certificate");
    }
    SSL_CTX_set_default_passwd_cb(ssl, no_passphrase);
    SSL_CTX_set_default_passwd_cb_userdata(ssl, &is_protected);
    loaded = SSL_CTX_use_PrivateKey_file(ssl, key_file, SSL_FILETYPE_PEM);
    SSL_CTX_set_default_passwd_cb_userdata(ssl, NULL);
    if (loaded != 1) {
        return fail(failure, key_option, key_file,
                    is_protected   ? "protected by a passphrase"
                    : is_another() ? "does not belong to the certificate"
                                   : "not a usable private key");
    }
    return true;
}

/* --- rules --- */

static bool set_protocols(SSL_CTX *ssl, int64_t wanted, const es_tls_failure_t *failure)
{
    static const struct {
        int bit, version;
        unsigned long off;
    } protocols[] = {
        {ES_TLS_1_0, TLS1_VERSION, SSL_OP_NO_TLSv1},
        {ES_TLS_1_1, TLS1_1_VERSION, SSL_OP_NO_TLSv1_1},
        {ES_TLS_1_2, TLS1_2_VERSION, SSL_OP_NO_TLSv1_2},
        {ES_TLS_1_3, TLS1_3_VERSION, SSL_OP_NO_TLSv1_3},
    };
    int min = 0, max = 0;
    char value[24];

    wanted = wanted ? wanted : ES_TLS_1_2 | ES_TLS_1_3;
    for (size_t i = 0; i < sizeof(protocols) / sizeof(protocols[0]); i++) {
        if (wanted & protocols[i].bit) {
            min = min ? min : protocols[i].version;
            max = protocols[i].version;
        } else {
            SSL_CTX_set_options(ssl, protocols[i].off);
        }
    }
    snprintf(value, sizeof(value), "%lld", (long long)wanted);
    if (!min) {
        return fail(failure, "ssl_protocols", value, "none of TLS 1.0 to 1.3");
    }
    /* The system's configuration may have set bounds of its own. */
    return (SSL_CTX_set_min_proto_version(ssl, min) == 1 && SSL_CTX_set_max_proto_version(ssl, max) == 1) ||
           fail(failure, "ssl_protocols", value, NULL);
}

/* OpenSSL has two lists, for TLS 1.3 and for what is older. */
static bool set_ciphers(SSL_CTX *ssl, const char *list, const es_tls_failure_t *failure)
{
    es_buffer_t old = {0}, new = {0};
    bool done = true;

    for (const char *at = list; *at;) {
        size_t len = strcspn(at, ":, ");
        es_buffer_t *to = strncmp(at, "TLS_", 4) == 0 ? &new : &old;

        if (len > 0) {
            es_buffer_append(to, ":", to->len > 0);
            es_buffer_append(to, at, len);
        }
        at += len + (at[len] != 0);
    }
    es_buffer_append(&old, "", 1);
    es_buffer_append(&new, "", 1);
    if ((old.len > 1 && SSL_CTX_set_cipher_list(ssl, old.data) != 1) ||
        (new.len > 1 && SSL_CTX_set_ciphersuites(ssl, new.data) != 1)) {
        done = fail(failure, "ssl_ciphers", list, "no such ciphers");
    }
    es_buffer_destroy(&old);
    es_buffer_destroy(&new);
    return done;
}

static bool set_groups(SSL_CTX *ssl, const char *list, const es_tls_failure_t *failure)
{
    char *groups;
    int set;

    if (strcmp(list, "auto") == 0) {
        return true;
    }
    groups = copy(list);
    for (char *c = groups; *c; c++) {
        *c = *c == ',' ? ':' : *c; /* as a list of options is joined */
    }
    set = SSL_CTX_set1_groups_list(ssl, groups);
    es_free(groups);
    return set == 1 || fail(failure, "ssl_ecdh_curve", list, "no such curves");
}

static bool set_dhparam(SSL_CTX *ssl, const char *path, const es_tls_failure_t *failure)
{
    BIO *file;
    bool done = false;

    if (!can_read(failure, "ssl_dhparam", path)) {
        return false;
    }
    file = BIO_new_file(path, "r");
#if OPENSSL_VERSION_NUMBER >= 0x30000000L
    EVP_PKEY *params = file ? PEM_read_bio_Parameters(file, NULL) : NULL;

    done = params && SSL_CTX_set0_tmp_dh_pkey(ssl, params) == 1;
    if (!done) {
        EVP_PKEY_free(params);
    }
#else
    DH *params = file ? PEM_read_bio_DHparams(file, NULL, NULL, NULL) : NULL;

    done = params && SSL_CTX_set_tmp_dh(ssl, params) == 1;
    DH_free(params);
#endif
    BIO_free(file);
    return done || fail(failure, "ssl_dhparam", path, "not usable DH parameters");
}

static int accept_self_signed(int valid, X509_STORE_CTX *store)
{
    return valid || X509_STORE_CTX_get_error(store) == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT;
}

/* @param names gets the authorities' names, which clients choose a certificate by */
static bool add_authorities(SSL_CTX *ssl, STACK_OF(X509_NAME) * names, const char *option, const char *path,
                            const es_tls_failure_t *failure)
{
    if (!can_read(failure, option, path)) {
        return false;
    }
    if (SSL_CTX_load_verify_locations(ssl, path, NULL) != 1 || !SSL_add_file_cert_subjects_to_stack(names, path)) {
        return fail(failure, option, path, "no usable certificates");
    }
    return true;
}

static bool set_authorities(SSL_CTX *ssl, const es_tls_options_t *options, const es_tls_failure_t *failure)
{
    STACK_OF(X509_NAME) *names = sk_X509_NAME_new_null();

    if (!names) {
        return fail(failure, "TLS", "authorities", NULL);
    }
    SSL_CTX_set_client_CA_list(ssl, names); /* which owns it now */
    if ((options->client_cert_file &&
         !add_authorities(ssl, names, "ssl_client_cert_file", options->client_cert_file, failure)) ||
        (options->cafile && !add_authorities(ssl, names, "ssl_cafile", options->cafile, failure))) {
        return false;
    }
    if (!options->capath) {
        return true;
    }
    return can_read(failure, "ssl_capath", options->capath) &&
           (SSL_CTX_load_verify_locations(ssl, NULL, options->capath) == 1 ||
            fail(failure, "ssl_capath", options->capath, NULL));
}

static bool set_verification(SSL_CTX *ssl, const es_tls_options_t *options, const es_tls_failure_t *failure)
{
    if (options->verify_peer && !options->client_cert_file && !options->cafile && !options->capath) {
        snprintf(failure->text, failure->size,
                 "ssl_verify_peer needs the authorities of clients: ssl_client_cert_file, ssl_cafile or ssl_capath");
        return false;
    }
    if (!options->verify_peer && !options->client_cert_file) {
        return true;
    }
    SSL_CTX_set_verify(ssl, SSL_VERIFY_PEER | (options->verify_peer ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0),
                       options->allow_self_signed ? accept_self_signed : NULL);
    if (options->verify_depth > 0) {
        SSL_CTX_set_verify_depth(ssl, (int)options->verify_depth);
    }
    return set_authorities(ssl, options, failure);
}

static bool set_rules(SSL_CTX *ssl, const es_tls_options_t *options, const es_tls_failure_t *failure)
{
    static const unsigned char session_context[] = "easyswoole";
    SSL_CTX_set_options(ssl, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION |
                                 (options->prefer_server_ciphers ? SSL_OP_CIPHER_SERVER_PREFERENCE : 0));
    /* An idle connection is to hold no buffers; the queue of unsent bytes may move in memory between two attempts. */
    SSL_CTX_set_mode(ssl,
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_read_ahead(ssl, 1); /* one system call for many records */
    /* Sessions are kept in the clients' tickets: no memory here, and every process can resume them. */
    SSL_CTX_set_session_cache_mode(ssl, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_session_id_context(ssl, session_context, sizeof(session_context) - 1);
    if (!set_protocols(ssl, options->protocols, failure) || !set_ciphers(ssl, DEFAULT_CIPHERS, failure) ||
        (options->ciphers && !set_ciphers(ssl, options->ciphers, failure))) {
        return false;
    }
    if (options->ecdh_curve && !set_groups(ssl, options->ecdh_curve, failure)) {
        return false;
    }
    if (options->dhparam) {
        return set_dhparam(ssl, options->dhparam, failure);
    }
    SSL_CTX_set_dh_auto(ssl, 1);
    return true;
}

/* --- names --- */

static bool name_matches(const char *pattern, const char *name)
{
    if (strncmp(pattern, "*.", 2) == 0) {
        const char *dot = strchr(name, '.');

        if (!dot || dot == name) {
            return false; /* no label for the asterisk to stand for */
        }
        pattern++;
        name = dot;
    }
    for (; *pattern && *pattern == tolower((unsigned char)*name); pattern++, name++) {
    }
    return !*pattern && !*name;
}

/* The client has named the host it wants; one that nobody knows gets the certificate of ssl_cert_file. */
/* NOLINTNEXTLINE(readability-non-const-parameter): OpenSSL's signature */
static int on_name(SSL *ssl, int *alert, void *arg)
{
    const es_tls_context_t *context = arg;
    const char *name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);

    (void)alert;
    for (int wildcard = 0; name && wildcard < 2; wildcard++) {
        for (size_t i = 0; i < context->name_count; i++) {
            const es_tls_name_context_t *known = &context->names[i];

            if ((known->name[0] == '*') == wildcard && name_matches(known->name, name)) {
                SSL_set_SSL_CTX(ssl, known->ssl);
                return SSL_TLSEXT_ERR_OK;
            }
        }
    }
    return SSL_TLSEXT_ERR_NOACK;
}

/* --- contexts --- */

static SSL_CTX *new_ssl(const es_tls_options_t *options, const char *place, const char *cert_file, const char *key_file,
                        const uint8_t *ticket_keys, const es_tls_failure_t *failure)
{
    SSL_CTX *ssl;

    ERR_clear_error();
    ssl = SSL_CTX_new(TLS_server_method());
    if (!ssl) {
        fail(failure, "TLS", "context", NULL);
        return NULL;
    }
    if (!set_rules(ssl, options, failure) || !set_verification(ssl, options, failure) ||
        !load_certificate(ssl, place, cert_file, key_file, failure) ||
        (SSL_CTX_set_tlsext_ticket_keys(ssl, (void *)ticket_keys, ES_TLS_TICKET_KEYS) != 1 &&
         !fail(failure, "TLS", "session tickets", NULL))) {
        SSL_CTX_free(ssl);
        return NULL;
    }
    return ssl;
}

static bool add_name(es_tls_context_t *context, const es_tls_options_t *options, const es_tls_name_t *name,
                     const uint8_t *ticket_keys, const es_tls_failure_t *failure)
{
    es_tls_name_context_t *added;
    char place[280];
    SSL_CTX *ssl;

    if (!name->cert_file) {
        return fail(failure, "ssl_sni_certs", name->name, "no ssl_cert_file");
    }
    snprintf(place, sizeof(place), " of ssl_sni_certs[%.200s]", name->name);
    ssl = new_ssl(options, place, name->cert_file, name->key_file, ticket_keys, failure);
    if (!ssl) {
        return false;
    }
    context->names = es_realloc(context->names, (context->name_count + 1) * sizeof(*context->names));
    added = &context->names[context->name_count++];
    added->ssl = ssl;
    added->name = copy(name->name);
    for (char *c = added->name; *c; c++) {
        *c = (char)tolower((unsigned char)*c);
    }
    return true;
}

bool es_tls_new_ticket_keys(uint8_t keys[ES_TLS_TICKET_KEYS])
{
    return RAND_bytes(keys, ES_TLS_TICKET_KEYS) == 1;
}

static bool read_options(es_tls_context_t *context, const es_tls_options_t *options, const uint8_t *ticket_keys,
                         const es_tls_failure_t *failure)
{
    if (!options->cert_file) {
        snprintf(failure->text, failure->size, "a port with SWOOLE_SSL needs ssl_cert_file");
        return false;
    }
    context->io = es_tls_io_new();
    if (!context->io) {
        return fail(failure, "TLS", "input and output", NULL);
    }
    context->ssl = new_ssl(options, "", options->cert_file, options->key_file, ticket_keys, failure);
    if (!context->ssl) {
        return false;
    }
    for (size_t i = 0; i < options->name_count; i++) {
        if (!add_name(context, options, &options->names[i], ticket_keys, failure)) {
            return false;
        }
    }
    SSL_CTX_set_tlsext_servername_callback(context->ssl, on_name);
    SSL_CTX_set_tlsext_servername_arg(context->ssl, context);
    return true;
}

/* NOLINTBEGIN(readability-non-const-parameter): `error` is written to through `failure` */
es_tls_context_t *es_tls_context_new(const es_tls_options_t *options, const uint8_t ticket_keys[ES_TLS_TICKET_KEYS],
                                     char *error, size_t error_size)
/* NOLINTEND(readability-non-const-parameter) */
{
    const es_tls_failure_t failure = {.text = error, .size = error_size};
    es_tls_context_t *context = es_calloc(1, sizeof(*context));

    context->references = 1;
    if (!read_options(context, options, ticket_keys, &failure)) {
        es_tls_context_release(context);
        return NULL;
    }
    return context;
}

es_tls_context_t *es_tls_context_hold(es_tls_context_t *context)
{
    context->references++;
    return context;
}

void es_tls_context_release(es_tls_context_t *context)
{
    if (!context || --context->references > 0) {
        return;
    }
    for (size_t i = 0; i < context->name_count; i++) {
        SSL_CTX_free(context->names[i].ssl);
        es_free(context->names[i].name);
    }
    es_free(context->names);
    SSL_CTX_free(context->ssl);
    BIO_meth_free(context->io);
    es_free(context);
}

struct ssl_st *es_tls_context_ssl(const es_tls_context_t *context, void *arg)
{
    SSL *ssl = SSL_new(context->ssl);
    BIO *io = ssl ? BIO_new(context->io) : NULL;

    if (!io) {
        SSL_free(ssl);
        return NULL;
    }
    BIO_set_data(io, arg);
    SSL_set_bio(ssl, io, io);
    SSL_set_accept_state(ssl);
    return ssl;
}
