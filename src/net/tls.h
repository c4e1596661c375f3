#ifndef ES_NET_TLS_H
#define ES_NET_TLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "net/connection.h"
#include "net/tls_context.h"

/*
 * TLS of a connection, as its server. OpenSSL reads and writes through a BIO whose system calls are those of
 * net/socket.h; nothing blocks.
 */

struct bio_method_st;

/** How OpenSSL sends and receives for an es_conn_t (the BIO's data). @return owned by the caller; NULL without memory
 */
struct bio_method_st *es_tls_io_new(void);

/**
 * Begins TLS on an open connection that has nothing queued; from the start, or once something was exchanged in clear.
 * on_secured tells when the handshake is over; meanwhile nothing is sent or told.
 * @param context the connection takes a reference of its own
 * @param early   bytes of the peer's that were read already and belong to the handshake; copied
 * @return ES_OK or ES_E_NOMEM
 */
int es_conn_start_tls(es_conn_t *c, es_tls_context_t *context, const void *early, size_t early_len);

/** Frees what a closed connection has of it; plain connections, too. */
void es_tls_free(es_conn_t *c);

/** After on_secured with a failure: whether the peer sent plain text that looks like an HTTP request. */
bool es_tls_met_http(const es_conn_t *c);

/** Appends the peer's certificate as PEM. @return false when there is none, or the connection is a plain one */
bool es_tls_peer_certificate(const es_conn_t *c, es_buffer_t *into);

#endif
