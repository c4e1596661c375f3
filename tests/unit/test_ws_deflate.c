#include "unit.h"

#include <stdio.h>

#include "base/mask.h"
#include "proto/ws_reader.h"

#define KIB  1024
#define LONG (300 * KIB)

static es_ws_pool_t pool;
static const es_ws_agreement_t plain = {.accepted = true}, takeover = {.accepted = true, .client_takeover = true};
static const es_ws_rules_t relaxed = {.ops = &payload_ops, .pool = &pool, .max_message = 1 << 20, .max_fragments = 8};
static const es_ws_rules_t small = {.ops = &payload_ops, .pool = &pool, .max_message = 10, .max_fragments = 8};
static const es_ws_rules_t strict = {
    .ops = &payload_ops, .pool = &pool, .max_message = 1 << 20, .max_fragments = 8, .require_mask = true};

typedef struct row {
    const char *name;
    const es_ws_rules_t *rules;
    const es_ws_agreement_t *agreement;
    const char *bytes;
    size_t len;
    const char *trace;
} row_t;

#define HELLO       "\xf2\x48\xcd\xc9\xc9\x07\x00" /* RFC 7692 section 7.2.3.1 */
#define IS_HELLO(n) "MESSAGE " #n " flags=7 len=5 data=Hello\n"
#define BROKEN      "-1007 compressed data is broken"
#define RESERVED    "-1002 reserved bits are set"

static const row_t rows[] = {
    {"RFC: one block", &relaxed, &plain, BYTES("\xc1\x07" HELLO), IS_HELLO(1)},
    {"RFC: fragments", &relaxed, &plain, BYTES("\x41\x03\xf2\x48\xcd\x80\x04\xc9\xc9\x07\x00"), IS_HELLO(1)},
    {"RFC: window kept", &relaxed, &takeover, BYTES("\xc1\x07" HELLO "\xc1\x05\xf2\x00\x11\x00\x00"),
     IS_HELLO(1) IS_HELLO(1)},
    {"RFC: stored block", &relaxed, &plain, BYTES("\xc1\x0b\x00\x05\x00\xfa\xffHello\x00"), IS_HELLO(1)},
    {"RFC: final block", &relaxed, &plain, BYTES("\xc1\x08\xf3\x48\xcd\xc9\xc9\x07\x00\x00"), IS_HELLO(1)},
    {"RFC: two blocks", &relaxed, &plain, BYTES("\xc1\x0d\xf2\x48\x05\x00\x00\x00\xff\xff\xca\xc9\xc9\x07\x00"),
     IS_HELLO(1)},
    {"RFC: empty message", &relaxed, &plain, BYTES("\xc1\x01\x00"), "MESSAGE 1 flags=7 len=0 data=\n"},
    {"empty message of a fixed block", &relaxed, &plain, BYTES("\xc1\x02\x02\x00"), "MESSAGE 1 flags=7 len=0 data=\n"},
    {"binary", &relaxed, &plain, BYTES("\xc2\x07" HELLO), IS_HELLO(2)},
    {"masked", &strict, &plain, BYTES("\xc1\x87\1\2\3\4\xf3\x4a\xce\xcd\xc8\x05\x03"),
     "MESSAGE 1 flags=39 len=5 data=Hello\n"},
    {"empty fragments", &relaxed, &plain, BYTES("\x41\x00\x00\x07" HELLO "\x80\x00"), IS_HELLO(1)},
    {"control frames between fragments", &relaxed, &plain,
     BYTES("\x41\x03\xf2\x48\xcd\x89\x01p\x00\x00\x8a\x00\x80\x04\xc9\xc9\x07\x00"),
     "CONTROL 9 flags=1 len=1 data=p\nCONTROL 10 flags=1 len=0 data=\n" IS_HELLO(1)},
    {"compressed and plain by turns", &relaxed, &plain,
     BYTES("\xc1\x07" HELLO "\x81\x01x\xc1\x07" HELLO "\x02\x01y\x80\x01z"),
     IS_HELLO(1) "MESSAGE 1 flags=1 len=1 data=x\n" IS_HELLO(1) "MESSAGE 2 flags=1 len=2 data=yz\n"},
    {"plain between messages that share a window", &relaxed, &takeover,
     BYTES("\xc1\x07" HELLO "\x81\x01x\xc1\x05\xf2\x00\x11\x00\x00"),
     IS_HELLO(1) "MESSAGE 1 flags=1 len=1 data=x\n" IS_HELLO(1)},
    {"many empty blocks", &relaxed, &plain, BYTES("\xc1\x10\0\0\0\xff\xff\0\0\0\xff\xff\0\0\0\xff\xff\0"),
     "MESSAGE 1 flags=7 len=0 data=\n"},

    {"final block without what follows it", &relaxed, &plain, BYTES("\xc1\x07\xf3\x48\xcd\xc9\xc9\x07\x00"),
     IS_HELLO(1)},
    {"the same, then the next message", &relaxed, &takeover,
     BYTES("\xc1\x07\xf3\x48\xcd\xc9\xc9\x07\x00\xc1\x07" HELLO), IS_HELLO(1) IS_HELLO(1)},
    {"final block in front of an empty fragment", &relaxed, &plain,
     BYTES("\x41\x07\xf3\x48\xcd\xc9\xc9\x07\x00\x80\x00"), IS_HELLO(1)},
    {"final blocks in a row", &relaxed, &plain,
     BYTES("\xc2\x0f\xf3\x48\xcd\xc9\xc9\x07\x00\xf3\x48\xcd\xc9\xc9\x07\x00\x00"),
     "MESSAGE 2 flags=7 len=10 data=HelloHello\n"},
    {"final block, and one that looks back behind it", &relaxed, &plain,
     BYTES("\xc2\x0c\xf3\x48\xcd\xc9\xc9\x07\x00\xf2\x00\x11\x00\x00"), "MESSAGE 2 flags=7 len=10 data=HelloHello\n"},
    {"window kept over a final block", &relaxed, &takeover,
     BYTES("\xc1\x08\xf3\x48\xcd\xc9\xc9\x07\x00\x00\xc1\x05\xf2\x00\x11\x00\x00"), IS_HELLO(1) IS_HELLO(1)},

    {"not agreed", &relaxed, NULL, BYTES("\xc1\x07" HELLO), RESERVED},
    {"bit on a continuation", &relaxed, &plain, BYTES("\x41\x03\xf2\x48\xcd\xc0"), RESERVED},
    {"bit on a continuation of a plain message", &relaxed, &plain, BYTES("\x01\x01x\xc0"), RESERVED},
    {"bit on a continuation without a message", &relaxed, &plain, BYTES("\xc0"), RESERVED},
    {"bit on a ping", &relaxed, &plain, BYTES("\xc9"), RESERVED},
    {"bit on a pong", &relaxed, &plain, BYTES("\xca"), RESERVED},
    {"bit on a close", &relaxed, &plain, BYTES("\xc8"), RESERVED},
    {"bit on a reserved opcode", &relaxed, &plain, BYTES("\xc3"), RESERVED},
    {"second bit", &relaxed, &plain, BYTES("\xa1"), RESERVED},
    {"third bit", &relaxed, &plain, BYTES("\x91"), RESERVED},
    {"second bit, too", &relaxed, &plain, BYTES("\xe1"), RESERVED},
    {"third bit, too", &relaxed, &plain, BYTES("\xd1"), RESERVED},
    {"compressed inside a message", &relaxed, &plain, BYTES("\x01\x01x\xc1"), "-1002 new message inside a message"},
    {"too many fragments", &relaxed, &plain,
     BYTES("\x41\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x80"), "-1009 too many fragments"},

    {"window not kept", &relaxed, &plain, BYTES("\xc1\x07" HELLO "\xc1\x05\xf2\x00\x11\x00\x00"), IS_HELLO(1) BROKEN},
    {"block of type 3", &relaxed, &plain, BYTES("\xc1\x40\x07"), BROKEN},
    {"stored block whose lengths differ", &relaxed, &plain, BYTES("\xc1\x40\x00\x05\x00\xfb\xff"), BROKEN},
    {"fault behind a final block", &relaxed, &plain, BYTES("\xc1\x40\xf3\x48\xcd\xc9\xc9\x07\x00\x07"), BROKEN},
    {"nothing at all", &relaxed, &plain, BYTES("\xc1\x00"), "MESSAGE 1 flags=7 len=0 data=\n"},
    {"nothing at all behind a message", &relaxed, &takeover,
     BYTES("\xc1\x07" HELLO "\xc1\x00\xc1\x05\xf2\x00\x11\x00\x00"),
     IS_HELLO(1) "MESSAGE 1 flags=7 len=0 data=\n" IS_HELLO(1)},
    {"nothing at all in fragments", &relaxed, &plain, BYTES("\x41\x00\x80\x00"), "MESSAGE 1 flags=7 len=0 data=\n"},
    {"cut short", &relaxed, &plain, BYTES("\xc1\x03\xf2\x48\xcd"), BROKEN},
    {"cut short behind the last byte's bits", &relaxed, &plain, BYTES("\xc1\x06\xf2\x48\xcd\xc9\xc9\x07"), BROKEN},
    {"stored block cut short", &relaxed, &plain, BYTES("\xc1\x08\x00\x05\x00\xfa\xffHel"), BROKEN},
    {"with the tail that is to be left out", &relaxed, &plain, BYTES("\xc1\x0b" HELLO "\x00\x00\xff\xff"), BROKEN},
    {"nothing is delivered behind a fault", &relaxed, &plain, BYTES("\xc1\x01\x07\x81\x01x"), BROKEN},

    {"text that is not UTF-8, long before its end", &relaxed, &plain, BYTES("\xc1\x40\x00\x20\x00\xdf\xff\xc3\x28"),
     "-1007 text is not UTF-8"},
    {"UTF-8 fault in front of broken data", &relaxed, &plain, BYTES("\xc1\x40\x00\x02\x00\xfd\xff\xc3\x28\x07"),
     "-1007 text is not UTF-8"},
    {"text ends inside a character", &relaxed, &plain, BYTES("\xc1\x07\x00\x01\x00\xfe\xff\xc3\x00"),
     "-1007 text ends inside a character"},
    {"character in two fragments", &relaxed, &plain, BYTES("\x41\x06\x00\x02\x00\xfd\xff\xc3\x80\x02\xa9\x00"),
     "MESSAGE 1 flags=7 len=2 data=\\c3\\a9\n"},
    {"binary may hold anything", &relaxed, &plain, BYTES("\xc2\x08\x00\x02\x00\xfd\xff\xc3\x28\x00"),
     "MESSAGE 2 flags=7 len=2 data=\\c3(\n"},

    {"of the limit", &small, &plain,
     BYTES("\xc2\x10\x00\x0a\x00\xf5\xff"
           "0123456789\x00"),
     "MESSAGE 2 flags=7 len=10 data=0123456789\n"},
    {"over the limit", &small, &plain,
     BYTES("\xc2\x11\x00\x0b\x00\xf4\xff"
           "0123456789x\x00"),
     "-1009 message is too big when inflated"},
    {"over the limit in fragments", &small, &plain,
     BYTES("\x42\x0f\x00\x0b\x00\xf4\xff"
           "0123456789\x00\x01x\x80\x01\x00"),
     "-1009 message is too big when inflated"},
    {"UTF-8 fault in front of the limit", &small, &plain,
     BYTES("\xc1\x11\x00\x0b\x00\xf4\xff"
           "01234567\xffxx\x00"),
     "-1007 text is not UTF-8"},
    {"UTF-8 fault behind the limit", &small, &plain,
     BYTES("\xc1\x11\x00\x0b\x00\xf4\xff"
           "0123456789\xff\x00"),
     "-1009 message is too big when inflated"},
    {"the limit starts anew", &small, &takeover, BYTES("\xc1\x07" HELLO "\xc1\x07" HELLO "\xc1\x07" HELLO),
     IS_HELLO(1) IS_HELLO(1) IS_HELLO(1)},
    {"more wrapping than it may have", &small, &plain, BYTES("\xc1\x4c"), "-1009 message is too big"},
    {"as much wrapping as it may have", &small, &plain, BYTES("\xc1\x4b"), ""},
    {"more wrapping in fragments", &small, &plain,
     BYTES("\x41\x0a\0\0\0\xff\xff\0\0\0\xff\xff\x00\x0a\0\0\0\xff\xff\0\0\0\xff\xff\x80\x38"),
     "-1009 message is too big"},
};

static void check_split(const row_t *row, split_t split)
{
    es_buffer_t out = {0};

    trace_ws_deflate(&out, (const uint8_t *)row->bytes, row->len, row->rules, split, row->agreement);
    assert_string_equal(text_of(&out), row->trace);
    assert_int_equal(payload_counts.live, 0);
    es_buffer_destroy(&out);
}

static void row_gives_its_events(void **state)
{
    const row_t *row = *state;

    check_split(row, (split_t){0});
    for (size_t step = 1; step <= row->len; step++) {
        check_split(row, (split_t){.step = step});
    }
    for (uint32_t seed = 1; seed <= SPLITS; seed++) {
        check_split(row, (split_t){.seed = seed});
    }
}

/* --- fed by hand --- */

static es_ws_reader_t reader;
static es_ws_event_t event;
static uint8_t control[ES_WS_MAX_CONTROL];

static int begin(const es_ws_rules_t *rules, const es_ws_agreement_t *agreement)
{
    es_ws_reader_destroy(&reader, rules);
    es_ws_reader_accept_deflate(&reader, agreement);
    memset(&payload_counts, 0, sizeof(payload_counts));
    return 0;
}

static int feed(const es_ws_rules_t *rules, const void *bytes, size_t len)
{
    const uint8_t *pos = bytes, *end = pos + len;

    return es_ws_reader_next(&reader, rules, &pos, end, control, &event);
}

static int feed_frame(const es_ws_rules_t *rules, const void *payload, size_t len)
{
    uint8_t header[ES_WS_MAX_HEADER];
    size_t size = es_ws_header_write(header, ES_WS_BINARY, ES_WS_FLAG_FIN | ES_WS_FLAG_RSV1, len, NULL);

    assert_int_equal(feed(rules, header, size), ES_WS_MORE);
    return feed(rules, payload, len);
}

static int done(void **state)
{
    (void)state;
    es_ws_reader_destroy(&reader, &relaxed);
    es_ws_pool_destroy(&pool);
    return payload_counts.live == 0 ? 0 : -1;
}

static const es_ws_deflate_options_t usual = {15, 6, 8};

static char *words(size_t len, uint32_t seed)
{
    char *text = malloc(len + 16);

    assert_non_null(text);
    for (size_t i = 0; i < len; i += 8) {
        seed = seed * 1664525 + 1013904223;
        snprintf(text + i, 9, "%07x ", (seed >> 16) & 0xfff);
    }
    return text;
}

static void message_takes_what_it_needs(void **state)
{
    es_ws_deflater_t *d = es_ws_deflater_new(&usual);
    es_buffer_t packed = {0};
    char *text = words(5000, 1);

    (void)state;
    begin(&relaxed, &plain);
    assert_true(es_ws_deflate(d, text, 5000, SIZE_MAX, &packed));
    assert_int_equal(feed_frame(&relaxed, packed.data, packed.len), ES_WS_MESSAGE);
    assert_int_equal(payload_counts.allocs, 1);
    assert_int_equal(payload_counts.peak, 5000);
    assert_int_equal(payload_counts.grows, 0);
    assert_memory_equal(payload_ops.bytes(event.payload), text, 5000);
    payload_ops.free(event.payload);
    assert_null(reader.inflater);
    assert_int_equal(pool.count, 1);
    es_ws_deflater_free(d);
    es_buffer_destroy(&packed);
    free(text);
}

static void bomb_takes_no_more_than_the_limit(void **state)
{
    es_ws_deflater_t *d = es_ws_deflater_new(&usual);
    es_buffer_t packed = {0};
    char *zeros = calloc(1, 64 * KIB * KIB);

    (void)state;
    assert_non_null(zeros);
    begin(&relaxed, &plain);
    assert_true(es_ws_deflate(d, zeros, 64 * KIB * KIB, SIZE_MAX, &packed));
    assert_in_range(packed.len, 1, 80 * KIB);
    assert_int_equal(feed_frame(&relaxed, packed.data, packed.len), -ES_WS_CLOSE_TOO_BIG);
    assert_string_equal(event.error, "message is too big when inflated");
    assert_int_equal(event.limit, ES_LIMIT_INFLATED);
    assert_in_range(payload_counts.peak, 1, relaxed.max_message);
    assert_int_equal(payload_counts.live, 0);
    assert_null(reader.inflater);
    es_ws_deflater_free(d);
    es_buffer_destroy(&packed);
    free(zeros);
}

static void message_of_the_limit_is_taken(void **state)
{
    es_ws_deflater_t *d = es_ws_deflater_new(&usual);
    es_buffer_t packed = {0};
    char *zeros = calloc(1, 1 << 20);

    (void)state;
    assert_non_null(zeros);
    begin(&relaxed, &plain);
    assert_true(es_ws_deflate(d, zeros, 1 << 20, SIZE_MAX, &packed));
    assert_int_equal(feed_frame(&relaxed, packed.data, packed.len), ES_WS_MESSAGE);
    assert_int_equal(event.len, 1 << 20);
    assert_in_range(payload_counts.peak, 1, 1 << 20);
    payload_ops.free(event.payload);
    es_ws_deflater_free(d);
    es_buffer_destroy(&packed);
    free(zeros);
}

static void memory_that_is_refused(void **state)
{
    es_ws_deflater_t *d = es_ws_deflater_new(&usual);
    es_buffer_t packed = {0};
    char *text = words(LONG, 2);

    (void)state;
    for (size_t limit = 100; limit <= 100000; limit += 99900) {
        begin(&relaxed, &plain);
        packed.len = 0;
        assert_true(es_ws_deflate(d, text, LONG, SIZE_MAX, &packed));
        payload_refuse_over = limit;
        assert_int_equal(feed_frame(&relaxed, packed.data, packed.len), -ES_WS_CLOSE_TOO_BIG);
        payload_refuse_over = 0;
        assert_string_equal(event.error, "no memory for the message");
        assert_int_equal(event.limit, ES_LIMIT_MEMORY);
        es_ws_deflater_free(d);
        d = es_ws_deflater_new(&usual);
    }
    es_ws_deflater_free(d);
    es_buffer_destroy(&packed);
    free(text);
}

/* Every level and window: what goes in comes out, for windows that are kept and for such that are not. */
static void messages_come_back(void **state)
{
    char *text = words(LONG, 3);

    (void)state;
    for (uint8_t bits = ES_WS_WINDOW_MIN; bits <= ES_WS_WINDOW_MAX; bits++) {
        for (uint8_t level = 1; level <= 9; level += 4) {
            for (int kept = 0; kept < 2; kept++) {
                const es_ws_deflate_options_t options = {bits, level, level};
                es_ws_deflater_t *own = kept ? es_ws_deflater_new(&options) : NULL;
                es_buffer_t packed = {0};

                begin(&relaxed, kept ? &takeover : &plain);
                for (size_t len = 1; len <= LONG; len = len * 3 + 1) {
                    packed.len = 0;
                    assert_true(
                        es_ws_deflate(kept ? own : es_ws_pool_deflater(&pool, &options), text, len, SIZE_MAX, &packed));
                    assert_int_equal(feed_frame(&relaxed, packed.data, packed.len), ES_WS_MESSAGE);
                    assert_int_equal(event.len, len);
                    assert_memory_equal(payload_ops.bytes(event.payload), text, len);
                    payload_ops.free(event.payload);
                    assert_int_equal(reader.inflater != NULL, kept);
                }
                es_ws_deflater_free(own);
                es_buffer_destroy(&packed);
            }
        }
    }
    free(text);
}

static void kept_window_makes_messages_small(void **state)
{
    es_ws_deflater_t *d = es_ws_deflater_new(&usual);
    es_buffer_t first = {0}, second = {0};
    char *text = words(4000, 4);

    (void)state;
    assert_true(es_ws_deflate(d, text, 4000, SIZE_MAX, &first));
    assert_true(es_ws_deflate(d, text, 4000, SIZE_MAX, &second));
    assert_in_range(second.len, 1, first.len / 10);
    es_ws_deflater_free(d);
    es_buffer_destroy(&first);
    es_buffer_destroy(&second);
    free(text);
}

static void what_does_not_shrink_is_given_up(void **state)
{
    es_buffer_t packed = {0};
    uint8_t noise[20000];
    uint32_t seed = 5;

    (void)state;
    for (size_t i = 0; i < sizeof(noise); i++) {
        seed = seed * 1664525 + 1013904223;
        noise[i] = (uint8_t)(seed >> 24);
    }
    es_buffer_append_str(&packed, "before");
    assert_false(es_ws_deflate(es_ws_pool_deflater(&pool, &usual), noise, sizeof(noise), sizeof(noise) - 1, &packed));
    assert_int_equal(packed.len, 6);
    assert_false(es_ws_deflate(es_ws_pool_deflater(&pool, &usual), "abc", 3, 2, &packed));
    assert_int_equal(packed.len, 6);
    /* The next message knows nothing of it. */
    assert_true(es_ws_deflate(es_ws_pool_deflater(&pool, &usual), "aaaaaaaaaa", 10, 9, &packed));
    begin(&relaxed, &plain);
    assert_int_equal(feed_frame(&relaxed, packed.data + 6, packed.len - 6), ES_WS_MESSAGE);
    assert_memory_equal(payload_ops.bytes(event.payload), "aaaaaaaaaa", 10);
    payload_ops.free(event.payload);
    es_buffer_destroy(&packed);
}

static void few_inflaters_are_kept(void **state)
{
    es_ws_inflater_t *taken[20];

    (void)state;
    for (size_t i = 0; i < COUNT(taken); i++) {
        taken[i] = es_ws_inflater_take(&pool);
    }
    for (size_t i = 0; i < COUNT(taken); i++) {
        es_ws_inflater_give(&pool, taken[i]);
    }
    assert_in_range(pool.count, 1, 4);
    es_ws_inflater_give(&pool, NULL);
}

/* A reader goes on in another process, with the window only. */
static void window_moves(void **state)
{
    static uint8_t window[ES_WS_WINDOW_SIZE];
    es_ws_deflater_t *d = es_ws_deflater_new(&usual);
    es_buffer_t packed = {0};
    char *text = words(40000, 6);
    size_t len;

    (void)state;
    begin(&relaxed, &takeover);
    assert_true(es_ws_deflate(d, text, 40000, SIZE_MAX, &packed));
    assert_int_equal(feed_frame(&relaxed, packed.data, packed.len), ES_WS_MESSAGE);
    payload_ops.free(event.payload);
    len = es_ws_inflater_window(reader.inflater, window);
    assert_int_equal(len, ES_WS_WINDOW_SIZE);
    assert_memory_equal(window, text + 40000 - len, len);

    begin(&relaxed, &takeover);
    reader.inflater = es_ws_inflater_take(&pool);
    es_ws_inflater_set_window(reader.inflater, window, len);
    packed.len = 0;
    assert_true(es_ws_deflate(d, text + 20000, 10000, SIZE_MAX, &packed));
    assert_in_range(packed.len, 1, 400);
    assert_int_equal(feed_frame(&relaxed, packed.data, packed.len), ES_WS_MESSAGE);
    assert_memory_equal(payload_ops.bytes(event.payload), text + 20000, 10000);
    payload_ops.free(event.payload);
    es_ws_deflater_free(d);
    es_buffer_destroy(&packed);
    free(text);
}

int main(void)
{
    struct CMUnitTest cases[COUNT(rows)];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(message_takes_what_it_needs, done),
        cmocka_unit_test_teardown(bomb_takes_no_more_than_the_limit, done),
        cmocka_unit_test_teardown(message_of_the_limit_is_taken, done),
        cmocka_unit_test_teardown(memory_that_is_refused, done),
        cmocka_unit_test_teardown(messages_come_back, done),
        cmocka_unit_test_teardown(kept_window_makes_messages_small, done),
        cmocka_unit_test_teardown(what_does_not_shrink_is_given_up, done),
        cmocka_unit_test_teardown(few_inflaters_are_kept, done),
        cmocka_unit_test_teardown(window_moves, done),
    };
    int failed;

    for (size_t i = 0; i < COUNT(rows); i++) {
        cases[i] = (struct CMUnitTest){rows[i].name, row_gives_its_events, NULL, NULL, (void *)&rows[i]};
    }
    failed = cmocka_run_group_tests_name("ws_deflate rows", cases, NULL, NULL);
    es_ws_pool_destroy(&pool);
    return failed + cmocka_run_group_tests_name("ws_deflate", tests, NULL, NULL);
}
