#include "proto/http_request.h"

#include <string.h>

#include "base/memory.h"
#include "proto/http_head.h"

#define MAX_CHUNK_LINE 4096 /* bytes of a chunk-size line with its extensions and CRLF */

/* Bytes of a head for which room is made at once, if as many were received. */
#define USUAL_HEAD 512

es_http_request_t *es_http_request_new(const es_http_limits_t *max)
{
    es_http_request_t *r = es_malloc(sizeof(*r));

    memset(r, 0, offsetof(es_http_request_t, usual));
    r->headers = r->usual;
    r->header_room = ES_HTTP_USUAL_FIELDS;
    r->refs = 1;
    r->max = *max;
    return r;
}

es_http_request_t *es_http_request_ref(es_http_request_t *r)
{
    r->refs++;
    return r;
}

void es_http_request_free(es_http_request_t *r)
{
    if (r == NULL || --r->refs > 0) {
        return;
    }
    es_quota_release(r->max.unfinished, &r->counted);
    es_buffer_destroy(&r->head);
    es_buffer_destroy(&r->body);
    es_buffer_destroy(&r->line);
    if (r->headers != r->usual) {
        es_free(r->headers);
    }
    es_free(r);
}

/*
 * Looks at one byte of a line. Lines end with CRLF and nothing else, and hold no other control bytes than HT.
 * @param pos where in the line's buffer the byte will stand
 */
static int check_line_byte(es_http_request_t *r, unsigned char previous, unsigned char c, size_t pos)
{
    if (c == '\n') {
        return previous == '\r' ? 0 : es_http_fault(r, 400, "LF without CR");
    }
    if (previous == '\r') {
        return es_http_fault(r, 400, "CR without LF");
    }
    if (c == '\r') {
        return 0;
    }
    if ((c < 0x20 && c != '\t') || c == 0x7f) {
        return es_http_fault(r, 400, "control byte in a line");
    }
    return r->phase == ES_HTTP_REQUEST_LINE ? es_http_request_line_byte(r, c, pos) : 0;
}

/* How many bytes are in front of the first control byte: eight at a time, then one by one. */
static size_t plain_bytes(const char *bytes, size_t len)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = 0x80 * ones;
    size_t i = 0;

    for (; len - i >= 8; i += 8) {
        uint64_t word, del;

        memcpy(&word, bytes + i, 8);
        del = word ^ 0x7f * ones;
        /* A byte below 0x20 borrows from its top bit, and so does one that became zero. */
        if (((((word - 0x20 * ones) & ~word) | ((del - ones) & ~del)) & tops) != 0) {
            break;
        }
    }
    while (i < len && (unsigned char)bytes[i] >= 0x20 && bytes[i] != 0x7f) {
        i++;
    }
    return i;
}

/* How many bytes may be passed over because check_line_byte() would do nothing about them. */
static size_t bytes_to_pass(const es_http_request_t *r, const char *bytes, size_t len, size_t pos)
{
    if (r->phase == ES_HTTP_REQUEST_LINE && r->target.len == 0) {
        return es_http_request_line_pass(r, bytes, len, pos);
    }
    return plain_bytes(bytes, len);
}

/*
 * Appends received bytes to `line` up to the first LF. Every byte is judged on arrival, so a fault is found at the
 * same byte in any split.
 * @param room bytes that may be added before `status` answers
 * @return 1 when the line is complete, 0 when more is needed, or the negated status
 */
static int take_line(es_http_request_t *r, es_buffer_t *line, size_t room, int status, const char *bytes, size_t len,
                     size_t *taken)
{
    unsigned char previous = line->len > 0 ? (unsigned char)line->data[line->len - 1] : 0;
    size_t i = 0;
    int result = 0;

    while (i < len && result == 0) {
        unsigned char c;

        if (previous != '\r') {
            i += bytes_to_pass(r, bytes + i, (len < room ? len : room) - i, line->len + i);
            previous = 0; /* it is no CR */
            if (i == len) {
                break;
            }
        }
        c = (unsigned char)bytes[i];
        if (i >= room) {
            result = status == 431 ? es_http_over(r, ES_LIMIT_HEAD, status, "fields are too large")
                                   : es_http_fault(r, status, "chunk-size line is too long");
            break;
        }
        result = check_line_byte(r, previous, c, line->len + i);
        if (result < 0) {
            break;
        }
        previous = c;
        result = c == '\n';
        i++;
    }
    es_buffer_append(line, bytes, i);
    *taken = i;
    return result;
}

static void add_header(es_http_request_t *r, es_http_header_t header)
{
    if (r->header_count == r->header_room) {
        bool first = r->headers == r->usual;

        r->header_room *= 2;
        r->headers = es_realloc(first ? NULL : r->headers, r->header_room * sizeof(header));
        if (first) {
            memcpy(r->headers, r->usual, sizeof(r->usual));
        }
    }
    r->headers[r->header_count++] = header;
}

/* Handles a complete line of the head. Returns 1 when it was the last one. */
static int head_line(es_http_request_t *r)
{
    size_t end = r->head.len - 2, len = end - r->line_start; /* without CRLF */
    es_http_header_t h;
    int status;

    if (r->phase == ES_HTTP_REQUEST_LINE) {
        if (len > 0) { /* empty lines in front of a request are leftovers of sloppy clients */
            status = es_http_request_line_end(r, end);
            if (status < 0) {
                return status;
            }
            r->phase = ES_HTTP_FIELDS;
        }
        r->line_start = (uint32_t)r->head.len;
        return 0;
    }
    if (len == 0) {
        return 1;
    }
    status = es_http_field_parse(r, &h, r->head.data, r->line_start, len);
    if (status < 0) {
        return status;
    }
    if (r->header_count == r->max.fields) {
        return es_http_over(r, ES_LIMIT_FIELDS, 431, "too many fields");
    }
    add_header(r, h);
    r->line_start = (uint32_t)r->head.len;
    return 0;
}

/* The head is complete: what comes next? */
static int head_end(es_http_request_t *r)
{
    int status = es_http_head_end(r);

    if (status < 0) {
        return status;
    }
    if (r->chunked) {
        r->phase = ES_HTTP_CHUNK_SIZE;
        return ES_HTTP_HEAD;
    }
    if (r->remaining > 0) {
        r->phase = ES_HTTP_BODY;
        return ES_HTTP_HEAD;
    }
    r->phase = ES_HTTP_DONE;
    return ES_HTTP_COMPLETE;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Handles a complete chunk-size line (RFC 9112 section 7.1). Extensions are passed over. */
static int chunk_size_line(es_http_request_t *r)
{
    const char *line = r->line.data;
    size_t len = r->line.len - 2, i = 0;
    uint64_t size = 0;

    for (; i < len && hex_digit(line[i]) >= 0; i++) {
        if (size > UINT64_MAX >> 4) {
            return es_http_fault(r, 400, "chunk size overflows");
        }
        size = size << 4 | (uint64_t)hex_digit(line[i]);
    }
    if (i == 0) {
        return es_http_fault(r, 400, "malformed chunk size");
    }
    if (i < len) {
        /* White space is allowed in front of an extension only. */
        while (i < len && (line[i] == ' ' || line[i] == '\t')) {
            i++;
        }
        if (i == len || line[i] != ';') {
            return es_http_fault(r, 400, "malformed chunk size");
        }
    }
    r->line.len = 0;
    if (size > r->max.body - r->body.len) {
        return es_http_over(r, ES_LIMIT_BODY, 413, "body is too large");
    }
    r->remaining = size;
    r->phase = size > 0 ? ES_HTTP_CHUNK_DATA : ES_HTTP_TRAILERS;
    return 0;
}

/* Handles a complete trailer line. Trailers are checked and dropped: nobody here could trust them. */
static int trailer_line(es_http_request_t *r)
{
    size_t len = r->line.len - 2;
    es_http_header_t h;
    int status;

    if (len == 0) {
        es_buffer_destroy(&r->line);
        r->phase = ES_HTTP_DONE;
        return 0;
    }
    status = es_http_field_parse(r, &h, r->line.data, 0, len);
    if (status < 0) {
        return status;
    }
    if (r->trailer_count == r->max.fields) {
        return es_http_over(r, ES_LIMIT_FIELDS, 431, "too many fields");
    }
    r->trailer_count++;
    r->trailer_len += (uint32_t)r->line.len;
    r->line.len = 0;
    return 0;
}

/* Appends bytes of the body, at most `remaining` of them. A body that is complete with them is not held any longer. */
static int take_body(es_http_request_t *r, const char *bytes, size_t len, size_t *taken)
{
    bool complete = !r->chunked && len >= r->remaining;

    if (len > r->remaining) {
        len = (size_t)r->remaining;
    }
    es_buffer_reserve(&r->body, len);
    if (!complete && !es_quota_hold(r->max.unfinished, &r->counted, r->body.cap)) {
        return es_http_over(r, ES_LIMIT_MEMORY, 503, "no memory for the body");
    }
    es_buffer_append(&r->body, bytes, len);
    r->remaining -= len;
    *taken = len;
    return 0;
}

/*
 * One step within the current phase.
 * @return 0 to go on, ES_HTTP_HEAD, ES_HTTP_COMPLETE or the negated status
 */
static int step(es_http_request_t *r, const char *bytes, size_t len, size_t *taken)
{
    int result;

    switch (r->phase) {
    case ES_HTTP_REQUEST_LINE:
    case ES_HTTP_FIELDS:
        es_buffer_reserve(&r->head, len < USUAL_HEAD ? len : USUAL_HEAD);
        result = take_line(r, &r->head, r->max.head - r->head.len, 431, bytes, len, taken);
        if (result == 1) {
            result = head_line(r);
        }
        return result == 1 ? head_end(r) : result;
    case ES_HTTP_BODY:
        result = take_body(r, bytes, len, taken);
        if (result < 0) {
            return result;
        }
        if (r->remaining == 0) {
            r->phase = ES_HTTP_DONE;
        }
        break;
    case ES_HTTP_CHUNK_SIZE:
        result = take_line(r, &r->line, MAX_CHUNK_LINE - r->line.len, 400, bytes, len, taken);
        return result == 1 ? chunk_size_line(r) : result;
    case ES_HTTP_CHUNK_DATA:
        result = take_body(r, bytes, len, taken);
        if (result < 0) {
            return result;
        }
        if (r->remaining == 0) {
            r->phase = ES_HTTP_CHUNK_END;
            r->remaining = 2;
        }
        break;
    case ES_HTTP_CHUNK_END:
        if (bytes[0] != (r->remaining == 2 ? '\r' : '\n')) {
            return es_http_fault(r, 400, "chunk does not end with CRLF");
        }
        *taken = 1;
        if (--r->remaining == 0) {
            r->phase = ES_HTTP_CHUNK_SIZE;
        }
        break;
    case ES_HTTP_TRAILERS:
        result = take_line(r, &r->line, r->max.head - r->trailer_len - r->line.len, 431, bytes, len, taken);
        if (result == 1) {
            result = trailer_line(r);
        }
        if (result < 0) {
            return result;
        }
        break;
    case ES_HTTP_DONE:
    case ES_HTTP_FAILED:
        break;
    }
    return r->phase == ES_HTTP_DONE ? ES_HTTP_COMPLETE : ES_HTTP_MORE;
}

int es_http_request_feed(es_http_request_t *r, const char *bytes, size_t len, size_t *consumed)
{
    int result = ES_HTTP_MORE;

    *consumed = 0;
    if (r->phase == ES_HTTP_FAILED) {
        return r->fault;
    }
    if (r->phase == ES_HTTP_DONE) {
        return ES_HTTP_COMPLETE;
    }
    while (*consumed < len && result == ES_HTTP_MORE) {
        size_t taken = 0;

        result = step(r, bytes + *consumed, len - *consumed, &taken);
        *consumed += taken;
    }
    if (result < 0) {
        es_buffer_destroy(&r->body); /* a connection that is closing may live for long */
    }
    if (result != ES_HTTP_MORE) {
        es_quota_release(r->max.unfinished, &r->counted);
    }
    return result;
}
