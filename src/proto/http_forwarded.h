#ifndef ES_PROTO_HTTP_FORWARDED_H
#define ES_PROTO_HTTP_FORWARDED_H

#include <stdbool.h>
#include <stddef.h>

#include "proto/http_request.h"

/* The fields in which proxies say whom they speak for: X-Forwarded-For, and Forwarded (RFC 7239). */

/** A place in the list that all fields of the name form together. Zeroed memory is its start. */
typedef struct es_http_forwarded {
    const es_http_header_t *field;
    const char *pos, *end;
} es_http_forwarded_t;

/**
 * The next hop, the farthest first.
 * @param name `forwarded` or `x-forwarded-for`
 * @param node out: the text of its address, without quotes; NULL when the hop does not say it, or in no proper form
 * @return false at the end of the list
 */
bool es_http_forwarded_next(es_http_forwarded_t *list, const es_http_request_t *r, const char *name, const char **node,
                            size_t *len);

#endif
