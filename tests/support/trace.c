#include "trace.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proto/http_request.h"

size_t split_next(split_t *s, size_t left)
{
    size_t size = s->step;

    if (size == 0) {
        if (s->seed == 0) {
            return left;
        }
        s->seed ^= s->seed << 13;
        s->seed ^= s->seed >> 17;
        s->seed ^= s->seed << 5;
        /* Mostly a few bytes, now and then a long piece. */
        size = 1 + s->seed % ((s->seed & 0x700) == 0 ? 4096 : 24);
    }
    return size < left ? size : left;
}

#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
static void
say(es_buffer_t *out, const char *format, ...)
{
    char text[512];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    es_buffer_append_str(out, text);
}

/* Bytes as text; anything that is not plain is shown as hex. */
static void say_bytes(es_buffer_t *out, const char *label, const void *bytes, size_t len)
{
    const unsigned char *p = bytes;

    say(out, " %s=", label);
    for (size_t i = 0; i < len; i++) {
        if (p[i] > 0x20 && p[i] < 0x7f && p[i] != '\\') {
            es_buffer_append(out, p + i, 1);
        } else {
            say(out, "\\%02x", p[i]);
        }
    }
}

static void *copy_exact(const void *bytes, size_t len)
{
    void *copy = malloc(len);

    if (copy == NULL) {
        abort();
    }
    memcpy(copy, bytes, len);
    return copy;
}

static void say_head(es_buffer_t *out, const es_http_request_t *r)
{
    say_bytes(out, "method", es_http_request_at(r, r->method), r->method.len);
    say_bytes(out, "target", es_http_request_at(r, r->target), r->target.len);
    say_bytes(out, "path", es_http_request_at(r, r->path), r->path.len);
    say_bytes(out, "query", es_http_request_at(r, r->query), r->query.len);
    say(out, " 1.%u%s%s%s%s%s", r->minor_version, r->keep_alive ? " keep-alive" : "", r->chunked ? " chunked" : "",
        r->expects_continue ? " expects-continue" : "", r->upgrades_websocket ? " upgrades-websocket" : "",
        r->connection_upgrade ? " connection-upgrade" : "");
    for (unsigned i = 0; i < r->header_count; i++) {
        say_bytes(out, "field", es_http_request_at(r, r->headers[i].name), r->headers[i].name.len);
        say_bytes(out, "value", es_http_request_at(r, r->headers[i].value), r->headers[i].value.len);
    }
}

void trace_http(es_buffer_t *out, const char *bytes, size_t len, uint64_t max_body, split_t split)
{
    const es_http_limits_t max = {.head = MAX_HEAD, .fields = MAX_FIELDS, .body = max_body};
    es_http_request_t *r = es_http_request_new(&max);
    size_t at = 0, ignored;

    while (at < len) {
        size_t piece_len = split_next(&split, len - at), used = 0;
        char *piece = copy_exact(bytes + at, piece_len);

        while (used < piece_len) {
            size_t consumed;
            int result = es_http_request_feed(r, piece + used, piece_len - used, &consumed);

            used += consumed;
            if (result < 0) {
                say(out, "%d %s @%zu", result, r->error, at + used);
                if (es_http_request_feed(r, "x", 1, &consumed) != result || consumed != 0) {
                    say(out, " TOOK BYTES AFTER A FAILURE");
                }
                free(piece);
                goto end;
            }
            if (result == ES_HTTP_HEAD) {
                say(out, "HEAD @%zu", at + used);
                say_head(out, r);
                say(out, "\n");
            } else if (result == ES_HTTP_COMPLETE) {
                say(out, "COMPLETE @%zu", at + used);
                say_head(out, r);
                say_bytes(out, "body", r->body.data, r->body.len);
                say(out, "\n");
                if (es_http_request_feed(r, "x", 1, &ignored) != ES_HTTP_COMPLETE || ignored != 0) {
                    say(out, " TOOK BYTES AFTER THE END");
                }
                es_http_request_free(r);
                r = es_http_request_new(&max);
            } else if (used < piece_len) {
                say(out, " STOPPED EARLY");
            }
        }
        free(piece);
        at += piece_len;
    }
    say(out, "MORE phase=%d", (int)r->phase);
    say_bytes(out, "body", r->body.data, r->body.len);
end:
    say_bytes(out, "head", r->head.data, r->head.len);
    es_http_request_free(r);
}

/* ---- payloads ---- */

typedef struct payload {
    size_t size, len;
    uint8_t *bytes; /* a block of its own: a write behind `size` is seen */
} payload_t;

payload_counts_t payload_counts;
size_t payload_refuse_over;

static bool note_size(size_t size)
{
    payload_counts.last = size;
    if (size > payload_counts.peak) {
        payload_counts.peak = size;
    }
    return payload_refuse_over == 0 || size <= payload_refuse_over;
}

static void *payload_alloc(size_t size)
{
    payload_t *p;

    payload_counts.allocs++;
    payload_counts.first = size;
    if (!note_size(size)) {
        return NULL;
    }
    p = malloc(sizeof(*p));
    if (p == NULL || (p->bytes = malloc(size > 0 ? size : 1)) == NULL) {
        abort();
    }
    p->size = size;
    p->len = SIZE_MAX;
    payload_counts.live++;
    return p;
}

static void *payload_grow(void *payload, size_t used, size_t size)
{
    payload_t *p = payload;
    uint8_t *bytes;

    payload_counts.grows++;
    if (used > p->size || size <= p->size) {
        abort();
    }
    if (!note_size(size)) {
        return NULL;
    }
    bytes = malloc(size);
    if (bytes == NULL) {
        abort();
    }
    memcpy(bytes, p->bytes, used);
    free(p->bytes);
    p->bytes = bytes;
    p->size = size;
    return p;
}

static uint8_t *payload_bytes(void *payload)
{
    return ((payload_t *)payload)->bytes;
}

static void payload_finish(void *payload, size_t len)
{
    payload_t *p = payload;

    if (len > p->size || p->len != SIZE_MAX) {
        abort();
    }
    p->len = len;
}

static void payload_free(void *payload)
{
    payload_t *p = payload;

    payload_counts.live--;
    free(p->bytes);
    free(p);
}

const es_payload_ops_t payload_ops = {
    .alloc = payload_alloc,
    .grow = payload_grow,
    .bytes = payload_bytes,
    .finish = payload_finish,
    .free = payload_free,
};

size_t payload_len(const void *payload)
{
    return ((const payload_t *)payload)->len;
}

void trace_ws(es_buffer_t *out, const uint8_t *bytes, size_t len, const es_ws_rules_t *rules, split_t split)
{
    trace_ws_deflate(out, bytes, len, rules, split, NULL);
}

void trace_ws_deflate(es_buffer_t *out, const uint8_t *bytes, size_t len, const es_ws_rules_t *rules, split_t split,
                      const es_ws_agreement_t *agreement)
{
    es_ws_reader_t r = {0};
    size_t at = 0;
    int result = ES_WS_MORE;

    if (agreement != NULL) {
        es_ws_reader_accept_deflate(&r, agreement);
    }
    while (at < len && result >= 0) {
        size_t piece_len = split_next(&split, len - at);
        uint8_t *piece = copy_exact(bytes + at, piece_len);
        const uint8_t *pos = piece, *end = piece + piece_len;

        do {
            uint8_t scratch[ES_WS_MAX_CONTROL];
            es_ws_event_t ev;

            result = es_ws_reader_next(&r, rules, &pos, end, scratch, &ev);
            if (result == ES_WS_MESSAGE) {
                say(out, "MESSAGE %u flags=%u len=%zu", ev.opcode, ev.flags, ev.len);
                say_bytes(out, "data", rules->ops->bytes(ev.payload), ev.len);
                say(out, "%s\n", payload_len(ev.payload) == ev.len ? "" : " WRONG LENGTH");
                rules->ops->free(ev.payload);
            } else if (result == ES_WS_CONTROL) {
                say(out, "CONTROL %u flags=%u len=%zu", ev.opcode, ev.flags, ev.len);
                say_bytes(out, "data", ev.data, ev.len);
                say(out, "\n");
            } else if (result < 0) {
                say(out, "%d %s", result, ev.error);
                if (es_ws_reader_next(&r, rules, &pos, end, scratch, &ev) != result) {
                    say(out, " ANOTHER RESULT AFTER A FAILURE");
                }
                if (payload_counts.live > 0) {
                    say(out, " MEMORY HELD AFTER A FAILURE");
                }
            } else if (pos != end) {
                say(out, " STOPPED EARLY");
            }
        } while (result > 0);
        free(piece);
        at += piece_len;
    }
    es_ws_reader_destroy(&r, rules);
}
