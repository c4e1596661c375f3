#include "unit.h"

#include "base/mask.h"
#include "proto/ws_reader.h"

#define KIB 1024

/* A port that takes unmasked frames, so that rows can be read; masks have rows of their own. */
static const es_ws_rules_t relaxed = {.ops = &payload_ops, .max_message = 1 << 20, .max_fragments = 4};
static const es_ws_rules_t strict = {
    .ops = &payload_ops, .max_message = 1 << 20, .max_fragments = 4, .require_mask = true};
static const es_ws_rules_t small = {.ops = &payload_ops, .max_message = 10, .max_fragments = 4};
static const es_ws_rules_t medium = {.ops = &payload_ops, .max_message = 300, .max_fragments = 4};
static const es_ws_rules_t large = {.ops = &payload_ops, .max_message = UINT64_MAX, .max_fragments = UINT32_MAX};

typedef struct row {
    const char *name;
    const es_ws_rules_t *rules;
    const char *bytes;
    size_t len;
    const char *trace;
} row_t;

#define KEY "\x37\xfa\x21\x3d"
#define PING_125                                                                                                       \
    "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"             \
    "0123456789012345678901234"

static const row_t rows[] = {
    {"RFC: unmasked text", &relaxed, BYTES("\x81\x05Hello"), "MESSAGE 1 flags=1 len=5 data=Hello\n"},
    {"RFC: masked text", &strict, BYTES("\x81\x85" KEY "\x7f\x9f\x4d\x51\x58"),
     "MESSAGE 1 flags=33 len=5 data=Hello\n"},
    {"RFC: fragmented text", &relaxed, BYTES("\x01\x03Hel\x80\x02lo"), "MESSAGE 1 flags=1 len=5 data=Hello\n"},
    {"masked frames are fine where they are not needed", &relaxed, BYTES("\x81\x85" KEY "\x7f\x9f\x4d\x51\x58"),
     "MESSAGE 1 flags=33 len=5 data=Hello\n"},
    {"binary may hold anything", &relaxed, BYTES("\x82\x03\xff\x00\x80"),
     "MESSAGE 2 flags=1 len=3 data=\\ff\\00\\80\n"},
    {"empty messages", &relaxed, BYTES("\x81\x00\x82\x00"),
     "MESSAGE 1 flags=1 len=0 data=\nMESSAGE 2 flags=1 len=0 data=\n"},
    {"empty masked message", &strict, BYTES("\x81\x80" KEY), "MESSAGE 1 flags=33 len=0 data=\n"},
    {"empty fragments", &relaxed, BYTES("\x02\x00\x00\x00\x80\x00"), "MESSAGE 2 flags=1 len=0 data=\n"},
    {"empty fragments around bytes", &relaxed, BYTES("\x02\x00\x00\x01x\x80\x00"), "MESSAGE 2 flags=1 len=1 data=x\n"},
    {"several messages", &relaxed,
     BYTES("\x81\x01"
           "a\x82\x01"
           "b\x81\x01"
           "c"),
     "MESSAGE 1 flags=1 len=1 data=a\nMESSAGE 2 flags=1 len=1 data=b\nMESSAGE 1 flags=1 len=1 data=c\n"},
    {"fragments masked with different keys", &strict,
     BYTES("\x01\x83" KEY "\x7f\x9f\x4d\x80\x82"
           "\1\2\3\4"
           "mm"),
     "MESSAGE 1 flags=33 len=5 data=Hello\n"},
    {"mask bit of the first frame counts", &relaxed,
     BYTES("\x01\x03Hel\x80\x82"
           "\1\2\3\4"
           "mm"),
     "MESSAGE 1 flags=1 len=5 data=Hello\n"},
    {"nothing of an incomplete message", &relaxed, BYTES("\x81\x05Hell"), ""},
    {"nothing of an incomplete header", &relaxed, BYTES("\x81\x7e\x01"), ""},

    {"ping", &relaxed, BYTES("\x89\x04ping"), "CONTROL 9 flags=1 len=4 data=ping\n"},
    {"masked pong", &strict, BYTES("\x8a\x85" KEY "\x7f\x9f\x4d\x51\x58"), "CONTROL 10 flags=33 len=5 data=Hello\n"},
    {"empty close", &relaxed, BYTES("\x88\x00"), "CONTROL 8 flags=1 len=0 data=\n"},
    {"close", &relaxed,
     BYTES("\x88\x05\x03\xe8"
           "bye"),
     "CONTROL 8 flags=1 len=5 data=\\03\\e8bye\n"},
    {"close payload is not judged", &relaxed, BYTES("\x88\x01\xff"), "CONTROL 8 flags=1 len=1 data=\\ff\n"},
    {"longest ping", &relaxed, BYTES("\x89\x7d" PING_125), "CONTROL 9 flags=1 len=125 data=" PING_125 "\n"},
    {"control frames inside a message", &relaxed, BYTES("\x01\x02He\x89\x01p\x00\x01l\x8a\x00\x80\x02lo"),
     "CONTROL 9 flags=1 len=1 data=p\nCONTROL 10 flags=1 len=0 data=\nMESSAGE 1 flags=1 len=5 data=Hello\n"},
    {"control frame inside a character", &relaxed, BYTES("\x01\x01\xc3\x89\x01\xff\x80\x01\xa9"),
     "CONTROL 9 flags=1 len=1 data=\\ff\nMESSAGE 1 flags=1 len=2 data=\\c3\\a9\n"},
    {"control frame in front of a fault", &relaxed, BYTES("\x89\x00\x83\x00"),
     "CONTROL 9 flags=1 len=0 data=\n-1002 reserved opcode"},

    {"reserved bit 1", &relaxed, BYTES("\xc1"), "-1002 reserved bits are set"},
    {"reserved bit 2", &relaxed, BYTES("\xa1"), "-1002 reserved bits are set"},
    {"reserved bit 3", &relaxed, BYTES("\x91"), "-1002 reserved bits are set"},
    {"reserved bit of a control frame", &relaxed, BYTES("\xc9"), "-1002 reserved bits are set"},
    {"reserved bit of a continuation", &relaxed, BYTES("\x01\x00\x40"), "-1002 reserved bits are set"},
    {"opcode 3", &relaxed, BYTES("\x83"), "-1002 reserved opcode"},
    {"opcode 4", &relaxed, BYTES("\x84"), "-1002 reserved opcode"},
    {"opcode 5", &relaxed, BYTES("\x85"), "-1002 reserved opcode"},
    {"opcode 6", &relaxed, BYTES("\x86"), "-1002 reserved opcode"},
    {"opcode 7", &relaxed, BYTES("\x87"), "-1002 reserved opcode"},
    {"opcode 11", &relaxed, BYTES("\x8b"), "-1002 reserved opcode"},
    {"opcode 12", &relaxed, BYTES("\x8c"), "-1002 reserved opcode"},
    {"opcode 13", &relaxed, BYTES("\x8d"), "-1002 reserved opcode"},
    {"opcode 14", &relaxed, BYTES("\x8e"), "-1002 reserved opcode"},
    {"opcode 15", &relaxed, BYTES("\x8f"), "-1002 reserved opcode"},
    {"fragmented ping", &relaxed, BYTES("\x09"), "-1002 fragmented control frame"},
    {"fragmented close", &relaxed, BYTES("\x08"), "-1002 fragmented control frame"},
    {"control frame of 126 bytes", &relaxed, BYTES("\x89\x7e"), "-1002 control frame is too long"},
    {"control frame with a 64-bit length", &relaxed, BYTES("\x88\x7f"), "-1002 control frame is too long"},
    {"continuation at the start", &relaxed, BYTES("\x80"), "-1002 continuation without a message"},
    {"continuation behind a message", &relaxed,
     BYTES("\x81\x01"
           "a\x00"),
     "MESSAGE 1 flags=1 len=1 data=a\n-1002 continuation without a message"},
    {"text inside a message", &relaxed,
     BYTES("\x01\x01"
           "a\x81"),
     "-1002 new message inside a message"},
    {"binary inside a message", &relaxed,
     BYTES("\x01\x01"
           "a\x02"),
     "-1002 new message inside a message"},
    {"unmasked text", &strict, BYTES("\x81\x05"), "-1002 frame is not masked"},
    {"unmasked close", &strict, BYTES("\x88\x00"), "-1002 frame is not masked"},
    {"unmasked continuation", &strict, BYTES("\x01\x80" KEY "\x80\x00"), "-1002 frame is not masked"},

    {"16-bit length of 125", &relaxed, BYTES("\x82\x7e\x00\x7d"), "-1002 length is not in its shortest form"},
    {"16-bit length of 0, masked", &strict, BYTES("\x82\xfe\x00\x00"), "-1002 length is not in its shortest form"},
    {"16-bit length, first byte", &relaxed, BYTES("\x82\x7e\x00"), ""},
    {"64-bit length of 65535", &relaxed, BYTES("\x82\x7f\0\0\0\0\0\0\xff\xff"),
     "-1002 length is not in its shortest form"},
    {"64-bit length of 0", &relaxed, BYTES("\x82\x7f\0\0\0\0\0\0\0\0"), "-1002 length is not in its shortest form"},
    {"64-bit length with the top bit", &relaxed, BYTES("\x82\x7f\x80"), "-1002 length has its top bit set"},
    {"64-bit length with every bit", &large, BYTES("\x82\x7f\xff"), "-1002 length has its top bit set"},

    {"message of the limit", &small,
     BYTES("\x82\x0a"
           "0123456789"),
     "MESSAGE 2 flags=1 len=10 data=0123456789\n"},
    {"message over the limit", &small, BYTES("\x82\x0b"), "-1009 message is too big"},
    {"message over the limit, 16 bits", &small, BYTES("\x82\x7e\x00\x7e"), "-1009 message is too big"},
    {"message over the limit, 64 bits", &small, BYTES("\x82\x7f\0\0\0\0\0\x01\0\0"), "-1009 message is too big"},
    {"message far over the limit", &relaxed, BYTES("\x82\x7f\x7f\xff\xff\xff\xff\xff\xff\xff"),
     "-1009 message is too big"},
    {"bad form of a length that is too big", &small, BYTES("\x82\x7e\x00\x0b"),
     "-1002 length is not in its shortest form"},
    {"fragments of the limit", &small,
     BYTES("\x02\x06"
           "012345\x80\x04"
           "6789"),
     "MESSAGE 2 flags=1 len=10 data=0123456789\n"},
    {"fragments over the limit", &small,
     BYTES("\x02\x06"
           "012345\x80\x05"),
     "-1009 message is too big"},
    {"the limit starts anew with every message", &small,
     BYTES("\x82\x08"
           "01234567\x82\x08"
           "01234567"),
     "MESSAGE 2 flags=1 len=8 data=01234567\nMESSAGE 2 flags=1 len=8 data=01234567\n"},
    {"control frames do not count", &small,
     BYTES("\x02\x08"
           "01234567\x89\x0b"
           "ping-ping-p\x80\x02"
           "89"),
     "CONTROL 9 flags=1 len=11 data=ping-ping-p\nMESSAGE 2 flags=1 len=10 data=0123456789\n"},
    {"fragments of the limit of their number", &relaxed,
     BYTES("\x02\x01"
           "a\x00\x01"
           "b\x89\x00\x00\x01"
           "c\x80\x01"
           "d"),
     "CONTROL 9 flags=1 len=0 data=\nMESSAGE 2 flags=1 len=4 data=abcd\n"},
    {"too many fragments", &relaxed,
     BYTES("\x02\x01"
           "a\x00\x01"
           "b\x00\x01"
           "c\x00\x01"
           "d\x80"),
     "-1009 too many fragments"},
    {"too many empty fragments", &relaxed, BYTES("\x01\x00\x00\x00\x00\x00\x00\x00\x00"), "-1009 too many fragments"},

    {"text with characters of all sizes", &relaxed,
     BYTES("\x81\x0a"
           "a\xc3\xa9\xe4\xbd\xa0\xf0\x9f\x98\x80"),
     "MESSAGE 1 flags=1 len=10 data=a\\c3\\a9\\e4\\bd\\a0\\f0\\9f\\98\\80\n"},
    {"character in two fragments", &relaxed,
     BYTES("\x01\x02"
           "a\xe4\x00\x01\xbd\x80\x02\xa0"
           "b"),
     "MESSAGE 1 flags=1 len=5 data=a\\e4\\bd\\a0b\n"},
    {"fault long before the frame's end", &relaxed,
     BYTES("\x81\x7e\x10\x00"
           "ab\xff"),
     "-1007 text is not UTF-8"},
    {"surrogate at its second byte", &relaxed, BYTES("\x81\x40\xed\xa0"), "-1007 text is not UTF-8"},
    {"overlong at its second byte", &relaxed, BYTES("\x81\x40\xe0\x80"), "-1007 text is not UTF-8"},
    {"fault in the second fragment", &relaxed,
     BYTES("\x01\x01\xc3\x80\x05"
           "a"),
     "-1007 text is not UTF-8"},
    {"fault in a masked text", &strict, BYTES("\x81\x85" KEY "\xc8"), "-1007 text is not UTF-8"},
    {"text ends inside a character", &relaxed,
     BYTES("\x81\x03"
           "a\xe4\xbd"),
     "-1007 text ends inside a character"},
    {"text ends inside a character, empty last fragment", &relaxed, BYTES("\x01\x01\xc3\x80\x00"),
     "-1007 text ends inside a character"},
    {"binary behind a text that was fine", &relaxed, BYTES("\x81\x02\xc3\xa9\x82\x01\xff"),
     "MESSAGE 1 flags=1 len=2 data=\\c3\\a9\nMESSAGE 2 flags=1 len=1 data=\\ff\n"},
};

static void check_split(const char *bytes, size_t len, const es_ws_rules_t *rules, split_t split, const char *expected)
{
    es_buffer_t out = {0};

    trace_ws(&out, (const uint8_t *)bytes, len, rules, split);
    assert_string_equal(text_of(&out), expected);
    assert_int_equal(payload_counts.live, 0);
    es_buffer_destroy(&out);
}

static void row_gives_its_events(void **state)
{
    const row_t *row = *state;

    check_split(row->bytes, row->len, row->rules, (split_t){0}, row->trace);
    for (size_t step = 1; step <= row->len; step++) {
        check_split(row->bytes, row->len, row->rules, (split_t){.step = step}, row->trace);
    }
    for (uint32_t seed = 1; seed <= SPLITS; seed++) {
        check_split(row->bytes, row->len, row->rules, (split_t){.seed = seed}, row->trace);
    }
}

/* One reader that is fed by hand. */
static es_ws_reader_t reader;
static uint8_t scratch[ES_WS_MAX_CONTROL];
static es_ws_event_t event;

static int fresh(void **state)
{
    (void)state;
    es_ws_reader_destroy(&reader, &large);
    memset(&payload_counts, 0, sizeof(payload_counts));
    payload_refuse_over = 0;
    return 0;
}

static int all_released(void **state)
{
    (void)state;
    es_ws_reader_destroy(&reader, &large);
    return payload_counts.live == 0 ? 0 : -1;
}

static int feed(const es_ws_rules_t *rules, const void *bytes, size_t len)
{
    const uint8_t *pos = bytes, *end = pos + len;
    int result = es_ws_reader_next(&reader, rules, &pos, end, scratch, &event);

    if (result >= 0) {
        assert_ptr_equal(pos, end);
    }
    return result;
}

/* The header of a binary frame without a mask. */
static int feed_header(const es_ws_rules_t *rules, uint8_t opcode, bool fin, uint64_t len)
{
    uint8_t header[ES_WS_MAX_HEADER];

    return feed(rules, header, es_ws_header_write(header, opcode, fin ? ES_WS_FLAG_FIN : 0, len, NULL));
}

static uint8_t many[3 * KIB * KIB];

static void whole_message_is_allocated_once(void **state)
{
    static uint8_t frame[ES_WS_MAX_HEADER + 1000000];
    size_t header = es_ws_header_write(frame, ES_WS_BINARY, ES_WS_FLAG_FIN, 1000000, NULL);

    (void)state;
    assert_int_equal(feed(&large, frame, header + 1000000), ES_WS_MESSAGE);
    assert_int_equal(payload_counts.allocs, 1);
    assert_int_equal(payload_counts.grows, 0);
    assert_int_equal(payload_counts.first, 1000000);
    assert_int_equal(event.len, 1000000);
    payload_ops.free(event.payload);
}

static void header_that_came_alone_makes_no_difference(void **state)
{
    (void)state;
    assert_int_equal(feed_header(&large, ES_WS_BINARY, true, 1000000), ES_WS_MORE);
    assert_int_equal(payload_counts.allocs, 0);
    assert_int_equal(feed(&large, many, 1000000), ES_WS_MESSAGE);
    assert_int_equal(payload_counts.allocs, 1);
    assert_int_equal(payload_counts.grows, 0);
    assert_int_equal(payload_counts.first, 1000000);
    payload_ops.free(event.payload);
}

static void small_incomplete_frame_is_allocated_once(void **state)
{
    (void)state;
    assert_int_equal(feed_header(&large, ES_WS_BINARY, true, 4000), ES_WS_MORE);
    assert_int_equal(feed(&large, many, 1), ES_WS_MORE);
    assert_int_equal(feed(&large, many, 3999), ES_WS_MESSAGE);
    assert_int_equal(payload_counts.allocs, 1);
    assert_int_equal(payload_counts.grows, 0);
    assert_int_equal(payload_counts.first, 4000);
    payload_ops.free(event.payload);
}

static void claimed_length_costs_little(void **state)
{
    (void)state;
    assert_int_equal(feed_header(&large, ES_WS_BINARY, true, UINT64_C(1) << 62), ES_WS_MORE);
    assert_int_equal(payload_counts.allocs, 0);
    assert_int_equal(feed(&large, many, 1), ES_WS_MORE);
    assert_int_equal(payload_counts.first, 4 * KIB + 4);
    assert_int_equal(feed(&large, many, 4 * KIB + 3), ES_WS_MORE);
    assert_int_equal(payload_counts.grows, 0);
    assert_int_equal(feed(&large, many, 1), ES_WS_MORE);
    assert_int_equal(payload_counts.grows, 1);
    assert_int_equal(payload_counts.last, 4 * KIB + 4 * (4 * KIB + 5));
    assert_int_equal(feed(&large, many, 100 * KIB), ES_WS_MORE);
    assert_int_equal(payload_counts.last, 256 * KIB);
}

static void claim_of_a_continuation_costs_little(void **state)
{
    (void)state;
    assert_int_equal(feed(&large, BYTES("\x02\x03"
                                        "abc")),
                     ES_WS_MORE);
    assert_int_equal(payload_counts.first, 3);
    assert_int_equal(feed_header(&large, ES_WS_CONTINUATION, true, UINT64_C(1) << 62), ES_WS_MORE);
    assert_int_equal(feed(&large, many, 1), ES_WS_MORE);
    assert_int_equal(payload_counts.peak, 4 * KIB + 4 * 4);
}

static void long_frame_grows_by_four(void **state)
{
    static const size_t expected[] = {8 * KIB, 40 * KIB, 168 * KIB, 672 * KIB, 2688 * KIB, 3 * KIB * KIB};
    size_t steps = 0, room = 0;

    (void)state;
    assert_int_equal(feed_header(&large, ES_WS_BINARY, true, sizeof(many)), ES_WS_MORE);
    for (size_t at = 0; at < sizeof(many); at += KIB) {
        assert_int_equal(feed(&large, many, KIB), at + KIB < sizeof(many) ? ES_WS_MORE : ES_WS_MESSAGE);
        if (payload_counts.last != room) {
            room = payload_counts.last;
            assert_true(steps < COUNT(expected));
            assert_int_equal(room, expected[steps++]);
        }
    }
    assert_int_equal(payload_counts.allocs, 1);
    assert_int_equal(payload_counts.grows, COUNT(expected) - 1);
    payload_ops.free(event.payload);
}

static void first_piece_over_the_first_room(void **state)
{
    (void)state;
    assert_int_equal(feed_header(&large, ES_WS_BINARY, true, sizeof(many)), ES_WS_MORE);
    assert_int_equal(feed(&large, many, 300 * KIB), ES_WS_MORE);
    assert_int_equal(payload_counts.first, 300 * KIB);
}

static void fragments_grow_geometrically(void **state)
{
    (void)state;
    assert_int_equal(feed(&large, BYTES("\x02\x01"
                                        "a")),
                     ES_WS_MORE);
    for (unsigned i = 0; i < 99998; i++) {
        assert_int_equal(feed(&large, BYTES("\x00\x01"
                                            "a")),
                         ES_WS_MORE);
    }
    assert_int_equal(feed(&large, BYTES("\x80\x01"
                                        "z")),
                     ES_WS_MESSAGE);
    assert_int_equal(event.len, 100000);
    assert_int_equal(payload_counts.allocs, 1);
    assert_true(payload_counts.grows <= 18);
    assert_true(payload_counts.peak <= 200000);
    assert_int_equal(payload_ops.bytes(event.payload)[99999], 'z');
    payload_ops.free(event.payload);
}

static void room_stays_within_the_limit(void **state)
{
    (void)state;
    assert_int_equal(feed_header(&medium, ES_WS_BINARY, false, 200), ES_WS_MORE);
    assert_int_equal(feed(&medium, many, 200), ES_WS_MORE);
    assert_int_equal(feed(&medium, BYTES("\x00\x01"
                                         "a")),
                     ES_WS_MORE);
    assert_int_equal(payload_counts.peak, 300);
}

static void message_over_the_limit_takes_no_memory(void **state)
{
    (void)state;
    assert_int_equal(feed_header(&medium, ES_WS_BINARY, true, 301), -1009);
    assert_int_equal(payload_counts.allocs, 0);
}

static void refused_memory_ends_with_1009(void **state)
{
    (void)state;
    payload_refuse_over = 4;
    assert_int_equal(feed(&large, BYTES("\x82\x05"
                                        "abcde")),
                     -1009);
    assert_string_equal(event.error, "no memory for the message");
    fresh(state);
    payload_refuse_over = 4;
    assert_int_equal(feed(&large, BYTES("\x02\x04"
                                        "abcd\x80\x01"
                                        "e")),
                     -1009);
    assert_int_equal(payload_counts.grows, 1);
    assert_int_equal(payload_counts.live, 0);
}

static void failed_reader_stays_failed(void **state)
{
    const uint8_t frame[] = {0x81, 0x00}, *pos = frame;

    (void)state;
    assert_int_equal(feed(&large, BYTES("\x01\x01"
                                        "a\x80\x02"
                                        "b\xff")),
                     -1007);
    assert_int_equal(payload_counts.live, 0);
    assert_int_equal(es_ws_reader_next(&reader, &large, &pos, frame + 2, scratch, &event), -1007);
    assert_non_null(event.error);
    assert_ptr_equal(pos, frame);
    /* Destroyed, it is as new. */
    es_ws_reader_destroy(&reader, &large);
    assert_int_equal(feed(&large, frame, 2), ES_WS_MESSAGE);
    payload_ops.free(event.payload);
}

/* Begins a message of 8,000 bytes. @return what the reader says */
static int begin_long(es_ws_reader_t *r, const es_ws_rules_t *rules)
{
    const uint8_t bytes[] = {0x82, 126, 0x1f, 0x40, 'x'}, *pos = bytes;

    return es_ws_reader_next(r, rules, &pos, bytes + sizeof(bytes), scratch, &event);
}

static void unfinished_messages_share_a_limit(void **state)
{
    es_quota_t all = {.max = 9000}, elsewhere = {.max = 1};
    es_ws_rules_t rules = large, others = large;
    es_ws_reader_t second = {0}, third = {0};
    uint8_t rest[7999] = {0};
    size_t each;

    (void)state;
    rules.unfinished = &all;
    others.unfinished = &elsewhere;
    assert_int_equal(begin_long(&reader, &rules), ES_WS_MORE);
    each = all.used;
    assert_in_range(each, 1, 4500); /* for one byte */
    assert_int_equal(begin_long(&second, &rules), ES_WS_MORE);
    assert_int_equal(all.used, 2 * each);
    assert_int_equal(begin_long(&third, &rules), -1009);
    assert_int_equal(event.limit, ES_LIMIT_MEMORY);
    assert_string_equal(event.error, "no memory for the message");
    assert_int_equal(all.used, 2 * each);
    es_ws_reader_destroy(&third, &rules);
    /* What is all there is not held. */
    assert_int_equal(feed(&rules, rest, sizeof(rest)), ES_WS_MESSAGE);
    payload_ops.free(event.payload);
    assert_int_equal(all.used, each);
    /* One that comes from another process counts here, even where there is no room for it. */
    es_ws_reader_count_in(&second, &others);
    assert_int_equal(elsewhere.used, each);
    assert_int_equal(begin_long(&third, &others), -1009);
    es_ws_reader_destroy(&third, &others);
    es_ws_reader_destroy(&second, &rules);
    assert_int_equal(all.used, 0);
}

static void control_frame_in_pieces_keeps_the_message(void **state)
{
    (void)state;
    assert_int_equal(feed(&large, BYTES("\x01\x02"
                                        "ab\x89\x04"
                                        "pi")),
                     ES_WS_MORE);
    assert_int_equal(feed(&large, BYTES("n")), ES_WS_MORE);
    assert_int_equal(feed(&large, BYTES("g")), ES_WS_CONTROL);
    assert_int_equal(event.len, 4);
    assert_memory_equal(event.data, "ping", 4);
    assert_null(event.payload);
    assert_int_equal(feed(&large, BYTES("\x80\x01"
                                        "c")),
                     ES_WS_MESSAGE);
    assert_memory_equal(payload_ops.bytes(event.payload), "abc", 3);
    payload_ops.free(event.payload);
    /* Left in the middle of both: everything is released. */
    assert_int_equal(feed(&large, BYTES("\x01\x02"
                                        "ab\x89\x04"
                                        "pi")),
                     ES_WS_MORE);
}

static void nothing_is_held_between_messages(void **state)
{
    static const es_ws_reader_t zero;

    (void)state;
    assert_int_equal(feed(&large, "", 0), ES_WS_MORE);
    assert_memory_equal(&reader, &zero, sizeof(zero));
    assert_int_equal(feed(&large, BYTES("\x81\x03"
                                        "abc")),
                     ES_WS_MESSAGE);
    payload_ops.free(event.payload);
    assert_null(reader.message);
    assert_null(reader.control);
    assert_true(sizeof(reader) <= 112);
}

/* A long conversation with masks, fragments, control frames and all lengths, in many splits. */
static void long_conversation_in_any_split(void **state)
{
    static const size_t lengths[] = {0, 1, 7, 125, 126, 127, 1000, 65535, 65536, 70001};
    es_buffer_t in = {0}, whole = {0};
    uint8_t key[4] = {9, 0x80, 0x55, 0xfe};

    (void)state;
    for (size_t i = 0; i < 60; i++) {
        size_t len = lengths[i * 7 % COUNT(lengths)];
        bool first = i % 3 == 0, last = i % 3 == 2, text = i % 2 == 0;
        uint8_t *to;

        /* Every message has three frames, with a ping in front of the second. */
        if (i % 3 == 1) {
            to = (uint8_t *)es_buffer_reserve(&in, ES_WS_MAX_HEADER);
            in.len += es_ws_header_write(to, ES_WS_PING, ES_WS_FLAG_FIN, 4, key);
            es_mask_copy((uint8_t *)es_buffer_reserve(&in, 4), (const uint8_t *)"ping", 4, key, 0);
            in.len += 4;
        }
        to = (uint8_t *)es_buffer_reserve(&in, ES_WS_MAX_HEADER + len);
        to += es_ws_header_write(to, first ? (text ? ES_WS_TEXT : ES_WS_BINARY) : ES_WS_CONTINUATION,
                                 last ? ES_WS_FLAG_FIN : 0, len, key);
        for (size_t j = 0; j < len; j++) {
            to[j] = (uint8_t)((' ' + (i + j) % 90) ^ key[j % 4]);
        }
        in.len = (size_t)((char *)to - in.data) + len;
        key[i % 4] = (uint8_t)(key[i % 4] * 5 + 3);
    }
    trace_ws(&whole, (const uint8_t *)in.data, in.len, &strict, (split_t){0});
    assert_non_null(strstr(text_of(&whole), "MESSAGE"));
    assert_null(strstr(text_of(&whole), "-10"));
    check_split(in.data, in.len, &strict, (split_t){.step = 1}, text_of(&whole));
    check_split(in.data, in.len, &strict, (split_t){.step = 4096}, text_of(&whole));
    for (uint32_t seed = 1; seed <= 5; seed++) {
        check_split(in.data, in.len, &strict, (split_t){.seed = seed}, text_of(&whole));
    }
    es_buffer_destroy(&in);
    es_buffer_destroy(&whole);
}

#define BY_HAND(test) cmocka_unit_test_setup_teardown(test, fresh, all_released)

int main(void)
{
    const struct CMUnitTest by_hand[] = {
        BY_HAND(whole_message_is_allocated_once),
        BY_HAND(header_that_came_alone_makes_no_difference),
        BY_HAND(small_incomplete_frame_is_allocated_once),
        BY_HAND(claimed_length_costs_little),
        BY_HAND(claim_of_a_continuation_costs_little),
        BY_HAND(long_frame_grows_by_four),
        BY_HAND(first_piece_over_the_first_room),
        BY_HAND(fragments_grow_geometrically),
        BY_HAND(room_stays_within_the_limit),
        BY_HAND(message_over_the_limit_takes_no_memory),
        BY_HAND(refused_memory_ends_with_1009),
        BY_HAND(unfinished_messages_share_a_limit),
        BY_HAND(failed_reader_stays_failed),
        BY_HAND(control_frame_in_pieces_keeps_the_message),
        BY_HAND(nothing_is_held_between_messages),
        BY_HAND(long_conversation_in_any_split),
    };
    struct CMUnitTest tests[COUNT(rows)];
    int failed = cmocka_run_group_tests_name("ws_reader", by_hand, NULL, NULL);

    for (size_t i = 0; i < COUNT(rows); i++) {
        tests[i] = (struct CMUnitTest){rows[i].name, row_gives_its_events, NULL, NULL, (void *)&rows[i]};
    }
    return failed + cmocka_run_group_tests_name("ws_reader rows", tests, NULL, NULL);
}
