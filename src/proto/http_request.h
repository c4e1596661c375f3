#ifndef ES_PROTO_HTTP_REQUEST_H
#define ES_PROTO_HTTP_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/limit.h"
#include "base/quota.h"

/*
 * HTTP/1.x requests (RFC 9112, RFC 9110), one object per request: bytes in, a complete request or an HTTP
 * error status out. The parser may stop after any byte and goes on with the next; any split gives the same
 * result. It is strict: what two parties could read differently (request smuggling) is refused.
 */

#define ES_HTTP_MAX_TARGET   16384 /* bytes of the request target; more: 414 */

#define ES_HTTP_USUAL_FIELDS 16 /* few requests have more: those find room within es_http_request_t */

/* Bounds of a request. */
typedef struct es_http_limits {
    uint32_t head;          /* bytes of request line + fields, line ends included; more: 431 */
    uint32_t fields;        /* how many; more: 431. Both hold for trailers, too. */
    uint64_t body;          /* bytes of the decoded body; more: 413 */
    es_quota_t *unfinished; /* borrowed; for bodies that are not complete; more: 503. NULL: nobody counts */
} es_http_limits_t;

/** A part of `head.data`. Offsets, because the buffer moves while it grows. */
typedef struct es_http_span {
    uint32_t off, len;
} es_http_span_t;

typedef struct es_http_header {
    es_http_span_t name;  /* as sent; compare without case */
    es_http_span_t value; /* without surrounding white space */
} es_http_header_t;

/** What is awaited next. */
typedef enum es_http_phase {
    ES_HTTP_REQUEST_LINE,
    ES_HTTP_FIELDS,
    ES_HTTP_BODY,       /* `remaining` bytes of a body with Content-Length */
    ES_HTTP_CHUNK_SIZE, /* a chunk-size line */
    ES_HTTP_CHUNK_DATA, /* `remaining` bytes of a chunk */
    ES_HTTP_CHUNK_END,  /* the CRLF behind a chunk */
    ES_HTTP_TRAILERS,
    ES_HTTP_DONE,
    ES_HTTP_FAILED, /* `error` says why; takes no more bytes */
} es_http_phase_t;

typedef struct es_http_request {
    unsigned refs;    /* holders: see es_http_request_ref() */
    es_buffer_t head; /* the bytes of request line and fields, as received, with the final empty line */
    es_buffer_t body; /* decoded body: without chunk framing */
    es_http_span_t method, target;
    es_http_span_t path;  /* part of `target` in front of '?'; the whole target when there is none */
    es_http_span_t query; /* part of `target` behind the first '?'; empty when there is none */
    uint32_t header_count;
    uint8_t minor_version;   /* 0 or 1: HTTP/1.0 or HTTP/1.1 */
    bool keep_alive;         /* the connection may carry another request after this one (RFC 9112 section 9.3) */
    bool chunked;            /* Transfer-Encoding: chunked */
    bool expects_continue;   /* Expect: 100-continue with a body, from an HTTP/1.1 client */
    bool upgrades_websocket; /* the Upgrade list holds "websocket", without regard to case (spec section 2.6) */
    bool connection_upgrade; /* the Connection list holds "upgrade" */
    es_http_phase_t phase;
    const char *error; /* when FAILED: static text that names the fault, for the log */
    uint8_t limit;     /* when FAILED: the es_limit_t that was passed, if any */
    es_http_limits_t max;
    size_t counted;       /* bytes of `body` in `max.unfinished`; private */
    uint64_t remaining;   /* see the phases; private */
    uint32_t line_start;  /* offset in `head` (or `line`) of the line being received; private */
    es_buffer_t line;     /* chunk-size and trailer lines while incomplete; private */
    uint32_t trailer_len; /* bytes of trailers seen; private */
    uint32_t trailer_count;
    int fault;                                    /* when FAILED: what es_http_request_feed() answered; private */
    es_http_header_t *headers;                    /* `header_count` of them: `usual`, or owned memory */
    uint32_t header_room;                         /* how many fit; private */
    es_http_header_t usual[ES_HTTP_USUAL_FIELDS]; /* private; what counts is written before it is read */
} es_http_request_t;

/** A new request that awaits its first byte. The caller owns it. What `max` borrows must live while bytes come. */
es_http_request_t *es_http_request_new(const es_http_limits_t *max);

/** Another holder of the same request. @return r */
es_http_request_t *es_http_request_ref(es_http_request_t *r);

/** Gives up a request; the last holder frees it. NULL is allowed. */
void es_http_request_free(es_http_request_t *r);

#define ES_HTTP_MORE     0 /* all bytes were taken, more are needed */
#define ES_HTTP_HEAD     1 /* the head has just become complete, a body follows: reported once */
#define ES_HTTP_COMPLETE 2 /* the request is complete; bytes that were not consumed belong to what follows it */

/**
 * Feeds received bytes.
 * @param consumed out: how many of the `len` bytes were taken
 * @return ES_HTTP_MORE, _HEAD (call again with the rest) or _COMPLETE, or the negated HTTP status that
 *         answers the fault: -400, -413, -414, -431, -501, -503, -505. A failed request takes no more bytes.
 */
int es_http_request_feed(es_http_request_t *r, const char *bytes, size_t len, size_t *consumed);

/** The bytes of a span, valid until the next es_http_request_feed(). */
static inline const char *es_http_request_at(const es_http_request_t *r, es_http_span_t span)
{
    return r->head.data + span.off;
}

/** Whether the method is HEAD; also of a request that failed. */
bool es_http_request_is_head(const es_http_request_t *r);

/** The first field called `name` (lower case), or NULL. */
const es_http_header_t *es_http_request_find(const es_http_request_t *r, const char *name);

/** The next field called `name` (lower case) behind `after`, which may be NULL: the first one. NULL at the end. */
const es_http_header_t *es_http_request_find_next(const es_http_request_t *r, const es_http_header_t *after,
                                                  const char *name);

/**
 * Takes the next member of a comma-separated list without its surrounding white space; empty members are skipped.
 * @param pos in/out: where to go on
 * @return false at the end of the list
 */
bool es_http_list_next(const char **pos, const char *end, const char **item, size_t *item_len);

/**
 * Whether a comma-separated list holds `token`, without regard to case (RFC 9110 section 5.6.1). Looks
 * through every field called `name`.
 */
bool es_http_request_has_token(const es_http_request_t *r, const char *name, const char *token, size_t token_len);

/** Whether two texts of the same length are the same, without regard to the case of ASCII letters. */
bool es_http_equal_bytes(const char *a, const char *b, size_t len);

/** Whether two texts are the same, without regard to the case of ASCII letters: mostly their lengths say no. */
static inline bool es_http_equal(const char *a, size_t a_len, const char *b, size_t b_len)
{
    return a_len == b_len && es_http_equal_bytes(a, b, a_len);
}

/** Whether every byte is a tchar (RFC 9110 section 5.6.2) and there is at least one. */
bool es_http_is_token(const char *text, size_t len);

#endif
