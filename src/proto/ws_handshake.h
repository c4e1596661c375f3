#ifndef ES_PROTO_WS_HANDSHAKE_H
#define ES_PROTO_WS_HANDSHAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "proto/http_request.h"

/* The server's side of the opening handshake (RFC 6455 section 4.2). */

#define ES_WS_ACCEPT_LEN 28

/** Whether `key` is the base64 text of exactly 16 bytes, in its one canonical form. */
bool es_ws_key_valid(const char *key, size_t len);

/** What handshakes are answered with, once made and used again. Zeroed memory is one. */
typedef struct es_ws_hasher {
    struct evp_md_ctx_st *context; /* owned; OpenSSL's; NULL before its first use */
} es_ws_hasher_t;

void es_ws_hasher_destroy(es_ws_hasher_t *hasher);

/**
 * Computes Sec-WebSocket-Accept for a key (RFC 6455 section 4.2.2); NUL-terminated.
 * @return ES_OK, or ES_E_NOMEM when OpenSSL cannot compute SHA-1
 */
int es_ws_accept_key(es_ws_hasher_t *hasher, char out[ES_WS_ACCEPT_LEN + 1], const char *key, size_t len);

/**
 * Checks an upgrade request (RFC 6455 section 4.2.1): GET, HTTP/1.1, Host, the tokens of Upgrade and
 * Connection, the key, and version 13.
 * @param reason out: static text that names the fault, for the log; untouched on success
 * @return 101 to accept, else the status that answers the fault: 400, 405 or 426
 *         (to be sent with Sec-WebSocket-Version: 13)
 */
int es_ws_handshake_check(const es_http_request_t *r, const char **reason);

/** Whether the client offered a sub-protocol of exactly this name (case matters, RFC 6455 section 4.2.2). */
bool es_ws_protocol_offered(const es_http_request_t *r, const char *name, size_t len);

/**
 * Whether a page of the request's origin may connect. A request without Origin does not come from a page.
 * @param list members separated by commas: origins, as "https://example.org"; "*.example.org" (and
 *             a scheme may stand in front of it) for the hosts below one; "same" for pages of the host that is
 * connected to
 */
bool es_ws_origin_allowed(const es_http_request_t *r, const char *list, size_t len);

#endif
