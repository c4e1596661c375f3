#include "unit.h"

#include "base/mask.h"

#define MOST 300 /* bytes of the longest text: more than two turns of the widest loop, and then some */

static const uint8_t key[4] = {0x37, 0xfa, 0x21, 0x3d};

static void naive(uint8_t *dst, const uint8_t *src, size_t len, uint64_t offset)
{
    for (size_t i = 0; i < len; i++) {
        dst[i] = src[i] ^ key[(offset + i) % 4];
    }
}

static void every_length_offset_and_alignment(void **state)
{
    uint8_t src[MOST + 16], dst[MOST + 32], expected[MOST];

    (void)state;
    for (size_t i = 0; i < sizeof(src); i++) {
        src[i] = (uint8_t)(i * 151 + 7);
    }
    for (size_t len = 0; len <= MOST; len++) {
        for (uint64_t offset = 0; offset < 5; offset++) {
            for (size_t shift = 0; shift < 8; shift++) {
                uint8_t *to = dst + 8 + (shift * 3) % 8;

                memset(dst, 0xcc, sizeof(dst));
                naive(expected, src + shift, len, offset);
                es_mask_copy(to, src + shift, len, key, offset);
                assert_memory_equal(to, expected, len);
                assert_int_equal(to[-1], 0xcc);
                assert_int_equal(to[len], 0xcc);
            }
        }
    }
}

static void far_offsets(void **state)
{
    uint8_t src[40] = "0123456789", dst[40], expected[40];

    (void)state;
    for (uint64_t i = 0; i < 4; i++) {
        naive(expected, src, sizeof(src), i);
        es_mask_copy(dst, src, sizeof(src), key, (UINT64_C(1) << 62) + i);
        assert_memory_equal(dst, expected, sizeof(src));
    }
}

static void in_place_and_its_own_inverse(void **state)
{
    uint8_t text[MOST], original[MOST], expected[MOST];

    (void)state;
    for (size_t i = 0; i < MOST; i++) {
        original[i] = text[i] = (uint8_t)(i * 89);
    }
    naive(expected, text, MOST, 3);
    es_mask_copy(text, text, MOST, key, 3);
    assert_memory_equal(text, expected, MOST);
    es_mask_copy(text, text, MOST, key, 3);
    assert_memory_equal(text, original, MOST);
}

/* A text of more than one block with characters of every size, in and out of step with the words. */
static size_t mixed_text(uint8_t *text, size_t room)
{
    static const char *const parts[] = {"plain ASCII text ", "\xc3\xa9", "\xe4\xbd\xa0\xe5\xa5\xbd",
                                        "\xf0\x9f\x98\x80",  "0123456",  "01234567"};
    size_t len = 0;

    for (size_t i = 0; len + 20 < room; i++) {
        const char *part = parts[(i * i + i / 3) % COUNT(parts)];

        memcpy(text + len, part, strlen(part));
        len += strlen(part);
    }
    return len;
}

static void text_is_copied_and_accepted_in_any_split(void **state)
{
    static uint8_t text[3000], masked[3000], dst[3000];
    size_t len = mixed_text(text, sizeof(text));

    (void)state;
    for (uint64_t offset = 0; offset < 4; offset++) {
        naive(masked, text, len, offset);
        for (size_t cut = 0; cut <= len; cut++) {
            es_utf8_t s = 0;

            memset(dst, 0, sizeof(dst));
            assert_true(es_mask_copy_utf8(dst, masked, cut, key, offset, &s));
            assert_true(es_mask_copy_utf8(dst + cut, masked + cut, len - cut, key, offset + cut, &s));
            assert_memory_equal(dst, text, len);
            assert_true(es_utf8_complete(s));
        }
    }
}

static void fault_is_found_wherever_it_stands(void **state)
{
    static uint8_t text[1200], masked[1200], dst[1200];
    static const uint8_t faults[] = {0x80, 0xc0, 0xff};
    es_utf8_t s;

    (void)state;
    for (size_t at = 0; at < sizeof(text); at++) {
        memset(text, 'a', sizeof(text));
        text[at] = faults[at % COUNT(faults)];
        naive(masked, text, sizeof(text), 1);
        s = 0;
        assert_false(es_mask_copy_utf8(dst, masked, sizeof(text), key, 1, &s));
        s = 0;
        assert_true(es_mask_copy_utf8(dst, masked, at, key, 1, &s));
        assert_false(es_mask_copy_utf8(dst, masked + at, 1, key, 1 + at, &s));
    }
    /* A character that never ends is no fault yet. */
    text[sizeof(text) - 1] = 0xe4;
    naive(masked, text, sizeof(text), 0);
    s = 0;
    assert_true(es_mask_copy_utf8(dst, masked, sizeof(text), key, 0, &s));
    assert_false(es_utf8_complete(s));
}

/* Every way in which four bytes can stand together, around the end of a vector; with text behind them, and without. */
static void vectors_agree_with_the_scalar_code(void **state)
{
    static const uint8_t bytes[] = {0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0,
                                    0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xff};
    static const uint8_t no_key[4];
    uint8_t text[100], dst[100];

    (void)state;
    for (size_t n = 0; n < COUNT(bytes) * COUNT(bytes) * COUNT(bytes) * COUNT(bytes); n++) {
        for (size_t at = 61; at < 65; at++) {
            memset(text, 'a', sizeof(text));
            for (size_t k = 0, rest = n; k < 4; k++, rest /= COUNT(bytes)) {
                text[at + k] = bytes[rest % COUNT(bytes)];
            }
            for (unsigned whole = 0; whole < 2; whole++) {
                size_t len = whole ? sizeof(text) : at + 4;
                es_utf8_t scalar = 0, vectors = 0;
                bool expected = es_mask_copy_utf8_scalar(dst, text, len, no_key, 0, &scalar);

                if (es_mask_copy_utf8(dst, text, len, no_key, 0, &vectors) != expected ||
                    (expected && scalar != vectors)) {
                    fail_msg("%02x %02x %02x %02x at %zu of %zu", text[at], text[at + 1], text[at + 2], text[at + 3],
                             at, len);
                }
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_length_offset_and_alignment), cmocka_unit_test(far_offsets),
        cmocka_unit_test(in_place_and_its_own_inverse),      cmocka_unit_test(text_is_copied_and_accepted_in_any_split),
        cmocka_unit_test(fault_is_found_wherever_it_stands), cmocka_unit_test(vectors_agree_with_the_scalar_code),
    };

    return cmocka_run_group_tests_name("mask", tests, NULL, NULL);
}
