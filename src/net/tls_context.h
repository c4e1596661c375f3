#ifndef ES_NET_TLS_CONTEXT_H
#define ES_NET_TLS_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a port speaks TLS with: certificates, keys and rules, for all of its connections. */

struct ssl_st;

/* Bits of es_tls_options_t.protocols, as PHP users know them (SWOOLE_SSL_TLSv1 …). */
#define ES_TLS_1_0 8
#define ES_TLS_1_1 16
#define ES_TLS_1_2 32
#define ES_TLS_1_3 64

/** A certificate for some host names: one name, or `*.example.org` for all names one label below. */
typedef struct es_tls_name {
    char *name, *cert_file, *key_file; /* owned */
} es_tls_name_t;

/** Options ssl_* of a port (spec section 2.10). Strings belong to whoever sets them; NULL: not given. */
typedef struct es_tls_options {
    char *cert_file, *key_file; /* PEM; the certificate first, then the chain */
    int64_t protocols;          /* ES_TLS_*; 0: 1.2 and 1.3 */
    char *ciphers;              /* OpenSSL's list for TLS 1.2 and older; names that start with TLS_ are for 1.3 */
    char *ecdh_curve;           /* groups; NULL or "auto": OpenSSL's choice */
    char *dhparam;              /* file; NULL: OpenSSL's choice */
    bool prefer_server_ciphers;
    bool verify_peer;                /* clients need a certificate */
    bool allow_self_signed;          /* … that may be self-signed */
    char *client_cert_file, *cafile; /* files with the authorities of clients; the first alone makes a
                                        certificate optional */
    char *capath;                    /* directory with more of them, by hash */
    int64_t verify_depth;            /* 0: OpenSSL's default */
    es_tls_name_t *names;            /* owned array: certificates for other names */
    size_t name_count;
} es_tls_options_t;

/** Appends to `names`; the strings are copied. NULL: no file. */
void es_tls_options_add_name(es_tls_options_t *options, const char *name, const char *cert_file, const char *key_file);
void es_tls_options_clear_names(es_tls_options_t *options);
/** Gives `to`, whose own were given away or never set, a deep copy of `names`. */
void es_tls_options_copy_names(es_tls_options_t *to, const es_tls_options_t *from);

/* Bytes of the keys that session tickets are sealed with; what shares them can resume each other's sessions. */
#define ES_TLS_TICKET_KEYS 80

/** Makes keys for tickets. @return false when there is no randomness */
bool es_tls_new_ticket_keys(uint8_t keys[ES_TLS_TICKET_KEYS]);

/** Certificates and rules as they were read. Counted: every connection holds the one it began with. */
typedef struct es_tls_context es_tls_context_t;

/**
 * Reads certificates and keys, and checks the options.
 * @param error gets the option, the file and the reason
 * @return a reference of the caller's, or NULL
 */
es_tls_context_t *es_tls_context_new(const es_tls_options_t *options, const uint8_t ticket_keys[ES_TLS_TICKET_KEYS],
                                     char *error, size_t error_size);

/** One more reference. */
es_tls_context_t *es_tls_context_hold(es_tls_context_t *context);

/** Gives a reference back; NULL does nothing. */
void es_tls_context_release(es_tls_context_t *context);

/**
 * What a new connection starts from: OpenSSL's object of a server, which sends and receives through es_tls_io_new().
 * @param arg the BIO's data
 * @return owned by the caller; NULL without memory
 */
struct ssl_st *es_tls_context_ssl(const es_tls_context_t *context, void *arg);

#endif
