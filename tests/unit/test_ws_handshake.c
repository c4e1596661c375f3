#include "unit.h"

#include <stdio.h>

#include "base/status.h"
#include "proto/ws_handshake.h"
#include "support/trace.h"

#define SAMPLE_KEY "dGhlIHNhbXBsZSBub25jZQ=="

static void sample_key_of_the_rfc(void **state)
{
    char out[ES_WS_ACCEPT_LEN + 1];
    es_ws_hasher_t hasher = {0};

    (void)state;
    for (int i = 0; i < 3; i++) {
        memset(out, 'x', sizeof(out));
        assert_int_equal(es_ws_accept_key(&hasher, out, BYTES(SAMPLE_KEY)), ES_OK);
        assert_string_equal(out, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }
    es_ws_hasher_destroy(&hasher);
}

static void keys(void **state)
{
    static const struct {
        const char *key;
        bool valid;
    } rows[] = {
        {SAMPLE_KEY, true},
        {"AAAAAAAAAAAAAAAAAAAAAA==", true},
        {"/+/+/+/+/+/+/+/+/+/+/w==", true},
        {"AAAAAAAAAAAAAAAAAAAAAQ==", true},
        {"AAAAAAAAAAAAAAAAAAAAAg==", true},
        {"", false},
        {"AAAAAAAAAAAAAAAAAAAAAB==", false}, /* padding bits are not zero */
        {"AAAAAAAAAAAAAAAAAAAAA/==", false},
        {"AAAAAAAAAAAAAAAAAAAAAAA=", false}, /* 17 bytes */
        {"AAAAAAAAAAAAAAAAAAAAAAAA", false}, /* 18 bytes */
        {"AAAAAAAAAAAAAAAAAAAAAA", false},   /* no padding */
        {"AAAAAAAAAAAAAAAAAAAA====", false},
        {"AAAAAAAAAAAAAAAAAAAAAA==A", false},
        {"AAAAAAAAAAAAAAAAAAAA-A==", false}, /* the alphabet of URLs */
        {"AAAAAAAAAAAAAAAAAAAA A==", false},
        {"AAAAAAAAAAAAAAAA\xc3\xa9"
         "AAAA==",
         false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(es_ws_key_valid(rows[i].key, strlen(rows[i].key)), rows[i].valid);
    }
}

typedef struct row {
    const char *name;
    int status;
    const char *request;
} row_t;

#define HOST    "Host: example.test\r\n"
#define UPGRADE "Upgrade: websocket\r\n"
#define CONN    "Connection: Upgrade\r\n"
#define KEY     "Sec-WebSocket-Key: " SAMPLE_KEY "\r\n"
#define VERSION "Sec-WebSocket-Version: 13\r\n"
#define GET     "GET /chat HTTP/1.1\r\n"

static const row_t rows[] = {
    {"plain", 101, GET HOST UPGRADE CONN KEY VERSION},
    {"as browsers ask", 101, GET HOST "Connection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n" VERSION KEY},
    {"tokens in several fields", 101,
     GET HOST "Connection: keep-alive\r\nconnection: ,UPGRADE\r\nUpgrade: h2c\r\nupgrade: websocket\r\n" VERSION KEY},
    {"HTTP/1.2 counts as 1.1", 101, "GET / HTTP/1.2\r\n" HOST UPGRADE CONN KEY VERSION},
    {"POST", 405, "POST /chat HTTP/1.1\r\n" HOST UPGRADE CONN KEY VERSION},
    {"get", 405, "get /chat HTTP/1.1\r\n" HOST UPGRADE CONN KEY VERSION},
    {"HTTP/1.0", 400, "GET /chat HTTP/1.0\r\n" HOST UPGRADE CONN KEY VERSION},
    {"no Upgrade", 400, GET HOST CONN KEY VERSION},
    {"another Upgrade", 400, GET HOST "Upgrade: websockets\r\n" CONN KEY VERSION},
    {"Upgrade with a version", 400, GET HOST "Upgrade: websocket/13\r\n" CONN KEY VERSION},
    {"no Connection", 400, GET HOST UPGRADE KEY VERSION},
    {"another Connection", 400, GET HOST UPGRADE "Connection: keep-alive\r\n" KEY VERSION},
    {"no version", 426, GET HOST UPGRADE CONN KEY},
    {"version 8", 426, GET HOST UPGRADE CONN KEY "Sec-WebSocket-Version: 8\r\n"},
    {"version 013", 426, GET HOST UPGRADE CONN KEY "Sec-WebSocket-Version: 013\r\n"},
    {"version list", 426, GET HOST UPGRADE CONN KEY "Sec-WebSocket-Version: 13, 8\r\n"},
    {"no key", 400, GET HOST UPGRADE CONN VERSION},
    {"short key", 400, GET HOST UPGRADE CONN VERSION "Sec-WebSocket-Key: AAAA\r\n"},
    {"empty key", 400, GET HOST UPGRADE CONN VERSION "Sec-WebSocket-Key:\r\n"},
};

static es_http_request_t *parse(const char *request)
{
    const es_http_limits_t max = {.head = MAX_HEAD, .fields = MAX_FIELDS};
    es_http_request_t *r = es_http_request_new(&max);
    size_t consumed;

    assert_int_equal(es_http_request_feed(r, request, strlen(request), &consumed), ES_HTTP_MORE);
    assert_int_equal(es_http_request_feed(r, "\r\n", 2, &consumed), ES_HTTP_COMPLETE);
    return r;
}

static void request_is_judged(void **state)
{
    const row_t *row = *state;
    es_http_request_t *r = parse(row->request);
    const char *reason = NULL;

    assert_int_equal(es_ws_handshake_check(r, &reason), row->status);
    if (row->status == 101) {
        assert_null(reason);
    } else {
        assert_non_null(reason);
    }
    es_http_request_free(r);
}

/* The parser refuses such a request already; the rule does not rely on it. */
static void host_is_needed(void **state)
{
    es_http_request_t *r = parse("GET / HTTP/1.0\r\n" UPGRADE CONN KEY VERSION);
    const char *reason = NULL;

    (void)state;
    r->minor_version = 1;
    assert_int_equal(es_ws_handshake_check(r, &reason), 400);
    assert_string_equal(reason, "no Host");
    es_http_request_free(r);
}

static void protocols(void **state)
{
    es_http_request_t *r = parse(GET HOST "Sec-WebSocket-Protocol: chat, superchat\r\n"
                                          "X: other\r\nsec-websocket-protocol: ,, v1.json ,\r\n");
    es_http_request_t *none = parse(GET HOST);

    (void)state;
    assert_true(es_ws_protocol_offered(r, BYTES("chat")));
    assert_true(es_ws_protocol_offered(r, BYTES("superchat")));
    assert_true(es_ws_protocol_offered(r, BYTES("v1.json")));
    assert_false(es_ws_protocol_offered(r, BYTES("Chat")));
    assert_false(es_ws_protocol_offered(r, BYTES("super")));
    assert_false(es_ws_protocol_offered(r, BYTES("other")));
    assert_false(es_ws_protocol_offered(r, BYTES("chat, superchat")));
    assert_false(es_ws_protocol_offered(r, BYTES("")));
    assert_false(es_ws_protocol_offered(none, BYTES("chat")));
    es_http_request_free(r);
    es_http_request_free(none);
}

static void origins(void **state)
{
    static const struct {
        const char *list, *origin;
        bool allowed;
    } cases[] = {
        {"https://a.example", "https://a.example", true},
        {"https://a.example", "https://a.example:8443", false},
        {"https://a.example", "http://a.example", false},
        {"https://a.example", "https://a.example.evil", false},
        {"https://b.example , https://a.example", "https://a.example", true},
        {"*.a.example", "https://x.a.example", true},
        {"*.a.example", "http://x.y.a.example:8080", true},
        {"*.a.example", "https://a.example", false},
        {"*.a.example", "https://.a.example", false},
        {"*.a.example", "https://xa.example", false},
        {"*.a.example", "https://x.a.example.evil", false},
        {"*.a.example", "https://evil/.a.example", false},
        {"*.a.example", "https://evil?.a.example", false},
        {"*.a.example", "https://evil@x.a.example", false},
        {"*.a.example", "x.a.example", false},
        {"*.a.example", "null", false},
        {"https://*.a.example", "https://x.a.example", true},
        {"https://*.a.example", "http://x.a.example", false},
        {"https://*.a.example", "https://x.a.example:8443", false},
        {"https://*.a.example:8443", "https://x.a.example:8443", true},
        {"https://*.a.example", "https://a.example", false},
        {"*.", "https://x.", false},
        {"*", "https://x", false},
        {"same", "https://example.test", true},
        {"same", "http://EXAMPLE.test", true},
        {"same", "https://example.test:80", false},
        {"same", "https://x.example.test", false},
        {"same", "example.test", false},
        {"same", "null", false},
        {"same", "", false},
        {"Same", "https://example.test", false},
        {"", "https://a.example", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char request[256];
        es_http_request_t *r;

        snprintf(request, sizeof(request), GET HOST "Origin: %s\r\n", cases[i].origin);
        r = parse(request);
        if (es_ws_origin_allowed(r, cases[i].list, strlen(cases[i].list)) != cases[i].allowed) {
            fail_msg("%s from %s", cases[i].list, cases[i].origin);
        }
        es_http_request_free(r);
    }
}

int main(void)
{
    struct CMUnitTest tests[COUNT(rows) + 5] = {
        cmocka_unit_test(sample_key_of_the_rfc),
        cmocka_unit_test(keys),
        cmocka_unit_test(host_is_needed),
        cmocka_unit_test(protocols),
        cmocka_unit_test(origins),
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        tests[5 + i] = (struct CMUnitTest){rows[i].name, request_is_judged, NULL, NULL, (void *)&rows[i]};
    }
    return cmocka_run_group_tests_name("ws_handshake", tests, NULL, NULL);
}
