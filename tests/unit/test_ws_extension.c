#include "unit.h"

#include "proto/ws_extension.h"

typedef struct row {
    const char *fields; /* values of Sec-WebSocket-Extensions, one field a line; NULL: there is none */
    const char *answer; /* NULL: none; "400": refused */
} row_t;

#define PMD     "permessage-deflate"
#define NONE    "; server_no_context_takeover; client_no_context_takeover"
#define DEFAULT PMD NONE
#define REFUSED "400"

/* Without takeover, window of 15 bits: the defaults. */
static const row_t defaults[] = {
    {NULL, NULL},
    {PMD, DEFAULT},
    {"  " PMD "\t", DEFAULT},
    {PMD "; client_max_window_bits", DEFAULT}, /* what browsers send */
    {PMD ";client_max_window_bits", DEFAULT},
    {PMD " \t;\t client_max_window_bits ", DEFAULT},
    {PMD "; client_max_window_bits=15", DEFAULT},
    {PMD "; client_max_window_bits=14", DEFAULT "; client_max_window_bits=14"},
    {PMD "; client_max_window_bits=9", DEFAULT "; client_max_window_bits=9"},
    {PMD "; client_max_window_bits=8", DEFAULT "; client_max_window_bits=8"},
    {PMD "; client_max_window_bits=\"10\"", DEFAULT "; client_max_window_bits=10"},
    {PMD "; client_max_window_bits=\"1\\0\"", DEFAULT "; client_max_window_bits=10"},
    {PMD "; client_max_window_bits = 10", DEFAULT "; client_max_window_bits=10"},
    {PMD "; server_max_window_bits=15", DEFAULT "; server_max_window_bits=15"},
    {PMD "; server_max_window_bits=14", DEFAULT "; server_max_window_bits=14"},
    {PMD "; server_max_window_bits=13", DEFAULT "; server_max_window_bits=13"},
    {PMD "; server_max_window_bits=12", DEFAULT "; server_max_window_bits=12"},
    {PMD "; server_max_window_bits=11", DEFAULT "; server_max_window_bits=11"},
    {PMD "; server_max_window_bits=\"10\"", DEFAULT "; server_max_window_bits=10"},
    {PMD "; server_max_window_bits=9", DEFAULT "; server_max_window_bits=9"},
    {PMD "; server_max_window_bits=10; client_max_window_bits=11",
     DEFAULT "; server_max_window_bits=10; client_max_window_bits=11"},
    {PMD "; server_no_context_takeover", DEFAULT},
    {PMD "; client_no_context_takeover", DEFAULT},
    {PMD "; client_max_window_bits; server_no_context_takeover; client_no_context_takeover", DEFAULT},

    /* Offers that are declined. */
    {PMD "; server_max_window_bits=8", NULL},
    {PMD "; server_max_window_bits=\"8\"", NULL},
    {PMD "; server_max_window_bits", NULL},
    {PMD "; server_max_window_bits=7", NULL},
    {PMD "; server_max_window_bits=16", NULL},
    {PMD "; server_max_window_bits=0", NULL},
    {PMD "; server_max_window_bits=010", NULL},
    {PMD "; server_max_window_bits=10a", NULL},
    {PMD "; server_max_window_bits=+10", NULL},
    {PMD "; server_max_window_bits=1000000000000000000000000000000000000000000000000010", NULL},
    {PMD "; client_max_window_bits=7", NULL},
    {PMD "; client_max_window_bits=16", NULL},
    {PMD "; client_max_window_bits=09", NULL},
    {PMD "; client_max_window_bits=x", NULL},
    {PMD "; server_no_context_takeover=1", NULL},
    {PMD "; client_no_context_takeover=true", NULL},
    {PMD "; client_no_context_takeover=\"x\"", NULL},
    {PMD "; server_no_context_takeover; server_no_context_takeover", NULL},
    {PMD "; client_no_context_takeover; client_no_context_takeover", NULL},
    {PMD "; server_max_window_bits=10; server_max_window_bits=10", NULL},
    {PMD "; client_max_window_bits; client_max_window_bits=10", NULL},
    {PMD "; unknown", NULL},
    {PMD "; unknown=1", NULL},
    {PMD "; Client_Max_Window_Bits", NULL},
    {PMD "; client_max_window_bitss", NULL},
    {"Permessage-Deflate", NULL},
    {"permessage-deflate2", NULL},
    {"permessage-defla", NULL},
    {"x-webkit-deflate-frame", NULL},
    {"permessage-bzip2; a=b; c", NULL},

    /* Several offers. */
    {PMD "; unknown, " PMD, DEFAULT},
    {PMD "; server_max_window_bits=8, " PMD "; server_max_window_bits=9", DEFAULT "; server_max_window_bits=9"},
    {PMD "; server_max_window_bits=10, " PMD, DEFAULT "; server_max_window_bits=10"},
    {PMD ", " PMD "; server_max_window_bits=10", DEFAULT},
    {"foo, bar; x=\"y\", " PMD "; client_max_window_bits, baz", DEFAULT},
    {"foo\n" PMD, DEFAULT},
    {PMD "; unknown\n" PMD "; server_max_window_bits=12\n" PMD, DEFAULT "; server_max_window_bits=12"},
    {",, ," PMD ",,", DEFAULT},
    {"\n" PMD, DEFAULT},
    {"foo=", REFUSED},

    /* No list of extensions. */
    {"", REFUSED},
    {",", REFUSED},
    {" , ,\n\n,", REFUSED},
    {";", REFUSED},
    {PMD ";", REFUSED},
    {PMD "; ;client_max_window_bits", REFUSED},
    {PMD "; client_max_window_bits=", REFUSED},
    {PMD "; client_max_window_bits=,", REFUSED},
    {PMD "; client_max_window_bits==10", REFUSED},
    {PMD "; =10", REFUSED},
    {PMD "; client_max_window_bits=\"\"", REFUSED},
    {PMD "; client_max_window_bits=\"10", REFUSED},
    {PMD "; client_max_window_bits=\"10\\", REFUSED},
    {PMD "; client_max_window_bits=\"1 0\"", REFUSED},
    {PMD "; client_max_window_bits=\"1,0\"", REFUSED},
    {PMD "; client_max_window_bits=\"10\"x", REFUSED},
    {PMD "; client_max_window_bits=10 11", REFUSED},
    {PMD " client_max_window_bits", REFUSED},
    {PMD "=1", REFUSED},
    {"\"" PMD "\"", REFUSED},
    {"(" PMD ")", REFUSED},
    {PMD "; x=\xc3\xa9", REFUSED},
    {PMD ", foo bar", REFUSED},
    {PMD "\nfoo;", REFUSED},
};

static const row_t with_takeover[] = {
    {PMD, PMD},
    {PMD "; client_max_window_bits", PMD},
    {PMD "; server_no_context_takeover", PMD "; server_no_context_takeover"},
    {PMD "; client_no_context_takeover", PMD "; client_no_context_takeover"},
    {PMD "; client_no_context_takeover; server_no_context_takeover", DEFAULT},
    {PMD "; server_max_window_bits=10", PMD "; server_max_window_bits=10"},
};

static const row_t ten_bits[] = {
    {PMD, DEFAULT "; server_max_window_bits=10"},
    {PMD "; client_max_window_bits", DEFAULT "; server_max_window_bits=10; client_max_window_bits=10"},
    {PMD "; client_max_window_bits=12", DEFAULT "; server_max_window_bits=10; client_max_window_bits=10"},
    {PMD "; client_max_window_bits=9", DEFAULT "; server_max_window_bits=10; client_max_window_bits=9"},
    {PMD "; server_max_window_bits=12", DEFAULT "; server_max_window_bits=10"},
    {PMD "; server_max_window_bits=9", DEFAULT "; server_max_window_bits=9"},
};

static es_http_request_t *request_with(const char *fields)
{
    const es_http_limits_t max = {.head = 65536, .fields = 100};
    es_http_request_t *r = es_http_request_new(&max);
    es_buffer_t text = {0};
    size_t taken;

    es_buffer_append_str(&text, "GET / HTTP/1.1\r\nHost: x\r\n");
    while (fields != NULL) {
        size_t len = strcspn(fields, "\n");

        es_buffer_append_str(&text, "Sec-WebSocket-Extensions: ");
        es_buffer_append(&text, fields, len);
        es_buffer_append_str(&text, "\r\n");
        fields = fields[len] == '\n' ? fields + len + 1 : NULL;
    }
    es_buffer_append_str(&text, "\r\n");
    assert_int_equal(es_http_request_feed(r, text.data, text.len, &taken), ES_HTTP_COMPLETE);
    es_buffer_destroy(&text);
    return r;
}

static void check(const row_t *rows, size_t count, bool takeover, uint8_t bits)
{
    for (size_t i = 0; i < count; i++) {
        es_http_request_t *r = request_with(rows[i].fields);
        es_ws_agreement_t agreement;
        const char *reason = NULL;
        es_buffer_t answer = {0}, expected = {0};
        int status = es_ws_extension_negotiate(r, takeover, bits, &agreement, &reason);

        if (status < 0) {
            assert_int_equal(status, -400);
            assert_non_null(reason);
            assert_false(agreement.accepted);
            es_buffer_append_str(&answer, REFUSED);
        } else {
            assert_null(reason);
            es_ws_extension_write(&answer, &agreement);
        }
        if (rows[i].answer != NULL && strcmp(rows[i].answer, REFUSED) != 0) {
            es_buffer_append_str(&expected, "Sec-WebSocket-Extensions: ");
            es_buffer_append_str(&expected, rows[i].answer);
            es_buffer_append_str(&expected, "\r\n");
            assert_true(agreement.accepted);
            assert_in_range(agreement.server_bits, ES_WS_WINDOW_MIN, bits);
            assert_in_range(agreement.client_bits, 8, ES_WS_WINDOW_MAX);
        } else if (rows[i].answer != NULL) {
            es_buffer_append_str(&expected, rows[i].answer);
        }
        if (strcmp(text_of(&answer), text_of(&expected)) != 0) {
            fail_msg("row %zu (%s): %s", i, rows[i].fields != NULL ? rows[i].fields : "none", text_of(&answer));
        }
        es_buffer_destroy(&answer);
        es_buffer_destroy(&expected);
        es_http_request_free(r);
    }
}

static void offers(void **state)
{
    (void)state;
    check(defaults, COUNT(defaults), false, 15);
}

static void offers_where_windows_are_kept(void **state)
{
    (void)state;
    check(with_takeover, COUNT(with_takeover), true, 15);
}

static void offers_where_windows_are_small(void **state)
{
    (void)state;
    check(ten_bits, COUNT(ten_bits), false, 10);
}

static void what_was_agreed(void **state)
{
    es_http_request_t *r = request_with(PMD "; server_no_context_takeover; server_max_window_bits=11");
    es_ws_agreement_t agreement;
    const char *reason;

    (void)state;
    assert_int_equal(es_ws_extension_negotiate(r, true, 15, &agreement, &reason), 0);
    assert_false(agreement.server_takeover);
    assert_true(agreement.client_takeover);
    assert_int_equal(agreement.server_bits, 11);
    assert_int_equal(agreement.client_bits, 15);
    es_http_request_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(offers),
        cmocka_unit_test(offers_where_windows_are_kept),
        cmocka_unit_test(offers_where_windows_are_small),
        cmocka_unit_test(what_was_agreed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
