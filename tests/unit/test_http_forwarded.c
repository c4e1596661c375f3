#include "unit.h"

#include "base/buffer.h"
#include "proto/http_forwarded.h"
#include "support/trace.h"

/* The hops of the fields, each followed by '|'; '-' for one that cannot be read. */
static void expect_hops(const char *name, const char *fields, const char *expected)
{
    const es_http_limits_t max = {.head = MAX_HEAD, .fields = MAX_FIELDS};
    es_http_request_t *r = es_http_request_new(&max);
    es_http_forwarded_t list = {0};
    es_buffer_t in = {0}, out = {0};
    const char *node;
    size_t len;

    es_buffer_append_str(&in, "GET / HTTP/1.1\r\nHost: h\r\n");
    es_buffer_append_str(&in, fields);
    es_buffer_append_str(&in, "\r\n");
    assert_int_equal(es_http_request_feed(r, in.data, in.len, &len), ES_HTTP_COMPLETE);
    while (es_http_forwarded_next(&list, r, name, &node, &len)) {
        es_buffer_append(&out, node ? node : "-", node ? len : 1);
        es_buffer_append(&out, "|", 1);
    }
    es_buffer_append(&out, "", 1);
    if (strcmp(out.data, expected) != 0) {
        fail_msg("%s: \"%s\" instead of \"%s\"", fields, out.data, expected);
    }
    es_buffer_destroy(&in);
    es_buffer_destroy(&out);
    es_http_request_free(r);
}

static void x_forwarded_for(void **state)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"X-Forwarded-For: 192.0.2.1\r\n", "192.0.2.1|"},
        {"x-forwarded-FOR: 192.0.2.1,10.0.0.1\r\n", "192.0.2.1|10.0.0.1|"},
        {"X-Forwarded-For: a ,\t b\r\n", "a|b|"},
        {"X-Forwarded-For: a\r\nOther: x\r\nX-Forwarded-For: b, c\r\n", "a|b|c|"},
        {"X-Forwarded-For: a,,b\r\n", "a|-|b|"},
        {"X-Forwarded-For:\r\nX-Forwarded-For: b\r\n", "b|"},
        {"X-Forwarded-For: \"[2001:db8::1]:80\"\r\n", "[2001:db8::1]:80|"},
        {"X-Forwarded-For: \"a\r\n", "-|"},
        {"X-Forwarded-For: \"\"\r\n", "-|"},
        {"X-Forwarded-For: a;b\r\n", "a;b|"},
        {"Forwarded: for=a\r\n", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        expect_hops("x-forwarded-for", rows[i][0], rows[i][1]);
    }
}

static void forwarded(void **state)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"Forwarded: for=192.0.2.43\r\n", "192.0.2.43|"},
        {"Forwarded: For=\"[2001:db8::1]:4711\"\r\n", "[2001:db8::1]:4711|"},
        {"Forwarded: for=192.0.2.60;proto=http;by=203.0.113.43\r\n", "192.0.2.60|"},
        {"Forwarded: proto=http ; FOR=a ; by=b, by=c;for=d\r\n", "a|d|"},
        {"Forwarded: for=a\r\nForwarded: for=b,for=c\r\n", "a|b|c|"},
        {"Forwarded: for=_hidden, for=unknown\r\n", "_hidden|unknown|"},
        {"Forwarded: by=a\r\n", "-|"},
        {"Forwarded: for\r\n", "-|"},
        {"Forwarded: for=\r\n", "-|"},
        {"Forwarded: for=a;for=b\r\n", "-|"},
        {"Forwarded: forx=a;xfor=b\r\n", "-|"},
        {"Forwarded: by=\"x,for=evil\";for=a\r\n", "a|"},
        {"Forwarded: by=\"x;for=evil\", for=a\r\n", "-|a|"},
        {"Forwarded: by=\"x\\\",for=evil\";for=a\r\n", "a|"},
        {"Forwarded: for=\"a\\b\"\r\n", "-|"},
        {"Forwarded: for=\"a, for=b\r\n", "-|"},
        {"Forwarded: for=a\"\r\nForwarded: for=b\r\n", "-|b|"},
        {"Forwarded: ,for=a,\r\n", "-|a|"},
        {"Forwarded: ;;for=a;;\r\n", "a|"},
        {"X-Forwarded-For: a\r\n", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        expect_hops("forwarded", rows[i][0], rows[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(x_forwarded_for),
        cmocka_unit_test(forwarded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
