#ifndef ES_PROTO_HTTP_HEAD_H
#define ES_PROTO_HTTP_HEAD_H

#include "proto/http_request.h"

/* The grammar and the meaning of a request's head. Private to the HTTP parser: http_request.c feeds it lines. */

/** Marks the request as failed. @return `-status` */
int es_http_fault(es_http_request_t *r, int status, const char *why);

/** The same for a request that passes a limit. @return `-status` */
int es_http_over(es_http_request_t *r, es_limit_t limit, int status, const char *why);

/**
 * Looks at one byte (neither CR nor LF) of the request line as it arrives, so that nothing has to wait for a line's
 * end to be refused; finds the method and the target on the way.
 * @param pos where in `head` the byte stands or will stand
 * @return 0, or the negated status
 */
int es_http_request_line_byte(es_http_request_t *r, unsigned char c, size_t pos);

/**
 * How many bytes of the method, or else of the target, es_http_request_line_byte() would do nothing about: they need
 * not be shown to it.
 * @param pos where in `head` the first one will stand
 */
size_t es_http_request_line_pass(const es_http_request_t *r, const char *bytes, size_t len, size_t pos);

/** Reads a complete request line that ends in front of offset `end` of `head`. @return 0, or the negated status */
int es_http_request_line_end(es_http_request_t *r, size_t end);

/**
 * Splits a field line without its CRLF.
 * @param base what the offsets of `h` count from
 * @return 0, or the negated status
 */
int es_http_field_parse(es_http_request_t *r, es_http_header_t *h, const char *base, size_t off, size_t len);

/** Draws the conclusions from a complete head: framing of the body, persistence, upgrade. @return 0 or the status */
int es_http_head_end(es_http_request_t *r);

#endif
