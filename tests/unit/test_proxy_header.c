#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "net/network.h"
#include "proto/proxy_header.h"

#define V2       "\r\n\r\n\0\r\nQUIT\n"
#define IPV4     "\xc0\0\x02\x01\xc6\x33\x64\x01\xdc\x04\x01\xbb"
#define IPV6     "\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\x01\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\x02\xdc\x04\x01\xbb"
#define LONGEST  "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
#define PLAIN(s) s, sizeof(s) - 1

typedef struct row {
    const char *name;
    const char *bytes;
    size_t len;
    const char *result; /* "size address port", "size -", "more", or "bad @byte": the first that cannot be taken */
} row_t;

static const row_t rows[] = {
    {"IPv4 in text", PLAIN("PROXY TCP4 192.0.2.1 198.51.100.1 56324 443\r\nGET"), "45 192.0.2.1 56324"},
    {"IPv6 in text", PLAIN("PROXY TCP6 2001:db8::1 2001:db8::2 1 65535\r\n"), "44 2001:db8::1 1"},
    {"the longest line with addresses", PLAIN("PROXY TCP6 " LONGEST " " LONGEST " 65535 65535\r\n"),
     "104 " LONGEST " 65535"},
    {"unknown", PLAIN("PROXY UNKNOWN\r\n"), "15 -"},
    {"unknown, with what is passed over", PLAIN("PROXY UNKNOWN " LONGEST " x  y\r\n"), "60 -"},
    {"the longest line of all", PLAIN("PROXY UNKNOWN " LONGEST " " LONGEST " 65535 65535\r\n"), "107 -"},
    {"a longer line", PLAIN("PROXY UNKNOWN " LONGEST " " LONGEST " 65535 65535x\r\n"), "bad @106"},
    {"a longer line, all but its last byte", PLAIN("PROXY UNKNOWN " LONGEST " " LONGEST " 65535 655355555\r"),
     "bad @106"},
    {"a line without end", PLAIN("PROXY UNKNOWN " LONGEST " " LONGEST " 65535 655355555"), "bad @106"},
    {"port 0", PLAIN("PROXY TCP4 192.0.2.1 198.51.100.1 0 0\r\n"), "39 192.0.2.1 0"},
    {"lower case", PLAIN("proxy TCP4"), "bad @1"},
    {"not a header", PLAIN("GET / HTTP/1.1\r\n"), "bad @1"},
    {"nearly the word", PLAIN("PROXYTCP4"), "bad @6"},
    {"no family", PLAIN("PROXY \r\n"), "bad @8"},
    {"other family", PLAIN("PROXY TCP5 192.0.2.1 198.51.100.1 1 2\r\n"), "bad @39"},
    {"family and more", PLAIN("PROXY TCP44 192.0.2.1 198.51.100.1 1 2\r\n"), "bad @40"},
    {"family without addresses", PLAIN("PROXY TCP4\r\n"), "bad @12"},
    {"no destination", PLAIN("PROXY TCP4 192.0.2.1\r\n"), "bad @22"},
    {"no ports", PLAIN("PROXY TCP4 192.0.2.1 198.51.100.1\r\n"), "bad @35"},
    {"one port", PLAIN("PROXY TCP4 192.0.2.1 198.51.100.1 1\r\n"), "bad @37"},
    {"three ports", PLAIN("PROXY TCP4 192.0.2.1 198.51.100.1 1 2 3\r\n"), "bad @41"},
    {"a space at the end", PLAIN("PROXY TCP4 192.0.2.1 198.51.100.1 1 2 \r\n"), "bad @40"},
    {"two spaces", PLAIN("PROXY TCP4  192.0.2.1 198.51.100.1 1 2\r\n"), "bad @40"},
    {"port out of range", PLAIN("PROXY TCP4 192.0.2.1 198.51.100.1 65536 2\r\n"), "bad @43"},
    {"port with a zero in front", PLAIN("PROXY TCP4 192.0.2.1 198.51.100.1 01 2\r\n"), "bad @40"},
    {"port that is no number", PLAIN("PROXY TCP4 192.0.2.1 198.51.100.1 1x 2\r\n"), "bad @40"},
    {"negative port", PLAIN("PROXY TCP4 192.0.2.1 198.51.100.1 -1 2\r\n"), "bad @40"},
    {"IPv6 as IPv4", PLAIN("PROXY TCP4 ::1 ::2 1 2\r\n"), "bad @24"},
    {"IPv4 as IPv6", PLAIN("PROXY TCP6 192.0.2.1 198.51.100.1 1 2\r\n"), "bad @39"},
    {"bad address", PLAIN("PROXY TCP4 192.0.2.256 198.51.100.1 1 2\r\n"), "bad @41"},
    {"address that is too long", PLAIN("PROXY TCP6 " LONGEST "::::::::: ::2 1 2\r\n"), "bad @69"},
    {"address and a NUL", PLAIN("PROXY TCP4 192.0.2.1\0x 198.51.100.1 1 2\r\n"), "bad @41"},
    {"destination and a NUL", PLAIN("PROXY TCP4 192.0.2.1 198.51.100.1\0 1 2\r\n"), "bad @40"},
    {"bad destination", PLAIN("PROXY TCP4 192.0.2.1 198.51.100 1 2\r\n"), "bad @37"},
    {"CR without LF", PLAIN("PROXY UNKNOWN\rx"), "bad @15"},
    {"LF without CR goes on", PLAIN("PROXY UNKNOWN\n"), "more"},
    {"half a line", PLAIN("PROXY TCP4 192.0.2.1"), "more"},
    {"line without LF", PLAIN("PROXY UNKNOWN\r"), "more"},
    {"nothing", PLAIN(""), "more"},

    {"IPv4 in binary", PLAIN(V2 "\x21\x11\0\x0c" IPV4 "GET"), "28 192.0.2.1 56324"},
    {"IPv6 in binary", PLAIN(V2 "\x21\x21\0\x24" IPV6), "52 2001:db8::1 56324"},
    {"with extensions",
     PLAIN(V2 "\x21\x11\0\x16" IPV4 "\x04\0\x04"
              "abcd"
              "\x20\0\0"),
     "38 192.0.2.1 56324"},
    {"local", PLAIN(V2 "\x20\x00\0\0"), "16 -"},
    {"local, with addresses", PLAIN(V2 "\x20\x11\0\x0c" IPV4), "28 -"},
    {"of no family", PLAIN(V2 "\x21\x00\0\x02xy"), "18 -"},
    {"wrong signature", PLAIN("\r\n\r\n\0\r\nQUIT\r"), "bad @12"},
    {"empty lines of a sloppy client", PLAIN("\r\n\r\nG"), "bad @5"},
    {"version 1", PLAIN(V2 "\x11\x11"), "bad @13"},
    {"unknown command", PLAIN(V2 "\x22\x11"), "bad @13"},
    {"UDP", PLAIN(V2 "\x21\x12"), "bad @14"},
    {"unknown family", PLAIN(V2 "\x21\x41"), "bad @14"},
    {"no protocol", PLAIN(V2 "\x21\x10"), "bad @14"},
    {"too short for IPv4", PLAIN(V2 "\x21\x11\0\x0b"), "bad @16"},
    {"too short for IPv6", PLAIN(V2 "\x21\x21\0\x23"), "bad @16"},
    {"too short for a unix socket", PLAIN(V2 "\x21\x31\0\xd7"), "bad @16"},
    {"longer than is taken", PLAIN(V2 "\x21\x11\x0f\xf1"), "bad @16"},
    {"extension that passes the end", PLAIN(V2 "\x21\x11\0\x10" IPV4 "\x04\0\x02x"), "bad @32"},
    {"half an extension", PLAIN(V2 "\x21\x11\0\x0e" IPV4 "\x04\0"), "bad @30"},
    {"half a header",
     PLAIN(V2 "\x21\x11\0\x0c"
              "\xc0\0\x02"),
     "more"},
};

/* With ever more bytes, each time in a block of exactly their size. */
static void header_is_read(void **state)
{
    const row_t *row = *state;
    char result[128] = "more";

    for (size_t len = 0; len <= row->len; len++) {
        uint8_t *bytes = malloc(len ? len : 1);
        es_proxy_header_t h;
        int size;

        memcpy(bytes, row->bytes, len);
        size = es_proxy_header_parse(&h, bytes, len);
        free(bytes);
        if (size < 0) {
            snprintf(result, sizeof(result), "bad @%zu", len);
            break;
        }
        if (size > 0) {
            es_address_t address;
            char text[64];

            assert_int_equal(size, len);
            es_address_make(&address, h.ip, h.port);
            es_address_text(&address, text, sizeof(text));
            snprintf(result, sizeof(result), h.known ? "%d %s %d" : "%d -", size, text, h.port);
            break;
        }
    }
    if (strncmp(result, "more", 4) != 0) {
        es_proxy_header_t h;

        assert_int_equal(es_proxy_header_parse(&h, (const uint8_t *)row->bytes, row->len),
                         result[0] == 'b' ? -1 : atoi(result));
    }
    assert_string_equal(result, row->result);
}

static void unix_addresses_and_the_longest_header(void **state)
{
    static uint8_t bytes[ES_PROXY_HEADER_MAX + 1];
    es_proxy_header_t h;

    (void)state;
    memcpy(bytes, V2 "\x21\x31\0\xd8", 16);
    assert_int_equal(es_proxy_header_parse(&h, bytes, sizeof(bytes)), 16 + 0xd8);
    assert_false(h.known);
    memcpy(bytes, V2 "\x21\x11\x0f\xf0" IPV4 "\x04\x0f\xe1", 31);
    assert_int_equal(es_proxy_header_parse(&h, bytes, sizeof(bytes) - 2), 0);
    assert_int_equal(es_proxy_header_parse(&h, bytes, sizeof(bytes)), ES_PROXY_HEADER_MAX);
    assert_true(h.known);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(rows) + 1] = {cmocka_unit_test(unix_addresses_and_the_longest_header)};

    for (size_t i = 0; i < COUNT(rows); i++) {
        tests[1 + i] = (struct CMUnitTest){rows[i].name, header_is_read, NULL, NULL, (void *)&rows[i]};
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
