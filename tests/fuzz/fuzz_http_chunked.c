#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proto/http_request.h"
#include "support/trace.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/*
 * A chunked body (RFC 9112 section 7.1) behind a fixed head. The first byte chooses limits and a split, the rest is the
 * body and what follows. The result must be that of a decoder which sees everything at once and takes its time.
 */

#define HEAD       "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
#define SIZE_LINE  4096 /* bytes that a line with a chunk's size may have */
#define SMALL_BODY 32
#define SMALL_HEAD 200

typedef struct result {
    int status;      /* ES_HTTP_MORE or _COMPLETE, or the negated status of a refusal */
    size_t consumed; /* when complete: bytes behind the head that belong to the request */
    es_buffer_t body;
} result_t;

/* --- the decoder with time --- */

typedef struct slow {
    const uint8_t *bytes;
    size_t len, at;
} slow_t;

/*
 * Finds the line that begins here.
 * @param most bytes it may have, CRLF included
 * @return its length without CRLF; -1: it does not end; -2: it breaks the rules; -3: it is too long
 */
static long slow_line(const slow_t *s, size_t most)
{
    for (size_t i = s->at; i < s->len; i++) {
        uint8_t c = s->bytes[i], before = i > s->at ? s->bytes[i - 1] : 0;

        if (i - s->at >= most) {
            return -3;
        }
        if (c == '\n' && before == '\r') {
            return (long)(i - s->at - 1);
        }
        if (before == '\r' || c == 0x7f || (c < 0x20 && c != '\t' && c != '\r')) {
            return -2;
        }
    }
    return -1;
}

/* A chunk's size. @return false: there is none */
static bool slow_size(const uint8_t *line, size_t len, uint64_t *size)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    size_t i = 0;

    *size = 0;
    for (; i < len && line[i] != 0 && strchr(digits, line[i]); i++) {
        if (*size >> 60 != 0) {
            return false;
        }
        *size = *size * 16 + (uint64_t)((strchr(digits, line[i]) - digits) % 16);
    }
    if (i == 0 || i == len) {
        return i > 0;
    }
    while (i < len && (line[i] == ' ' || line[i] == '\t')) {
        i++;
    }
    return i < len && line[i] == ';';
}

static bool slow_trailer(const uint8_t *line, size_t len)
{
    static const char others[] = "!#$%&'*+-.^_`|~";

    for (size_t i = 0; i < len; i++) {
        uint8_t c = line[i];

        if (c == ':') {
            return i > 0;
        }
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              (c != 0 && strchr(others, c)))) {
            return false;
        }
    }
    return false;
}

static int slow_trailers(slow_t *s, const es_http_limits_t *max)
{
    size_t left = max->head;

    for (uint32_t count = 0;; count++) {
        long len = slow_line(s, left);

        if (len < 0) {
            return len == -1 ? ES_HTTP_MORE : len == -2 ? -400 : -431;
        }
        if (len > 0 && !slow_trailer(s->bytes + s->at, (size_t)len)) {
            return -400;
        }
        if (len > 0 && count == max->fields) {
            return -431;
        }
        s->at += (size_t)len + 2;
        left -= (size_t)len + 2;
        if (len == 0) {
            return ES_HTTP_COMPLETE;
        }
    }
}

static int slow_chunks(slow_t *s, const es_http_limits_t *max, es_buffer_t *body)
{
    for (;;) {
        long line = slow_line(s, SIZE_LINE);
        uint64_t size;

        if (line < 0) {
            return line == -1 ? ES_HTTP_MORE : -400;
        }
        if (!slow_size(s->bytes + s->at, (size_t)line, &size)) {
            return -400;
        }
        if (size > max->body || body->len + size > max->body) {
            return -413;
        }
        s->at += (size_t)line + 2;
        if (size == 0) {
            return slow_trailers(s, max);
        }
        if (size > s->len - s->at) {
            es_buffer_append(body, s->bytes + s->at, s->len - s->at);
            return ES_HTTP_MORE;
        }
        es_buffer_append(body, s->bytes + s->at, (size_t)size);
        s->at += (size_t)size;
        for (int i = 0; i < 2; i++, s->at++) {
            if (s->at == s->len) {
                return ES_HTTP_MORE;
            }
            if (s->bytes[s->at] != "\r\n"[i]) {
                return -400;
            }
        }
    }
}

static result_t slowly(const uint8_t *bytes, size_t len, const es_http_limits_t *max)
{
    slow_t s = {bytes, len, 0};
    result_t result = {0};

    result.status = slow_chunks(&s, max, &result.body);
    result.consumed = s.at;
    return result;
}

/* --- ours --- */

static result_t parsed(const uint8_t *bytes, size_t len, const es_http_limits_t *max, split_t split)
{
    es_http_request_t *r = es_http_request_new(max);
    result_t result = {0};
    size_t consumed;

    if (es_http_request_feed(r, HEAD, sizeof(HEAD) - 1, &consumed) != ES_HTTP_HEAD || consumed != sizeof(HEAD) - 1) {
        abort();
    }
    while (result.consumed < len && result.status == ES_HTTP_MORE) {
        size_t piece = split_next(&split, len - result.consumed);
        char *copy = malloc(piece);

        if (!copy) {
            abort();
        }
        memcpy(copy, bytes + result.consumed, piece);
        result.status = es_http_request_feed(r, copy, piece, &consumed);
        result.consumed += consumed;
        if (result.status == ES_HTTP_MORE && consumed != piece) {
            abort();
        }
        free(copy);
    }
    es_buffer_append(&result.body, r->body.data, r->body.len);
    es_http_request_free(r);
    return result;
}

static void compare(const result_t *expected, result_t got, const char *how)
{
    if (got.status != expected->status || (got.status == ES_HTTP_COMPLETE && got.consumed != expected->consumed) ||
        (got.status >= 0 && (got.body.len != expected->body.len ||
                             (got.body.len > 0 && memcmp(got.body.data, expected->body.data, got.body.len) != 0)))) {
        fprintf(stderr, "fuzz_http_chunked: %s: %d, %zu bytes taken, body of %zu; expected %d, %zu, %zu\n", how,
                got.status, got.consumed, got.body.len, expected->status, expected->consumed, expected->body.len);
        abort();
    }
    es_buffer_destroy(&got.body);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    es_http_limits_t max = {.head = MAX_HEAD, .fields = MAX_FIELDS, .body = 1 << 20};
    result_t expected;

    if (size < 2) {
        return 0;
    }
    if (data[0] & 1) {
        max.body = SMALL_BODY;
    }
    if (data[0] & 2) {
        max.head = SMALL_HEAD;
        max.fields = 3;
    }
    expected = slowly(data + 1, size - 1, &max);
    compare(&expected, parsed(data + 1, size - 1, &max, (split_t){0}), "whole");
    compare(&expected, parsed(data + 1, size - 1, &max, (split_t){.step = 1}), "byte by byte");
    compare(&expected, parsed(data + 1, size - 1, &max, (split_t){.seed = 1u + data[0]}), "in pieces");
    es_buffer_destroy(&expected.body);
    return 0;
}
