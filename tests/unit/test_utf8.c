#include "unit.h"

#include "base/utf8.h"
#include "support/utf8_reference.h"

typedef struct row {
    const char *name, *text;
    size_t len;
    size_t bad; /* offset of the byte that breaks the text; len: none does */
    bool complete;
} row_t;

#define GOOD(name, text)                                                                                               \
    {                                                                                                                  \
        name, BYTES(text), sizeof(text) - 1, true                                                                      \
    }
#define OPEN(name, text)                                                                                               \
    {                                                                                                                  \
        name, BYTES(text), sizeof(text) - 1, false                                                                     \
    }
#define BAD(name, text, bad)                                                                                           \
    {                                                                                                                  \
        name, BYTES(text), bad, false                                                                                  \
    }

static const row_t rows[] = {
    GOOD("empty", ""),
    GOOD("NUL", "\0"),
    GOOD("7f", "\x7f"),
    BAD("80 alone", "\x80", 0),
    BAD("bf alone", "\xbf", 0),
    BAD("c0", "\xc0\x80", 0),
    BAD("c1", "\xc1\xbf", 0),
    GOOD("first of two bytes", "\xc2\x80"),
    GOOD("last of two bytes", "\xdf\xbf"),
    OPEN("first half of two", "\xdf"),
    BAD("two bytes, low continuation", "\xc2\x7f", 1),
    BAD("two bytes, high continuation", "\xc2\xc0", 1),
    BAD("e0 overlong", "\xe0\x9f\xbf", 1),
    GOOD("first of three bytes", "\xe0\xa0\x80"),
    GOOD("e1", "\xe1\x80\x80"),
    GOOD("ec", "\xec\xbf\xbf"),
    GOOD("last in front of the surrogates", "\xed\x9f\xbf"),
    BAD("first surrogate", "\xed\xa0\x80", 1),
    BAD("last surrogate", "\xed\xbf\xbf", 1),
    BAD("surrogate pair", "\xed\xa0\xbd\xed\xb8\x80", 1),
    GOOD("first behind the surrogates", "\xee\x80\x80"),
    GOOD("noncharacter fffe", "\xef\xbf\xbe"),
    GOOD("last of three bytes", "\xef\xbf\xbf"),
    OPEN("one third", "\xe4"),
    OPEN("two thirds", "\xe4\xbd"),
    BAD("three bytes, second is ASCII", "\xe4\x41\x80", 1),
    BAD("three bytes, third is ASCII", "\xe4\xbd\x41", 2),
    BAD("three bytes, third is a lead", "\xe4\xbd\xe4", 2),
    BAD("f0 overlong", "\xf0\x8f\xbf\xbf", 1),
    GOOD("first of four bytes", "\xf0\x90\x80\x80"),
    GOOD("f1", "\xf1\x80\x80\x80"),
    GOOD("f3", "\xf3\xbf\xbf\xbf"),
    GOOD("last of all", "\xf4\x8f\xbf\xbf"),
    BAD("first behind the last", "\xf4\x90\x80\x80", 1),
    BAD("f5", "\xf5\x80\x80\x80", 0),
    BAD("f8", "\xf8\x88\x80\x80\x80", 0),
    BAD("fc", "\xfc\x84\x80\x80\x80\x80", 0),
    BAD("fe", "\xfe", 0),
    BAD("ff", "\xff", 0),
    OPEN("one quarter", "\xf0"),
    OPEN("two quarters", "\xf0\x9f"),
    OPEN("three quarters", "\xf0\x9f\x98"),
    BAD("four bytes, fourth is ASCII", "\xf0\x9f\x98 ", 3),
    GOOD("byte order mark", "\xef\xbb\xbfx"),
    BAD("overlong slash", "a\xc0\xaf", 1),
    GOOD("words of ASCII around a character", "0123456789abcdef\xc3\xa9"
                                              "0123456789abcdef"),
    BAD("fault behind words of ASCII",
        "0123456789abcdef0123\xff"
        "456789abcdef",
        20),
    BAD("fault in the last byte of a word", "0123456\x80", 7),
    BAD("ASCII word inside a character",
        "\xf0\x9f\x98"
        "01234567",
        3),
    OPEN("cut behind words of ASCII", "0123456789abcdef\xe4\xbd"),
    GOOD("mixed", "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5 and more ASCII behind \xf0\x9f\x98\x80 it"),
};

static void check(const uint8_t *text, size_t len, size_t bad, bool complete)
{
    /* At every alignment and cut in two at every place; each byte of the fault's offset counts. */
    for (size_t cut = 0; cut <= len; cut++) {
        es_utf8_t s = 0;
        bool ok = es_utf8_feed(&s, text, cut);

        assert_int_equal(ok, bad >= cut);
        if (ok) {
            ok = es_utf8_feed(&s, text + cut, len - cut);
            assert_int_equal(ok, bad == len);
            if (ok) {
                assert_int_equal(es_utf8_complete(s), complete);
            }
        }
    }
}

static void row_is_judged_right(void **state)
{
    const row_t *row = *state;
    bool complete = false;
    uint8_t moved[80];

    assert_int_equal(utf8_reference((const uint8_t *)row->text, row->len, &complete), row->bad);
    if (row->bad == row->len) {
        assert_int_equal(complete, row->complete);
    }
    for (size_t shift = 0; shift < 8; shift++) {
        memcpy(moved + shift, row->text, row->len);
        check(moved + shift, row->len, row->bad, row->complete);
    }
}

static void every_short_sequence(void **state)
{
    /* All texts of up to three bytes, and all of four that start with F0..F4 and vary where ranges end. */
    static const uint8_t edges[] = {0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff};
    uint8_t text[4];

    (void)state;
    for (uint32_t n = 0; n < 1u << 24; n++) {
        bool complete = false, ok;
        es_utf8_t s = 0;
        size_t bad;

        text[0] = (uint8_t)(n >> 16);
        text[1] = (uint8_t)(n >> 8);
        text[2] = (uint8_t)n;
        bad = utf8_reference(text, 3, &complete);
        ok = es_utf8_feed(&s, text, 3);
        if (ok != (bad == 3) || (ok && es_utf8_complete(s) != complete)) {
            fail_msg("%02x %02x %02x", text[0], text[1], text[2]);
        }
    }
    for (unsigned lead = 0xf0; lead <= 0xff; lead++) {
        text[0] = (uint8_t)lead;
        for (size_t i = 0; i < COUNT(edges) * COUNT(edges) * COUNT(edges); i++) {
            bool complete = false;
            size_t bad;

            text[1] = edges[i % COUNT(edges)];
            text[2] = edges[i / COUNT(edges) % COUNT(edges)];
            text[3] = edges[i / COUNT(edges) / COUNT(edges)];
            bad = utf8_reference(text, 4, &complete);
            check(text, 4, bad, complete);
        }
    }
}

int main(void)
{
    struct CMUnitTest tests[COUNT(rows) + 1] = {cmocka_unit_test(every_short_sequence)};

    for (size_t i = 0; i < COUNT(rows); i++) {
        tests[1 + i] = (struct CMUnitTest){rows[i].name, row_is_judged_right, NULL, NULL, (void *)&rows[i]};
    }
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
