#ifndef ES_PROTO_PROXY_HEADER_H
#define ES_PROTO_PROXY_HEADER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The PROXY protocol, versions 1 and 2: what a proxy writes in front of a connection's own bytes to say whose
 * connection it is.
 */

/* Bytes of the longest header that is taken: the addresses, and what a proxy may add to them in version 2. */
#define ES_PROXY_HEADER_MAX 4096

typedef struct es_proxy_header {
    bool known;     /* it names a client; false: the proxy speaks for itself, or does not know */
    uint8_t ip[16]; /* the client's address; IPv4 in its mapped form (RFC 4291 section 2.5.5.2) */
    uint16_t port;
} es_proxy_header_t;

/**
 * Reads a header from the start of a connection.
 * @param len bytes that have arrived; call again with all of them when there are more
 * @return the header's size, 0 when it is not complete, -1 when it is none: found at the first byte that is wrong
 */
int es_proxy_header_parse(es_proxy_header_t *h, const uint8_t *bytes, size_t len);

#endif
