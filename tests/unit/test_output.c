#include "unit.h"

#include <sys/uio.h>

#include "base/memory.h"
#include "base/status.h"
#include "net/output.h"

static es_loop_t loop;
static es_output_t out;
static int released;

static void release(void *owner)
{
    (*(int *)owner)++;
}

static void append_ref(const char *bytes, size_t len)
{
    const es_output_ref_t ref = {bytes, len, release, &released};

    es_output_append_ref(&loop, &out, &ref);
}

static int set_up(void **state)
{
    (void)state;
    memset(&out, 0, sizeof(out));
    released = 0;
    return es_loop_init(&loop);
}

static int tear_down(void **state)
{
    (void)state;
    es_output_clear(&loop, &out);
    es_loop_destroy(&loop);
    return 0;
}

/* What the segments describe, and what a copy has, is `text`. */
static void expect_unsent(const char *text, int segments)
{
    struct iovec iov[16];
    char copied[64], *at = copied;
    int count = es_output_peek(&out, iov, 16);

    assert_int_equal(out.len, strlen(text));
    assert_int_equal(count, segments);
    for (int i = 0; i < count; i++) {
        assert_true(iov[i].iov_len > 0);
        memcpy(at, iov[i].iov_base, iov[i].iov_len);
        at += iov[i].iov_len;
    }
    assert_int_equal(at - copied, strlen(text));
    assert_memory_equal(copied, text, strlen(text));
    es_output_copy(&out, copied);
    assert_memory_equal(copied, text, strlen(text));
}

static void small_writes_share_a_segment(void **state)
{
    (void)state;
    expect_unsent("", 0);
    es_output_append(&loop, &out, "one", 3);
    es_output_append(&loop, &out, "", 0);
    es_output_append(&loop, &out, "two", 3);
    expect_unsent("onetwo", 1);
    append_ref("three", 5);
    append_ref("", 0);
    assert_int_equal(released, 1); /* there is nothing to wait for */
    append_ref("four", 4);
    es_output_append(&loop, &out, "five", 4);
    expect_unsent("onetwothreefourfive", 4);
}

static void any_number_of_bytes_leaves(void **state)
{
    static const char text[] = "onetwothreefourfive";

    (void)state;
    for (size_t first = 0; first < sizeof(text); first++) {
        for (size_t second = 0; first + second < sizeof(text); second++) {
            size_t gone = first + second;

            released = 0;
            es_output_append(&loop, &out, "onetwo", 6);
            append_ref("three", 5);
            append_ref("four", 4);
            es_output_append(&loop, &out, "five", 4);
            es_output_consume(&loop, &out, first);
            es_output_consume(&loop, &out, second);
            expect_unsent(text + gone, gone < 6 ? 4 : gone < 11 ? 3 : gone < 15 ? 2 : gone < 19 ? 1 : 0);
            assert_int_equal(released, gone < 11 ? 0 : gone < 15 ? 1 : 2);
            es_output_clear(&loop, &out);
            expect_unsent("", 0);
            assert_int_equal(released, 2);
        }
    }
}

/* The first segment is small for little; everything else is large. */
static void sizes_of_segments(void **state)
{
    static const struct {
        size_t first, second;
        int segments;
    } rows[] = {
        {1, 0, 1},
        {ES_SEGMENT_SMALL / 2, 1, 1},
        {ES_SEGMENT_SMALL / 2, ES_SEGMENT_SMALL, 2},
        {ES_SEGMENT_SMALL, ES_SEGMENT_LARGE / 2, 1},
        {ES_SEGMENT_LARGE / 2, ES_SEGMENT_LARGE / 2, 2},
        {3 * ES_SEGMENT_LARGE, 0, 4},
    };
    char *bytes = es_calloc(1, 3 * ES_SEGMENT_LARGE);
    struct iovec iov[16];

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        es_output_append(&loop, &out, bytes, rows[i].first);
        es_output_append(&loop, &out, bytes, rows[i].second);
        assert_int_equal(es_output_peek(&out, iov, 16), rows[i].segments);
        assert_int_equal(es_output_peek(&out, iov, 1), 1);
        es_output_clear(&loop, &out);
    }
    es_free(bytes);
}

/* A burst leaves some memory behind for the next one, and not all of it. */
static void spare_segments(void **state)
{
    enum {
        MANY = 5000
    };
    static es_output_t outs[MANY];
    char *bytes = es_calloc(1, ES_SEGMENT_LARGE);

    (void)state;
    for (size_t len = 1; len <= ES_SEGMENT_LARGE / 2; len += ES_SEGMENT_LARGE / 2 - 1) {
        int size_class = len > 1;
        unsigned kept;

        for (int i = 0; i < MANY; i++) {
            es_output_append(&loop, &outs[i], bytes, len);
        }
        for (int i = 0; i < MANY; i++) {
            es_output_clear(&loop, &outs[i]);
        }
        kept = loop.spare_count[size_class];
        assert_in_range(kept, 1, MANY - 1);
        es_output_append(&loop, &outs[0], bytes, len);
        assert_int_equal(loop.spare_count[size_class], kept - 1);
        es_output_clear(&loop, &outs[0]);
    }
    es_segments_release_spare(&loop);
    assert_int_equal(loop.spare_count[0] + loop.spare_count[1], 0);
    es_free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(small_writes_share_a_segment, set_up, tear_down),
        cmocka_unit_test_setup_teardown(any_number_of_bytes_leaves, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sizes_of_segments, set_up, tear_down),
        cmocka_unit_test_setup_teardown(spare_segments, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
