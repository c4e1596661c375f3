#include "net/tls.h"

#include <errno.h>
#include <string.h>
#include <sys/uio.h>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include "base/memory.h"
#include "base/status.h"
#include "net/socket.h"

/* Bytes of the largest record; small segments are put together for one. */
#define RECORD 16384

/* What the first byte of a connection is when it speaks TLS: a record of type handshake. */
#define TLS_HANDSHAKE_RECORD 0x16

struct es_tls {
    SSL *ssl;
    es_tls_context_t *context; /* counted */
    es_buffer_t early;         /* what was received before; OpenSSL reads it first */
    bool begun;                /* the first byte has come */
    bool is_http;              /* … and it was one of an HTTP request */
    bool over;                 /* nothing more can be read: recv says `result` from now on */
    bool broken;               /* OpenSSL must not be asked for anything any more */
    bool unread;               /* OpenSSL may have more to read without the socket */
    bool read_awaits_write;    /* … once it could write */
    int result;                /* 0: the end of the stream; else a negated errno */
};

/* --- what OpenSSL calls --- */

static int io_write(BIO *io, const char *bytes, int len)
{
    const es_conn_t *c = BIO_get_data(io);
    const struct iovec iov = {(void *)bytes, (size_t)len};
    ssize_t n = es_socket_send(c->fd, &iov, 1);

    BIO_clear_retry_flags(io);
    if (n >= 0) {
        return (int)n;
    }
    if (n == -EAGAIN) {
        BIO_set_retry_write(io);
    } else {
        c->tls->result = (int)n;
    }
    return -1;
}

static ssize_t read_early(es_buffer_t *early, void *into, size_t size)
{
    size_t n = early->len < size ? early->len : size;

    memcpy(into, early->data, n);
    es_buffer_consume(early, n);
    if (early->len == 0) {
        es_buffer_destroy(early);
    }
    return (ssize_t)n;
}

static int io_read(BIO *io, char *into, int size)
{
    const es_conn_t *c = BIO_get_data(io);
    es_tls_t *tls = c->tls;
    ssize_t n =
        tls->early.len > 0 ? read_early(&tls->early, into, (size_t)size) : es_socket_recv(c->fd, into, (size_t)size);

    BIO_clear_retry_flags(io);
    if (n == -EAGAIN) {
        BIO_set_retry_read(io);
        return -1;
    }
    if (n <= 0) {
        tls->over = true;
        tls->result = (int)n;
        return (int)n;
    }
    if (!tls->begun) {
        tls->begun = true;
        if ((uint8_t)into[0] != TLS_HANDSHAKE_RECORD) {
            /* Not for OpenSSL, which would answer with an alert. */
            tls->is_http = into[0] >= 'A' && into[0] <= 'Z';
            tls->over = true;
            tls->result = -EPROTO;
            return -1;
        }
    }
    return (int)n;
}

static long io_control(BIO *io, int command, long number, void *pointer)
{
    (void)io;
    (void)number;
    (void)pointer;
    return command == BIO_CTRL_FLUSH;
}

static int io_create(BIO *io)
{
    BIO_set_init(io, 1);
    return 1;
}

struct bio_method_st *es_tls_io_new(void)
{
    BIO_METHOD *method = BIO_meth_new(BIO_TYPE_SOURCE_SINK, "easyswoole");

    if (method) {
        BIO_meth_set_write(method, io_write);
        BIO_meth_set_read(method, io_read);
        BIO_meth_set_ctrl(method, io_control);
        BIO_meth_set_create(method, io_create);
    }
    return method;
}

/* --- the transport --- */

/* What OpenSSL waits for. @return EV_READ or EV_WRITE; 0: it does not wait, it failed */
static uint8_t awaited(const es_tls_t *tls, int result)
{
    switch (SSL_get_error(tls->ssl, result)) {
    case SSL_ERROR_WANT_READ:
        return EV_READ;
    case SSL_ERROR_WANT_WRITE:
        return EV_WRITE;
    default:
        return 0;
    }
}

/* The end, a lost connection, or a peer that breaks the protocol. */
static void read_failed(es_tls_t *tls, int result)
{
    if (SSL_get_error(tls->ssl, result) == SSL_ERROR_ZERO_RETURN) {
        tls->result = 0; /* said goodbye in order; a peer that just ends has the same result */
    } else if (!tls->over) {
        tls->result = -EPROTO;
        tls->broken = true;
    }
    tls->over = true;
    ERR_clear_error();
}

static ssize_t tls_recv(es_conn_t *c, void *into, size_t size)
{
    es_tls_t *tls = c->tls;
    size_t have = 0, n;
    uint8_t awaits;

    tls->unread = tls->read_awaits_write = false;
    while (!tls->over) {
        int result;

        if (have == size) {
            tls->unread = true;
            return (ssize_t)have;
        }
        ERR_clear_error();
        result = SSL_read_ex(tls->ssl, (char *)into + have, size - have, &n);
        if (result == 1) {
            have += n;
            continue;
        }
        awaits = awaited(tls, result);
        if (awaits) {
            if (awaits == EV_WRITE) {
                tls->read_awaits_write = tls->unread = c->write_blocked = true;
                c->write_event = EV_WRITE;
            }
            return have > 0 ? (ssize_t)have : -EAGAIN;
        }
        read_failed(tls, result);
    }
    tls->unread = have > 0; /* the end is told next time */
    return have > 0 ? (ssize_t)have : tls->result;
}

/* Puts segments together for one record. */
static size_t gather(uint8_t *record, const struct iovec *iov, int count)
{
    size_t len = 0;

    for (int i = 0; i < count && len < RECORD; i++) {
        size_t n = iov[i].iov_len < RECORD - len ? iov[i].iov_len : RECORD - len;

        memcpy(record + len, iov[i].iov_base, n);
        len += n;
    }
    return len;
}

/*
 * One record. When the socket is full OpenSSL has encrypted it already and wants to be asked for the same bytes again,
 * or more: the queue only grows at its end.
 */
static ssize_t tls_send(es_conn_t *c, const struct iovec *iov, int count)
{
    es_tls_t *tls = c->tls;
    uint8_t record[RECORD];
    const void *from = iov->iov_base;
    size_t len = iov->iov_len < RECORD ? iov->iov_len : RECORD, n;
    int result;

    if (tls->broken) {
        return -EPIPE;
    }
    if (len < RECORD && count > 1) {
        len = gather(record, iov, count);
        from = record;
    }
    ERR_clear_error();
    result = SSL_write_ex(tls->ssl, from, len, &n);
    if (result == 1) {
        return (ssize_t)n;
    }
    c->write_event = awaited(tls, result);
    if (c->write_event) {
        return -EAGAIN;
    }
    ERR_clear_error();
    return tls->result < 0 ? tls->result : -EPIPE;
}

static const char *failure_of(const es_tls_t *tls)
{
    unsigned long code = ERR_peek_error();
    long verified = SSL_get_verify_result(tls->ssl);

    if (tls->result < 0 && tls->result != -EPROTO) {
        return strerror(-tls->result);
    }
    if (tls->over) {
        return tls->result == 0 ? "the peer ended the connection" : tls->is_http ? "plain HTTP" : "not TLS";
    }
    if (verified != X509_V_OK) {
        return X509_verify_cert_error_string(verified);
    }
    return code && ERR_reason_error_string(code) ? ERR_reason_error_string(code) : "unknown reason";
}

static int tls_handshake(es_conn_t *c, const char **failure)
{
    es_tls_t *tls = c->tls;
    int result;

    ERR_clear_error();
    result = SSL_do_handshake(tls->ssl);
    if (result == 1) {
        tls->unread = true; /* what the peer has sent behind it */
        return 0;
    }
    c->write_event = awaited(tls, result);
    if (c->write_event) {
        return -EAGAIN;
    }
    *failure = failure_of(tls);
    tls->broken = true;
    ERR_clear_error();
    if (tls->over && tls->result == 0) {
        return -ECONNRESET;
    }
    return tls->result < 0 ? tls->result : -EPROTO;
}

static bool tls_unread(const es_conn_t *c)
{
    const es_tls_t *tls = c->tls;

    return tls->early.len > 0 || (tls->unread && !(tls->read_awaits_write && c->write_blocked));
}

/* Says that nothing more will be sent. */
static int tls_end(es_conn_t *c)
{
    es_tls_t *tls = c->tls;
    int result;

    if (tls->broken) {
        return 0;
    }
    ERR_clear_error();
    result = SSL_shutdown(tls->ssl);
    c->write_event = EV_WRITE;
    if (result < 0 && awaited(tls, result) == EV_WRITE) {
        return -EAGAIN;
    }
    ERR_clear_error();
    return 0;
}

static const es_transport_t transport_tls = {tls_recv, tls_send, tls_handshake, tls_unread, tls_end};

/* --- life --- */

int es_conn_start_tls(es_conn_t *c, es_tls_context_t *context, const void *early, size_t early_len)
{
    es_tls_t *tls = es_calloc(1, sizeof(*tls));

    tls->ssl = es_tls_context_ssl(context, c);
    if (!tls->ssl) {
        ERR_clear_error();
        es_free(tls);
        return ES_E_NOMEM;
    }
    tls->context = es_tls_context_hold(context);
    es_buffer_append(&tls->early, early, early_len);
    c->tls = tls;
    es_conn_set_transport(c, &transport_tls);
    return ES_OK;
}

void es_tls_free(es_conn_t *c)
{
    es_tls_t *tls = c->tls;

    if (tls) {
        SSL_free(tls->ssl);
        es_buffer_destroy(&tls->early);
        es_tls_context_release(tls->context);
        es_free(tls);
        c->tls = NULL;
    }
}

bool es_tls_met_http(const es_conn_t *c)
{
    return c->tls && c->tls->is_http;
}

bool es_tls_peer_certificate(const es_conn_t *c, es_buffer_t *into)
{
    X509 *certificate;
    BIO *memory;
    char *text;
    long len;

    if (!c->tls) {
        return false;
    }
#if OPENSSL_VERSION_NUMBER >= 0x30000000L
    certificate = SSL_get1_peer_certificate(c->tls->ssl);
#else
    certificate = SSL_get_peer_certificate(c->tls->ssl);
#endif
    if (!certificate) {
        return false;
    }
    memory = BIO_new(BIO_s_mem());
    if (memory && PEM_write_bio_X509(memory, certificate) == 1) {
        len = BIO_get_mem_data(memory, &text);
        es_buffer_append(into, text, (size_t)len);
    }
    BIO_free(memory);
    X509_free(certificate);
    return into->len > 0;
}
