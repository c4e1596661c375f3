#ifndef ES_PROTO_HTTP_RESPONSE_H
#define ES_PROTO_HTTP_RESPONSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/buffer.h"

/* Writing of HTTP/1.1 response heads (RFC 9112 section 4, spec section 4.5). */

#define ES_HTTP_DATE_LEN 29 /* "Sun, 06 Nov 1994 08:49:37 GMT" */

/** The standard reason phrase, or NULL for a status that has none. */
const char *es_http_reason(int status);

/** Writes an IMF-fixdate (RFC 9110 section 5.6.7) and a NUL. */
void es_http_date(char out[ES_HTTP_DATE_LEN + 1], time_t when);

/**
 * Appends the status line.
 * @param status three digits
 * @param reason NULL for the standard phrase; an unknown status gets "Unknown Status". CR, LF and NUL in a
 *               given reason become spaces, so that it cannot end the line.
 */
void es_http_write_status(es_buffer_t *out, int status, const char *reason, size_t reason_len);

/**
 * Appends one field line. White space at the end of the value is left out.
 * @return false, with nothing appended, when the name is no token or the value holds CR, LF or NUL: a field
 *         can never become two
 */
bool es_http_write_field(es_buffer_t *out, const char *name, size_t name_len, const char *value, size_t value_len);

/** Appends "name: value" for trusted, NUL-terminated text. */
void es_http_write_field_str(es_buffer_t *out, const char *name, const char *value);

/** Appends the field Date. @param date of es_http_date() */
void es_http_write_date(es_buffer_t *out, const char *date);

/** Appends the field Content-Length. */
void es_http_write_length(es_buffer_t *out, size_t length);

/** Appends the head of one chunk (RFC 9112 section 7.1); the caller appends the data and CRLF. `len` > 0. */
void es_http_write_chunk_size(es_buffer_t *out, size_t len);

/**
 * Appends a whole answer that the server gives by itself (a refusal): status line, `extra` (complete field
 * lines, or NULL), Connection: close, Date (RFC 9110 section 6.6.1), Content-Length and a short text body that repeats
 * the status.
 * @param date of es_http_date()
 * @param head it answers HEAD: the body is left out (RFC 9110 section 9.3.2)
 */
void es_http_write_error(es_buffer_t *out, int status, const char *extra, const char *date, bool head);

#endif
