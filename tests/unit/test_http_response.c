#include "unit.h"

#include "proto/http_response.h"

static es_buffer_t out;

static int setup(void **state)
{
    (void)state;
    out.len = 0;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    es_buffer_destroy(&out);
    return 0;
}

static void status_line(void **state)
{
    (void)state;
    es_http_write_status(&out, 200, NULL, 0);
    es_http_write_status(&out, 101, NULL, 0);
    es_http_write_status(&out, 299, NULL, 0);
    es_http_write_status(&out, 200, BYTES("Fine"));
    es_http_write_status(&out, 200, BYTES(""));
    es_http_write_status(&out, 200, BYTES("a\r\nX: y\0z"));
    assert_string_equal(text_of(&out), "HTTP/1.1 200 OK\r\n"
                                       "HTTP/1.1 101 Switching Protocols\r\n"
                                       "HTTP/1.1 299 Unknown Status\r\n"
                                       "HTTP/1.1 200 Fine\r\n"
                                       "HTTP/1.1 200 \r\n"
                                       "HTTP/1.1 200 a  X: y z\r\n");
}

static void reasons(void **state)
{
    (void)state;
    assert_string_equal(es_http_reason(404), "Not Found");
    assert_string_equal(es_http_reason(426), "Upgrade Required");
    assert_string_equal(es_http_reason(431), "Request Header Fields Too Large");
    assert_string_equal(es_http_reason(505), "HTTP Version Not Supported");
    for (int status = -1; status < 700; status++) {
        const char *reason = es_http_reason(status);

        assert_true(reason == NULL || (status >= 100 && status < 600 && reason[0] != '\0'));
    }
    assert_null(es_http_reason(0));
    assert_null(es_http_reason(306));
    assert_null(es_http_reason(599));
}

static void field(void **state)
{
    (void)state;
    assert_true(es_http_write_field(&out, BYTES("X-One"), BYTES("1")));
    assert_true(es_http_write_field(&out, BYTES("x~2"), BYTES(" a b\t \t ")));
    assert_true(es_http_write_field(&out, BYTES("Empty"), NULL, 0));
    assert_true(es_http_write_field(&out, BYTES("Blank"), BYTES("   ")));
    assert_true(es_http_write_field(&out, BYTES("Bytes"), BYTES("\xc3\xa9")));
    es_http_write_field_str(&out, "Server", "easyswoole");
    assert_string_equal(text_of(&out), "X-One: 1\r\nx~2:  a b\r\nEmpty: \r\nBlank: \r\nBytes: \xc3\xa9\r\n"
                                       "Server: easyswoole\r\n");
}

static void field_never_becomes_two(void **state)
{
    (void)state;
    assert_false(es_http_write_field(&out, BYTES("X"), BYTES("a\r\nEvil: 1")));
    assert_false(es_http_write_field(&out, BYTES("X"), BYTES("a\nEvil: 1")));
    assert_false(es_http_write_field(&out, BYTES("X"), BYTES("a\rEvil: 1")));
    assert_false(es_http_write_field(&out, BYTES("X"), BYTES("a\0b")));
    assert_false(es_http_write_field(&out, BYTES("X"), BYTES("a\r\n")));
    assert_false(es_http_write_field(&out, BYTES("X"), BYTES("\n")));
    assert_false(es_http_write_field(&out, BYTES("X\r\nEvil"), BYTES("1")));
    assert_false(es_http_write_field(&out, BYTES("X: 1\r\nEvil"), BYTES("1")));
    assert_false(es_http_write_field(&out, BYTES("X:"), BYTES("1")));
    assert_false(es_http_write_field(&out, BYTES("X "), BYTES("1")));
    assert_false(es_http_write_field(&out, BYTES("X\0"), BYTES("1")));
    assert_false(es_http_write_field(&out, BYTES("\xc3\xa9"), BYTES("1")));
    assert_false(es_http_write_field(&out, BYTES(""), BYTES("1")));
    assert_int_equal(out.len, 0);
}

static void chunk_sizes(void **state)
{
    (void)state;
    es_http_write_chunk_size(&out, 1);
    es_http_write_chunk_size(&out, 255);
    es_http_write_chunk_size(&out, 65536);
    es_http_write_chunk_size(&out, SIZE_MAX);
    assert_string_equal(text_of(&out), sizeof(size_t) == 8 ? "1\r\nff\r\n10000\r\nffffffffffffffff\r\n"
                                                           : "1\r\nff\r\n10000\r\nffffffff\r\n");
}

static void lengths(void **state)
{
    (void)state;
    es_http_write_length(&out, 0);
    es_http_write_length(&out, 9);
    es_http_write_length(&out, 10);
    es_http_write_length(&out, 4294967295);
    es_http_write_length(&out, SIZE_MAX);
    assert_string_equal(text_of(&out), sizeof(size_t) == 8
                                           ? "Content-Length: 0\r\nContent-Length: 9\r\nContent-Length: 10\r\n"
                                             "Content-Length: 4294967295\r\nContent-Length: 18446744073709551615\r\n"
                                           : "Content-Length: 0\r\nContent-Length: 9\r\nContent-Length: 10\r\n"
                                             "Content-Length: 4294967295\r\nContent-Length: 4294967295\r\n");
}

static void refusal(void **state)
{
    (void)state;
    const char *date = "Sun, 06 Nov 1994 08:49:37 GMT";

    es_http_write_error(&out, 426, "Sec-WebSocket-Version: 13\r\n", date, false);
    assert_string_equal(text_of(&out), "HTTP/1.1 426 Upgrade Required\r\n"
                                       "Sec-WebSocket-Version: 13\r\n"
                                       "Connection: close\r\n"
                                       "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                                       "Content-Type: text/plain\r\n"
                                       "Content-Length: 21\r\n"
                                       "\r\n"
                                       "426 Upgrade Required\n");
    out.len = 0;
    es_http_write_error(&out, 400, NULL, date, false);
    assert_string_equal(text_of(&out), "HTTP/1.1 400 Bad Request\r\n"
                                       "Connection: close\r\n"
                                       "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                                       "Content-Type: text/plain\r\n"
                                       "Content-Length: 16\r\n"
                                       "\r\n"
                                       "400 Bad Request\n");
    out.len = 0;
    es_http_write_error(&out, 400, NULL, date, true);
    assert_string_equal(text_of(&out), "HTTP/1.1 400 Bad Request\r\n"
                                       "Connection: close\r\n"
                                       "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                                       "Content-Type: text/plain\r\n"
                                       "Content-Length: 16\r\n"
                                       "\r\n");
}

static void dates(void **state)
{
    static const struct {
        int64_t when;
        const char *text;
    } rows[] = {
        {784111777, "Sun, 06 Nov 1994 08:49:37 GMT"},  {0, "Thu, 01 Jan 1970 00:00:00 GMT"},
        {951782400, "Tue, 29 Feb 2000 00:00:00 GMT"},  {4107542399, "Sun, 28 Feb 2100 23:59:59 GMT"},
        {4107542400, "Mon, 01 Mar 2100 00:00:00 GMT"}, {2147483648, "Tue, 19 Jan 2038 03:14:08 GMT"},
        {1767225599, "Wed, 31 Dec 2025 23:59:59 GMT"}, {253402300799, "Fri, 31 Dec 9999 23:59:59 GMT"},
    };
    char text[ES_HTTP_DATE_LEN + 1];

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        memset(text, 'x', sizeof(text));
        es_http_date(text, (time_t)rows[i].when);
        assert_string_equal(text, rows[i].text);
        assert_int_equal(strlen(text), ES_HTTP_DATE_LEN);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(status_line, setup, teardown),
        cmocka_unit_test(reasons),
        cmocka_unit_test_setup_teardown(field, setup, teardown),
        cmocka_unit_test_setup_teardown(field_never_becomes_two, setup, teardown),
        cmocka_unit_test_setup_teardown(chunk_sizes, setup, teardown),
        cmocka_unit_test_setup_teardown(lengths, setup, teardown),
        cmocka_unit_test_setup_teardown(refusal, setup, teardown),
        cmocka_unit_test(dates),
    };

    return cmocka_run_group_tests_name("http_response", tests, NULL, NULL);
}
