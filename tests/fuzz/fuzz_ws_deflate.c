#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "proto/ws_extension.h"
#include "support/trace.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/*
 * The first byte chooses split and rules, the second the length of an offer of extensions, which follows. The rest is
 * what a client that got what it offered sent. Then one message of the same bytes is inflated in the simplest way there
 * is, and must come out of the reader like that; and every message that came out goes in again, compressed by us.
 */

static es_ws_pool_t pool;

static void check(bool fine)
{
    if (!fine) {
        abort();
    }
}

static es_ws_agreement_t negotiate(const uint8_t *offer, size_t len, bool takeover)
{
    const es_http_limits_t max = {.head = 65536, .fields = 100};
    es_http_request_t *r = es_http_request_new(&max);
    es_buffer_t text = {0}, answer = {0};
    es_ws_agreement_t agreement = {0};
    const char *reason = NULL;
    size_t taken;

    es_buffer_append_str(&text, "GET / HTTP/1.1\r\nHost: x\r\nSec-WebSocket-Extensions: ");
    es_buffer_append(&text, offer, len);
    es_buffer_append_str(&text, "\r\n\r\n");
    if (es_http_request_feed(r, text.data, text.len, &taken) == ES_HTTP_COMPLETE) {
        int status = es_ws_extension_negotiate(r, takeover, 15, &agreement, &reason);

        check(status == 0 || (status == -400 && reason != NULL && !agreement.accepted));
        es_ws_extension_write(&answer, &agreement);
        check((answer.len > 0) == agreement.accepted);
        check(!agreement.accepted || (agreement.server_bits >= 9 && agreement.server_bits <= 15 &&
                                      agreement.client_bits >= 8 && agreement.client_bits <= 15));
    }
    es_buffer_destroy(&text);
    es_buffer_destroy(&answer);
    es_http_request_free(r);
    return agreement;
}

static void same_events_in_any_split(const uint8_t *bytes, size_t len, const es_ws_rules_t *rules, uint32_t seed,
                                     const es_ws_agreement_t *agreement)
{
    es_buffer_t whole = {0}, bytewise = {0}, pieces = {0};

    trace_ws_deflate(&whole, bytes, len, rules, (split_t){0}, agreement);
    trace_ws_deflate(&bytewise, bytes, len, rules, (split_t){.step = 1}, agreement);
    trace_ws_deflate(&pieces, bytes, len, rules, (split_t){.seed = seed}, agreement);
    check(whole.len == bytewise.len && whole.len == pieces.len);
    check(whole.len == 0 ||
          (memcmp(whole.data, bytewise.data, whole.len) == 0 && memcmp(whole.data, pieces.data, whole.len) == 0));
    check(payload_counts.live == 0);
    es_buffer_destroy(&whole);
    es_buffer_destroy(&bytewise);
    es_buffer_destroy(&pieces);
}

/* What zlib makes of a message without final blocks, in one go. @return its bytes; -1: broken, or over `room` */
static long simple_inflate(const uint8_t *bytes, size_t len, uint8_t *out, size_t room)
{
    uint8_t *in = malloc(len + 4);
    z_stream z = {0};
    long result = -1;
    int status;

    check(in != NULL && inflateInit2(&z, -15) == Z_OK);
    if (len > 0) {
        memcpy(in, bytes, len);
    }
    memcpy(in + len, "\x00\x00\xff\xff", 4);
    z.next_in = in;
    z.avail_in = (unsigned)len + 4;
    z.next_out = out;
    z.avail_out = (unsigned)room;
    status = inflate(&z, Z_SYNC_FLUSH);
    if (status == Z_OK && z.avail_in == 0 && z.avail_out > 0 && (z.data_type & 128) != 0) {
        result = (long)(room - z.avail_out);
    } else if (status == Z_STREAM_END) {
        result = -2; /* a final block: not for the simple way */
    }
    inflateEnd(&z);
    free(in);
    return result;
}

/* One binary message, straight from the reader. */
static void same_as_the_simple_way(const uint8_t *bytes, size_t len)
{
    static uint8_t expected[100001];
    const es_ws_rules_t rules = {.ops = &payload_ops, .pool = &pool, .max_message = 100000, .max_fragments = 8};
    const es_ws_agreement_t agreement = {.accepted = true};
    long simple = simple_inflate(bytes, len, expected, sizeof(expected));
    uint8_t header[ES_WS_MAX_HEADER], scratch[ES_WS_MAX_CONTROL];
    es_ws_reader_t r = {0};
    es_ws_event_t ev;
    const uint8_t *pos = header;
    const uint8_t *end = header + es_ws_header_write(header, ES_WS_BINARY, ES_WS_FLAG_FIN | ES_WS_FLAG_RSV1, len, NULL);

    es_ws_reader_accept_deflate(&r, &agreement);
    if (len > 0 && simple != -2) {
        int result = es_ws_reader_next(&r, &rules, &pos, end, scratch, &ev);

        check(result == ES_WS_MORE);
        pos = bytes;
        result = es_ws_reader_next(&r, &rules, &pos, bytes + len, scratch, &ev);
        check((result == ES_WS_MESSAGE) == (simple >= 0));
        if (result == ES_WS_MESSAGE) {
            check(ev.len == (size_t)simple && memcmp(payload_ops.bytes(ev.payload), expected, ev.len) == 0);
            payload_ops.free(ev.payload);
        }
    }
    es_ws_reader_destroy(&r, &rules);
}

/* The input as a message of our own: with any window and level it comes out as it was. */
static void compressed_and_back(const uint8_t *bytes, size_t len, uint8_t how)
{
    static uint8_t out[1 << 16];
    const es_ws_deflate_options_t options = {(uint8_t)(9 + how % 7), (uint8_t)(1 + how % 9),
                                             (uint8_t)(1 + how / 9 % 9)};
    es_buffer_t packed = {0};

    if (len > 0 && len < sizeof(out)) {
        check(es_ws_deflate(es_ws_pool_deflater(&pool, &options), bytes, len, SIZE_MAX, &packed));
        check(simple_inflate((uint8_t *)packed.data, packed.len, out, sizeof(out)) == (long)len);
        check(memcmp(out, bytes, len) == 0);
    }
    es_buffer_destroy(&packed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    es_ws_rules_t rules = {.ops = &payload_ops, .pool = &pool, .max_fragments = 8};
    es_ws_agreement_t agreement;
    size_t offer;

    if (size < 2) {
        return 0;
    }
    offer = data[1] < size - 2 ? data[1] : size - 2;
    agreement = negotiate(data + 2, offer, (data[0] & 4) != 0);
    rules.require_mask = (data[0] & 1) != 0;
    rules.max_message = (data[0] & 2) != 0 ? 200 : 1 << 20;
    if (!agreement.accepted) {
        agreement.accepted = (data[0] & 8) != 0;
        agreement.client_takeover = (data[0] & 4) != 0;
    }
    same_events_in_any_split(data + 2 + offer, size - 2 - offer, &rules, 1u + data[0], &agreement);
    same_as_the_simple_way(data + 2 + offer, size - 2 - offer);
    compressed_and_back(data + 2 + offer, size - 2 - offer, data[0]);
    check(payload_counts.live == 0);
    es_ws_pool_destroy(&pool);
    return 0;
}
