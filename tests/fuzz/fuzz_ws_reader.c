#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/trace.h"
#include "support/utf8_reference.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/*
 * The first byte chooses the split and the rules; the rest is what a client sent. Any split gives the same events, and
 * they are those of a reader that sees everything at once and keeps it.
 */

static void require(bool condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "fuzz_ws_reader: %s\n", what);
        abort();
    }
}

typedef struct slow {
    const uint8_t *bytes;
    size_t len, at;
    uint8_t *message; /* what there is of it */
    size_t message_len;
    uint32_t fragments;
    uint8_t opcode; /* of the message; 0: none has begun */
    /* The event that was found. */
    uint8_t control[ES_WS_MAX_CONTROL];
    uint8_t event_opcode;
    size_t event_len;
    bool masked, event_masked; /* the message's first frame; the event */
} slow_t;

/* Checks the header here (RFC 6455 section 5.2). @return 0; -1: it is not all there; or the negated code */
static int slow_header(const slow_t *s, const es_ws_rules_t *rules, size_t *head, uint64_t *len)
{
    const uint8_t *p = s->bytes + s->at;
    size_t have = s->len - s->at, extended = 0;
    uint8_t opcode = have > 0 ? p[0] & 0x0f : 0;
    bool control = opcode >= 8;

    if (have == 0) {
        return -1;
    }
    if ((p[0] & 0x70) != 0 || (opcode > 2 && opcode < 8) || opcode > 10 || (control && p[0] < 0x80) ||
        (!control && (opcode == 0) == (s->opcode == 0))) {
        return -1002;
    }
    if (!control && s->fragments == rules->max_fragments) {
        return -1009;
    }
    if (have < 2) {
        return -1;
    }
    if ((rules->require_mask && p[1] < 0x80) || (control && (p[1] & 0x7f) > 125)) {
        return -1002;
    }
    *len = p[1] & 0x7f;
    if (*len >= 126) {
        extended = *len == 126 ? 2 : 8;
        if (extended == 8 && have > 2 && p[2] >= 0x80) {
            return -1002;
        }
        if (have < 2 + extended) {
            return -1;
        }
        *len = 0;
        for (size_t i = 0; i < extended; i++) {
            *len = *len * 256 + p[2 + i];
        }
        if (*len < (extended == 2 ? 126 : 65536)) {
            return -1002;
        }
    }
    if (!control && *len > rules->max_message - s->message_len) {
        return -1009;
    }
    *head = 2 + extended + (p[1] >= 0x80 ? 4 : 0);
    return have < *head ? -1 : 0;
}

/* @return an event, ES_WS_MORE, or the negated code of a fault */
static int slow_next(slow_t *s, const es_ws_rules_t *rules)
{
    size_t head, there;
    uint64_t len;
    int status;

    while ((status = slow_header(s, rules, &head, &len)) == 0) {
        const uint8_t *p = s->bytes + s->at, *payload = p + head, *key = payload - 4;
        bool masked = p[1] >= 0x80, control = (p[0] & 0x08) != 0, complete = true;
        uint8_t *to = control ? s->control : s->message + s->message_len;

        there = s->len - s->at - head;
        there = there < len ? there : (size_t)len;
        for (size_t i = 0; i < there; i++) {
            to[i] = masked ? payload[i] ^ key[i % 4] : payload[i];
        }
        s->at += head + there;
        if (control) {
            s->event_opcode = p[0] & 0x0f;
            s->event_len = there;
            s->event_masked = masked;
            return there < len ? ES_WS_MORE : ES_WS_CONTROL;
        }
        if (s->opcode == 0) {
            s->opcode = p[0] & 0x0f;
            s->masked = masked;
        }
        s->fragments++;
        s->message_len += there;
        if (s->opcode == ES_WS_TEXT && utf8_reference(s->message, s->message_len, &complete) < s->message_len) {
            return -1007;
        }
        if (there < len) {
            return ES_WS_MORE;
        }
        if (p[0] >= 0x80) {
            s->event_opcode = s->opcode;
            s->event_masked = s->masked;
            s->event_len = s->message_len;
            s->opcode = 0;
            s->fragments = 0;
            s->message_len = 0;
            return complete ? ES_WS_MESSAGE : -1007;
        }
    }
    return status == -1 ? ES_WS_MORE : status;
}

static void same_as_slowly(const uint8_t *bytes, size_t len, const es_ws_rules_t *rules)
{
    slow_t slow = {.bytes = bytes, .len = len, .message = malloc(len + 1)};
    const uint8_t *pos = bytes, *end = bytes + len;
    es_ws_reader_t r = {0};
    int result;

    require(slow.message != NULL, "no memory");
    do {
        uint8_t scratch[ES_WS_MAX_CONTROL];
        es_ws_event_t ev;
        int expected = slow_next(&slow, rules);

        result = es_ws_reader_next(&r, rules, &pos, end, scratch, &ev);
        require(result == expected, "another event, or another code");
        if (result == ES_WS_MESSAGE || result == ES_WS_CONTROL) {
            const uint8_t *got = result == ES_WS_CONTROL ? ev.data : rules->ops->bytes(ev.payload);

            require(ev.opcode == slow.event_opcode && ev.len == slow.event_len, "another frame");
            require(ev.flags == (ES_WS_FLAG_FIN | (slow.event_masked ? ES_WS_FLAG_MASK : 0)), "other flags");
            require(ev.len == 0 || memcmp(got, result == ES_WS_CONTROL ? slow.control : slow.message, ev.len) == 0,
                    "another payload");
        }
        if (result == ES_WS_MESSAGE) {
            rules->ops->free(ev.payload);
        }
    } while (result > 0);
    es_ws_reader_destroy(&r, rules);
    free(slow.message);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    es_buffer_t whole = {0}, bytewise = {0}, pieces = {0};
    es_ws_rules_t rules = {.ops = &payload_ops, .max_fragments = 8};

    if (size < 2) {
        return 0;
    }
    rules.require_mask = (data[0] & 1) != 0;
    rules.max_message = (data[0] & 2) != 0 ? 200 : 1 << 20;
    same_as_slowly(data + 1, size - 1, &rules);
    trace_ws(&whole, data + 1, size - 1, &rules, (split_t){0});
    trace_ws(&bytewise, data + 1, size - 1, &rules, (split_t){.step = 1});
    trace_ws(&pieces, data + 1, size - 1, &rules, (split_t){.seed = 1u + data[0]});
    require(whole.len == bytewise.len && whole.len == pieces.len &&
                (whole.len == 0 || (memcmp(whole.data, bytewise.data, whole.len) == 0 &&
                                    memcmp(whole.data, pieces.data, whole.len) == 0)),
            "another split gave other events");
    require(payload_counts.live == 0, "a payload is left");
    es_buffer_destroy(&whole);
    es_buffer_destroy(&bytewise);
    es_buffer_destroy(&pieces);
    return 0;
}
