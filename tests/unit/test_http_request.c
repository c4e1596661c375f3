#include "unit.h"

#include <stdio.h>

#include "proto/http_request.h"

#define MAX_BODY 1000

typedef struct row {
    const char *name, *input;
    size_t len;
    size_t taken;       /* bytes that are taken when the result is known */
    int status;         /* of a refusal, or 0 */
    const char *expect; /* no refusal: part of the trace */
} row_t;

/* A request that is refused: `fine` is what is taken first; the fault is known without a byte more than `rest` has. */
#define BAD(name, status, fine, rest)                                                                                  \
    {                                                                                                                  \
        name, BYTES(fine rest), sizeof(fine) - 1, status, NULL                                                         \
    }
#define OK(name, input, expect)                                                                                        \
    {                                                                                                                  \
        name, BYTES(input), sizeof(input) - 1, 0, expect                                                               \
    }

#define GET  "GET / HTTP/1.1\r\n"
#define POST "POST / HTTP/1.1\r\n"
#define HOST "Host: a\r\n"
#define END  "\r\n"
#define CHK  POST HOST "Transfer-Encoding: chunked\r\n" END

static const row_t rows[] = {
    OK("plain", GET HOST END,
       "COMPLETE @27 method=GET target=/ path=/ query= 1.1 keep-alive field=Host value=a body=\n"),
    OK("query", "GET /a/b?c=d?e&f HTTP/1.1\r\n" HOST END, "target=/a/b?c=d?e&f path=/a/b query=c=d?e&f 1.1"),
    OK("empty query", "GET /a? HTTP/1.1\r\n" HOST END, "target=/a? path=/a query= 1.1"),
    OK("query of an empty path", "GET /?? HTTP/1.1\r\n" HOST END, "path=/ query=? 1.1"),
    OK("no part of it yet", "GET / HTT", "MORE phase=0 body= head=GET\\20/\\20HTT"),
    OK("fields are awaited", GET HOST, "MORE phase=1"),
    OK("any token is a method", "x!#$%&'*+-.^_`|~09 / HTTP/1.1\r\n" HOST END, "method=x!#$%&'*+-.^_`|~09 target=/"),
    OK("method of 32 bytes", "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345 / HTTP/1.1\r\n" HOST END, "COMPLETE"),
    OK("empty lines in front", "\r\n\r\n" GET HOST END, "COMPLETE @31 method=GET"),
    OK("two in a row", GET HOST END "\r\nGET /2 HTTP/1.1\r\n" HOST END, "COMPLETE @57 method=GET target=/2 path=/2"),

    /* the request line */
    BAD("TLS", 400, "", "\x16\x03\x01\x02"),
    BAD("NUL", 400, "", "\0"),
    BAD("byte over 7f", 400, "", "\x80"),
    BAD("DEL", 400, "", "\x7f"),
    BAD("space in front", 400, "", " GET"),
    BAD("tab in front", 400, "", "\tGET"),
    BAD("no token", 400, "", "(GET)"),
    BAD("no token behind", 400, "GET", "/ HTTP/1.1"),
    BAD("no token, tab", 400, "GET", "\t/ HTTP/1.1"),
    BAD("control byte in the method", 400, "GE", "\x01"),
    BAD("method of 33 bytes", 501, "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345", "6"),
    BAD("method alone", 400, "GET\r\n", ""),
    BAD("HTTP/0.9", 400, "GET /\r\n", ""),
    BAD("two spaces behind the method", 400, "GET ", " / HTTP/1.1\r\n"),
    BAD("two spaces behind the target", 400, "GET /  HTTP/1.1\r\n", ""),
    BAD("space at the end", 400, "GET / HTTP/1.1 \r\n", ""),
    BAD("tab in the target", 400, "GET /a", "\tb HTTP/1.1\r\n"),
    BAD("byte over 7f in the target", 400, "GET /", "\xc3\xa9 HTTP/1.1\r\n"),
    BAD("NUL in the target", 400, "GET /", "\0 HTTP/1.1\r\n"),
    BAD("DEL in the target", 400, "GET /", "\x7f HTTP/1.1\r\n"),
    BAD("target without a slash", 400, "GET a HTTP/1.1\r\n", ""),
    BAD("asterisk without OPTIONS", 400, "GET * HTTP/1.1\r\n", ""),
    BAD("asterisk and more", 400, "OPTIONS *a HTTP/1.1\r\n", ""),
    BAD("authority form", 400, "GET a:80 HTTP/1.1\r\n", ""),
    BAD("CONNECT", 501, "CONNECT a:80 HTTP/1.1\r\n", ""),
    OK("connect", "connect / HTTP/1.1\r\n" HOST END, "COMPLETE"),
    OK("asterisk", "OPTIONS * HTTP/1.1\r\n" HOST END, "target=* path=* query= "),
    OK("absolute", "GET http://a.b:80/c?d HTTP/1.1\r\n" HOST END,
       "target=http://a.b:80/c?d path=http://a.b:80/c query=d"),
    OK("absolute, https", "GET HTTPS://a HTTP/1.1\r\n" HOST END, "COMPLETE"),
    OK("absolute, ws", "GET ws://a? HTTP/1.1\r\n" HOST END, "COMPLETE"),
    OK("absolute, wss", "GET wss://[::1]:443/ HTTP/1.1\r\n" HOST END, "COMPLETE"),
    BAD("absolute, ftp", 400, "GET ftp://a/ HTTP/1.1\r\n", ""),
    BAD("absolute without authority", 400, "GET http:// HTTP/1.1\r\n", ""),
    BAD("absolute with an empty authority", 400, "GET http:///a HTTP/1.1\r\n", ""),
    BAD("absolute with user information", 400, "GET http://u@a/ HTTP/1.1\r\n", ""),
    BAD("absolute without slashes", 400, "GET http:a HTTP/1.1\r\n", ""),
    OK("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", "query= 1.0 body="),
    OK("HTTP/1.2 counts as 1.1", "GET / HTTP/1.2\r\n" HOST END, " 1.1 keep-alive"),
    OK("HTTP/1.9", "GET / HTTP/1.9\r\n" HOST END, " 1.1 keep-alive"),
    BAD("HTTP/2.0", 505, "GET / HTTP/2.0\r\n", ""),
    BAD("HTTP/2 preface", 505, "PRI * HTTP/2.0\r\n", "\r\nSM\r\n\r\n"),
    BAD("HTTP/0.9 in words", 505, "GET / HTTP/0.9\r\n", ""),
    BAD("http/1.1", 400, "GET / http/1.1\r\n", ""),
    BAD("HTTP/11", 400, "GET / HTTP/11\r\n", ""),
    BAD("HTTP/1.", 400, "GET / HTTP/1.\r\n", ""),
    BAD("HTTP/1.10", 400, "GET / HTTP/1.10\r\n", ""),
    BAD("HTTP/1,1", 400, "GET / HTTP/1,1\r\n", ""),
    BAD("HTTP/x.1", 400, "GET / HTTP/x.1\r\n", ""),
    BAD("HTTP/1.x", 400, "GET / HTTP/1.x\r\n", ""),
    BAD("no version", 400, "GET / \r\n", ""),
    BAD("bare LF", 400, "GET / HTTP/1.1", "\nHost: a\n\n"),
    BAD("bare CR", 400, "GET / HTTP/1.1\r", "Host: a\r\n"),
    BAD("two CR", 400, "GET / HTTP/1.1\r", "\r\n"),
    BAD("bare LF in front", 400, "", "\n" GET HOST END),
    BAD("bare CR in front", 400, "\r", "G"),

    /* fields */
    OK("no white space", GET "Host:a\r\nX:b\r\n" END, "field=Host value=a field=X value=b body="),
    OK("much white space", GET "Host: \t a \t\r\n" END, "field=Host value=a body="),
    OK("white space inside", GET HOST "X: a \t b\r\n" END, "field=X value=a\\20\\09\\20b body="),
    OK("empty value", GET HOST "X:\r\nY:  \r\n" END, "field=X value= field=Y value= body="),
    OK("colons in the value", GET HOST "X: a:b: c\r\n" END, "value=a:b:\\20c"),
    OK("bytes over 7f in the value", GET HOST "X: \xff\x80\r\n" END, "value=\\ff\\80"),
    BAD("control byte in a value", 400, GET HOST "X: a", "\x01"),
    BAD("NUL in a value", 400, GET HOST "X: a", "\0"),
    BAD("escape in a value", 400, GET HOST "X: ", "\x1b"),
    BAD("DEL in a value", 400, GET HOST "X: ", "\x7f"),
    BAD("bare LF behind a value", 400, GET "Host: a", "\n\r\n"),
    BAD("bare CR in a value", 400, GET HOST "X: a\r", "b\r\n"),
    BAD("bare LF for the empty line", 400, GET HOST, "\n"),
    BAD("bare CR for the empty line", 400, GET HOST "\r", "X"),
    BAD("fold", 400, GET HOST "X: a\r\n b\r\n", ""),
    BAD("fold with a tab", 400, GET HOST "X: a\r\n\tb\r\n", ""),
    BAD("white space in front of the first field", 400, GET " Host: a\r\n", ""),
    BAD("line of white space", 400, GET HOST " \r\n", ""),
    BAD("no colon", 400, GET "Host\r\n", ""),
    BAD("no name", 400, GET ": a\r\n", ""),
    BAD("white space in front of the colon", 400, GET "Host : a\r\n", ""),
    BAD("tab in front of the colon", 400, GET "Host\t: a\r\n", ""),
    BAD("byte over 7f in a name", 400, GET "H\xc3\xb6st: a\r\n", ""),
    BAD("parenthesis in a name", 400, GET "X(1): a\r\n", ""),

    /* Host and other single fields */
    BAD("no Host", 400, GET END, ""),
    BAD("no Host, 1.2", 400, "GET / HTTP/1.2\r\n" END, ""),
    BAD("two Hosts", 400, GET HOST "X: b\r\nhost: a\r\n" END, ""),
    BAD("two Hosts, 1.0", 400, "GET / HTTP/1.0\r\n" HOST HOST END, ""),
    BAD("Host with a space", 400, GET "Host: a b\r\n" END, ""),
    BAD("Host with a tab", 400, GET "Host: a\tb\r\n" END, ""),
    BAD("Host with a slash", 400, GET "Host: a/b\r\n" END, ""),
    BAD("Host with user information", 400, GET "Host: u@a\r\n" END, ""),
    BAD("Host with a scheme", 400, GET "Host: http://a\r\n" END, ""),
    BAD("Host with a question mark", 400, GET "Host: a?b\r\n" END, ""),
    BAD("Host with a hash", 400, GET "Host: a#b\r\n" END, ""),
    BAD("Host with a backslash", 400, GET "Host: a\\b\r\n" END, ""),
    BAD("Host with a quote", 400, GET "Host: a\"\r\n" END, ""),
    BAD("Host with a byte over 7f", 400, GET "Host: \xc3\xa9\r\n" END, ""),
    BAD("Host with a bad port", 400, GET "Host: a:8o\r\n" END, ""),
    BAD("Host with two ports", 400, GET "Host: a:80:80\r\n" END, ""),
    BAD("Host that is a port", 400, GET "Host: :80\r\n" END, ""),
    BAD("Host, address left open", 400, GET "Host: [::1\r\n" END, ""),
    BAD("Host, empty address", 400, GET "Host: []\r\n" END, ""),
    BAD("Host behind an address", 400, GET "Host: [::1]a\r\n" END, ""),
    BAD("Host with an address of a zone", 400, GET "Host: [fe80::1%eth0]\r\n" END, ""),
    BAD("bad Host in HTTP/1.0", 400, "GET / HTTP/1.0\r\nHost: a/b\r\n" END, ""),
    OK("Host with a port", GET "Host: a-b.c_d:65535\r\n" END, "COMPLETE"),
    OK("Host with an empty port", GET "Host: a:\r\n" END, "COMPLETE"),
    OK("Host with an IPv4 address", GET "Host: 127.0.0.1:9501\r\n" END, "COMPLETE"),
    OK("Host with an IPv6 address", GET "Host: [fe80::1:ff]:80\r\n" END, "COMPLETE"),
    OK("Host, empty", GET "Host:\r\n" END, "COMPLETE"),
    BAD("two keys", 400, GET HOST "Sec-WebSocket-Key: a\r\nsec-websocket-key: a\r\n" END, ""),
    BAD("two versions", 400, GET HOST "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Version: 13\r\n" END, ""),
    BAD("two lengths", 400, POST HOST "Content-Length: 0\r\nContent-Length: 0\r\n" END, ""),
    OK("two protocols", GET HOST "Sec-WebSocket-Protocol: a\r\nSec-WebSocket-Protocol: b\r\n" END, "COMPLETE"),

    /* persistence, upgrade, expectation */
    OK("1.1, close", GET HOST "Connection: close\r\n" END, " 1.1 field="),
    OK("1.1, close in a list", GET HOST "Connection: x,CLOSE ,y\r\n" END, " 1.1 field="),
    OK("1.1, close in a second field", GET HOST "Connection: keep-alive\r\nConnection: close\r\n" END, " 1.1 field="),
    OK("1.1, no close", GET HOST "Connection: closed\r\n" END, " 1.1 keep-alive field="),
    OK("1.0", "GET / HTTP/1.0\r\nX: y\r\n" END, " 1.0 field="),
    OK("1.0, keep-alive", "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n" END, " 1.0 keep-alive field="),
    OK("1.0, keep-alive and close", "GET / HTTP/1.0\r\nConnection: Keep-Alive, close\r\n" END, " 1.0 field="),
    OK("upgrade", GET HOST "Upgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\n" END,
       " 1.1 keep-alive upgrades-websocket connection-upgrade field="),
    OK("upgrade in lists", GET HOST "Upgrade: h2c , websocket\r\nConnection: ,,upgrade\r\n" END,
       " 1.1 keep-alive upgrades-websocket connection-upgrade field="),
    OK("upgrade without Connection", GET HOST "Upgrade: websocket\r\n" END,
       " 1.1 keep-alive upgrades-websocket field="),
    OK("another upgrade", GET HOST "Upgrade: websocket2\r\nConnection: upgrades\r\n" END, " 1.1 keep-alive field="),
    OK("frames behind an upgrade", GET HOST "Upgrade: websocket\r\n" END "\x81", "COMPLETE @47 "),
    OK("expectation", POST HOST "Content-Length: 1\r\nExpect: 100-Continue\r\n" END,
       " 1.1 keep-alive expects-continue field="),
    OK("expectation, chunked", POST HOST "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n" END,
       " 1.1 keep-alive chunked expects-continue field="),
    OK("expectation without a body", POST HOST "Content-Length: 0\r\nExpect: 100-continue\r\n" END,
       " 1.1 keep-alive field="),
    OK("expectation, 1.0", "POST / HTTP/1.0\r\nContent-Length: 1\r\nExpect: 100-continue\r\n" END,
       "HEAD @60 method=POST target=/ path=/ query= 1.0 field="),
    OK("another expectation", POST HOST "Content-Length: 1\r\nExpect: magic\r\n" END, " 1.1 keep-alive field="),

    /* bodies with Content-Length */
    OK("body", POST HOST "Content-Length: 5\r\n" END "hello", "HEAD @47 "),
    OK("body and what follows", POST HOST "Content-Length: 5\r\n" END "helloG", "COMPLETE @52 "),
    OK("body is kept", POST HOST "Content-Length: 5\r\n" END "h\0\r\no", " body=h\\00\\0d\\0ao\n"),
    OK("body is awaited", POST HOST "Content-Length: 5\r\n" END "hell", "MORE phase=2 body=hell "),
    OK("body of 0", POST HOST "Content-Length: 0\r\n" END, "COMPLETE @47 "),
    OK("body of 00005", POST HOST "Content-Length: 00005\r\n" END "hello", " body=hello\n"),
    OK("body of the limit", POST HOST "Content-Length: 1000\r\n" END, "MORE phase=2"),
    BAD("body over the limit", 413, POST HOST "Content-Length: 1001\r\n" END, "x"),
    BAD("body of 2^64-1", 413, POST HOST "Content-Length: 18446744073709551615\r\n" END, ""),
    BAD("body of 2^64", 400, POST HOST "Content-Length: 18446744073709551616\r\n" END, ""),
    BAD("body of 2^64+5", 400, POST HOST "Content-Length: 18446744073709551621\r\n" END, ""),
    BAD("body of far too many", 400, POST HOST "Content-Length: 999999999999999999999999999\r\n" END, ""),
    BAD("length with a sign", 400, POST HOST "Content-Length: +5\r\n" END, ""),
    BAD("negative length", 400, POST HOST "Content-Length: -5\r\n" END, ""),
    BAD("length in hex", 400, POST HOST "Content-Length: 0x5\r\n" END, ""),
    BAD("length with a fraction", 400, POST HOST "Content-Length: 5.0\r\n" END, ""),
    BAD("length with a space", 400, POST HOST "Content-Length: 5 5\r\n" END, ""),
    BAD("list of lengths", 400, POST HOST "Content-Length: 5, 5\r\n" END, ""),
    BAD("empty length", 400, POST HOST "Content-Length:\r\n" END, ""),
    BAD("length and chunked", 400, POST HOST "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" END, ""),
    BAD("length and an unknown coding", 400, POST HOST "Transfer-Encoding: x\r\nContent-Length: 5\r\n" END, ""),

    /* transfer codings */
    OK("chunked", CHK, "HEAD @56 method=POST target=/ path=/ query= 1.1 keep-alive chunked field="),
    OK("Chunked", POST HOST "transfer-encoding: ChunkeD\r\n" END, " chunked "),
    BAD("chunked in HTTP/1.0", 400, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n" END, ""),
    BAD("gzip", 501, POST HOST "Transfer-Encoding: gzip\r\n" END, ""),
    BAD("identity", 501, POST HOST "Transfer-Encoding: identity\r\n" END, ""),
    BAD("gzip, chunked", 501, POST HOST "Transfer-Encoding: gzip, chunked\r\n" END, ""),
    BAD("gzip, chunked in two fields", 501, POST HOST "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n" END,
        ""),
    BAD("chunked, gzip", 400, POST HOST "Transfer-Encoding: chunked, gzip\r\n" END, ""),
    BAD("chunked, chunked", 400, POST HOST "Transfer-Encoding: chunked, chunked\r\n" END, ""),
    BAD("chunked twice", 400, POST HOST "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n" END, ""),
    BAD("chunked with a parameter", 501, POST HOST "Transfer-Encoding: chunked;a=b\r\n" END, ""),
    BAD("xchunked", 501, POST HOST "Transfer-Encoding: xchunked\r\n" END, ""),
    BAD("quoted chunked", 501, POST HOST "Transfer-Encoding: \"chunked\"\r\n" END, ""),
    BAD("vertical tab chunked", 400, POST HOST "Transfer-Encoding: ",
        "\x0b"
        "chunked\r\n"),
    BAD("comma behind chunked", 400, POST HOST "Transfer-Encoding: chunked,\r\n" END, ""),
    BAD("comma in front of chunked", 400, POST HOST "Transfer-Encoding: , chunked\r\n" END, ""),
    BAD("empty coding", 400, POST HOST "Transfer-Encoding:\r\n" END, ""),

    /* chunks */
    OK("chunks", CHK "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "COMPLETE @82 "),
    OK("chunks are put together", CHK "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", " body=hello\\20world\n"),
    OK("no chunk", CHK "0\r\n\r\n", "COMPLETE @61 "),
    OK("hex digits", CHK "a\r\n0123456789\r\nB\r\n0123456789a\r\n000\r\n\r\n", " body=01234567890123456789a\n"),
    OK("extensions", CHK "1;a\r\nx\r\n1 ; a=\"b;c\"\r\ny\r\n1;\xff\r\nz\r\n0;z\r\n\r\n", " body=xyz\n"),
    OK("CRLF in a chunk", CHK "4\r\n\r\n\r\n\r\n0\r\n\r\n", " body=\\0d\\0a\\0d\\0a\n"),
    OK("trailers are dropped", CHK "0\r\nA: b\r\nHost: c\r\n\r\nG",
       "COMPLETE @76 method=POST target=/ path=/ query= 1.1 "
       "keep-alive chunked field=Host value=a field=Transfer-Encoding value=chunked body=\n"),
    OK("chunk is awaited", CHK "5\r\nhe", "MORE phase=4 body=he "),
    OK("chunk's end is awaited", CHK "2\r\nhe\r", "MORE phase=5 body=he "),
    OK("trailers are awaited", CHK "0\r\nA: b\r\n", "MORE phase=6 body= "),
    BAD("empty chunk size", 400, CHK "\r\n", ""),
    BAD("no chunk size", 400, CHK ";a\r\n", ""),
    BAD("chunk size in words", 400, CHK "xyz\r\n", ""),
    BAD("chunk size with 0x", 400, CHK "0x1\r\n", ""),
    BAD("chunk size with a sign", 400, CHK "+1\r\n", ""),
    BAD("negative chunk size", 400, CHK "-1\r\n", ""),
    BAD("space in front of a chunk size", 400, CHK " 1\r\n", ""),
    BAD("space behind a chunk size", 400, CHK "1 \r\n", ""),
    BAD("chunk size and a word", 400, CHK "1 a\r\n", ""),
    BAD("chunk size overflows", 400, CHK "10000000000000005\r\n", ""),
    BAD("chunk size of 2^64-1", 413, CHK "ffffffffffffffff\r\n", ""),
    BAD("chunk over the limit", 413, CHK "3e9\r\n", "x"),
    OK("chunk of the limit", CHK "3e8\r\n", "MORE phase=4"),
    BAD("chunks over the limit", 413, CHK "1\r\nx\r\n3e8\r\n", ""),
    BAD("bare LF behind a chunk size", 400, CHK "1", "\nx\r\n"),
    BAD("bare CR behind a chunk size", 400, CHK "1\r", "x"),
    BAD("control byte in an extension", 400, CHK "1;a", "\x01"),
    BAD("bare LF in an extension", 400, CHK "1;a", "\n"),
    BAD("chunk is longer than it says", 400, CHK "1\r\nx", "y"),
    BAD("bare LF behind a chunk", 400, CHK "1\r\nx", "\n"),
    BAD("CR without LF behind a chunk", 400, CHK "1\r\nx\r", "x"),
    BAD("malformed trailer", 400, CHK "0\r\nA\r\n", ""),
    BAD("folded trailer", 400, CHK "0\r\nA: b\r\n c\r\n", ""),
    BAD("control byte in a trailer", 400, CHK "0\r\nA: ", "\x02"),
    BAD("bare LF behind a trailer", 400, CHK "0\r\nA: b", "\n"),
    BAD("no CRLF behind the last chunk", 400, CHK "0\r\n\r", "G"),
};

static void check_same(const char *input, size_t len, split_t split, const char *expected)
{
    es_buffer_t out = {0};

    trace_http(&out, input, len, MAX_BODY, split);
    assert_string_equal(text_of(&out), expected);
    es_buffer_destroy(&out);
}

/* The trace of an input, which is the same in every split. */
static void trace_all_splits(es_buffer_t *out, const char *input, size_t len)
{
    trace_http(out, input, len, MAX_BODY, (split_t){0});
    check_same(input, len, (split_t){.step = 1}, text_of(out));
    check_same(input, len, (split_t){.step = 2}, text_of(out));
    check_same(input, len, (split_t){.step = 3}, text_of(out));
    for (uint32_t seed = 1; seed <= SPLITS; seed++) {
        check_same(input, len, (split_t){.seed = seed}, text_of(out));
    }
}

static void expect_refusal(const char *input, size_t len, int status, size_t taken)
{
    es_buffer_t out = {0};
    char begin[16], end[32];
    const char *last;

    trace_all_splits(&out, input, len);
    snprintf(begin, sizeof(begin), "%d ", -status);
    snprintf(end, sizeof(end), " @%zu head=", taken);
    last = strrchr(text_of(&out), '\n');
    last = last != NULL ? last + 1 : out.data;
    if (strncmp(last, begin, strlen(begin)) != 0 || strstr(last, end) == NULL) {
        fail_msg("expected %s...%s, got %.200s", begin, end, last);
    }
    es_buffer_destroy(&out);
}

static void expect_trace(const char *input, size_t len, const char *part)
{
    es_buffer_t out = {0};

    trace_all_splits(&out, input, len);
    if (strstr(text_of(&out), part) == NULL) {
        fail_msg("expected %s in %.2000s", part, out.data);
    }
    es_buffer_destroy(&out);
}

static void row_is_judged_right(void **state)
{
    const row_t *row = *state;

    if (row->status != 0) {
        expect_refusal(row->input, row->len, row->status, row->taken);
        /* The byte that shows the fault is enough. */
        expect_refusal(row->input, row->taken < row->len ? row->taken + 1 : row->len, row->status, row->taken);
    } else {
        expect_trace(row->input, row->len, row->expect);
    }
}

/* ---- limits ---- */

static es_buffer_t in;

static int empty_input(void **state)
{
    (void)state;
    in.len = 0;
    return 0;
}

static int drop_input(void **state)
{
    (void)state;
    es_buffer_destroy(&in);
    return 0;
}

static void add(const char *text)
{
    es_buffer_append_str(&in, text);
}

static void add_many(char c, size_t count)
{
    memset(es_buffer_reserve(&in, count), c, count);
    in.len += count;
}

static void longest_target(void **state)
{
    (void)state;
    add("GET /");
    add_many('a', ES_HTTP_MAX_TARGET - 1);
    add(" HTTP/1.1\r\n" HOST END);
    expect_trace(in.data, in.len, "COMPLETE @");
}

static void target_too_long(void **state)
{
    (void)state;
    add("GET /");
    add_many('a', ES_HTTP_MAX_TARGET);
    expect_refusal(in.data, in.len, 414, in.len - 1);
}

static void most_fields(void **state)
{
    (void)state;
    add(GET HOST);
    for (unsigned i = 1; i < MAX_FIELDS; i++) {
        add("X: y\r\n");
    }
    add(END);
    expect_trace(in.data, in.len, "COMPLETE @");
}

static void too_many_fields(void **state)
{
    (void)state;
    add(GET HOST);
    for (unsigned i = 0; i < MAX_FIELDS; i++) {
        add("X: y\r\n");
    }
    expect_refusal(in.data, in.len, 431, in.len);
}

static void longest_head(void **state)
{
    (void)state;
    add(GET HOST "X: ");
    add_many('y', MAX_HEAD - in.len - 4);
    add("\r\n\r\n");
    assert_int_equal(in.len, MAX_HEAD);
    expect_trace(in.data, in.len, "COMPLETE @65536 ");
}

static void head_too_long(void **state)
{
    (void)state;
    add(GET HOST "X: ");
    add_many('y', MAX_HEAD - in.len + 1);
    expect_refusal(in.data, in.len, 431, MAX_HEAD);
}

static void head_too_long_by_its_last_byte(void **state)
{
    (void)state;
    add(GET HOST "X: ");
    add_many('y', MAX_HEAD - in.len - 3);
    add("\r\n\r\n");
    expect_refusal(in.data, in.len, 431, MAX_HEAD);
}

static void version_without_end(void **state)
{
    (void)state;
    add("GET / ");
    add_many('H', MAX_HEAD);
    expect_refusal(in.data, in.len, 431, MAX_HEAD);
}

static void empty_lines_count(void **state)
{
    (void)state;
    for (unsigned i = 0; i < MAX_HEAD / 2; i++) {
        add("\r\n");
    }
    add("G");
    expect_refusal(in.data, in.len, 431, MAX_HEAD);
}

static void longest_chunk_size_line(void **state)
{
    (void)state;
    add(CHK "1;");
    add_many('a', 4096 - 4);
    add("\r\nx\r\n0\r\n\r\n");
    expect_trace(in.data, in.len, " body=x\n");
}

static void chunk_size_line_too_long(void **state)
{
    size_t start;

    (void)state;
    add(CHK);
    start = in.len;
    add_many('0', 4097);
    expect_refusal(in.data, in.len, 400, start + 4096);
}

static void most_trailers(void **state)
{
    (void)state;
    add(CHK "0\r\n");
    for (unsigned i = 0; i < MAX_FIELDS; i++) {
        add("X: y\r\n");
    }
    add(END);
    expect_trace(in.data, in.len, "COMPLETE @");
}

static void too_many_trailers(void **state)
{
    (void)state;
    add(CHK "0\r\n");
    for (unsigned i = 0; i <= MAX_FIELDS; i++) {
        add("X: y\r\n");
    }
    expect_refusal(in.data, in.len, 431, in.len);
}

static void trailers_too_long(void **state)
{
    size_t start;

    (void)state;
    add(CHK "0\r\n");
    start = in.len;
    for (unsigned i = 0; i < 16; i++) {
        add("X: ");
        add_many('y', 4096 - 5);
        add("\r\n");
    }
    add("X");
    expect_refusal(in.data, in.len, 431, start + MAX_HEAD);
}

/* ---- look-ups ---- */

static void fields_are_found(void **state)
{
    static const char text[] = GET HOST "X-A: 1\r\nx-a: 2\r\nList: a, B;q=1 ,,c\r\nlist: d\r\n" END;
    const es_http_limits_t max = {.head = MAX_HEAD, .fields = MAX_FIELDS};
    es_http_request_t *r = es_http_request_new(&max);
    const es_http_header_t *h;
    size_t consumed;

    (void)state;
    assert_int_equal(es_http_request_feed(r, BYTES(text), &consumed), ES_HTTP_COMPLETE);
    h = es_http_request_find(r, "x-a");
    assert_non_null(h);
    assert_memory_equal(es_http_request_at(r, h->value), "1", 1);
    h = es_http_request_find_next(r, h, "x-a");
    assert_non_null(h);
    assert_memory_equal(es_http_request_at(r, h->value), "2", 1);
    assert_null(es_http_request_find_next(r, h, "x-a"));
    assert_null(es_http_request_find(r, "x"));
    assert_null(es_http_request_find(r, "x-ab"));

    assert_true(es_http_request_has_token(r, "list", BYTES("A")));
    assert_true(es_http_request_has_token(r, "list", BYTES("b;q=1")));
    assert_true(es_http_request_has_token(r, "list", BYTES("c")));
    assert_true(es_http_request_has_token(r, "list", BYTES("d")));
    assert_false(es_http_request_has_token(r, "list", BYTES("b")));
    assert_false(es_http_request_has_token(r, "list", BYTES("")));
    assert_false(es_http_request_has_token(r, "none", BYTES("a")));
    es_http_request_free(r);
    es_http_request_free(NULL);
}

/* More than the usual room has: none may be lost, or change its place, when it grows. */
static void all_of_many_fields_are_kept(void **state)
{
    const es_http_limits_t max = {.head = MAX_HEAD, .fields = MAX_FIELDS};
    es_http_request_t *r = es_http_request_new(&max);
    char line[32];
    size_t consumed;

    (void)state;
    add(GET HOST);
    for (unsigned i = 1; i < MAX_FIELDS; i++) {
        snprintf(line, sizeof(line), "X-%u: %u\r\n", i, i + 1000);
        add(line);
    }
    add(END);
    assert_int_equal(es_http_request_feed(r, in.data, in.len, &consumed), ES_HTTP_COMPLETE);
    assert_int_equal(r->header_count, MAX_FIELDS);
    for (unsigned i = 1; i < MAX_FIELDS; i++) {
        int name_len = snprintf(line, sizeof(line), "X-%u", i);

        assert_int_equal(r->headers[i].name.len, name_len);
        assert_memory_equal(es_http_request_at(r, r->headers[i].name), line, name_len);
        snprintf(line, sizeof(line), "%u", i + 1000);
        assert_int_equal(r->headers[i].value.len, 4);
        assert_memory_equal(es_http_request_at(r, r->headers[i].value), line, 4);
    }
    es_http_request_free(r);
}

/* Feeds the head of a request with a body of 1,000 bytes, and some of it. @return what the request says in the end */
static int begin_body(es_http_request_t *r, const char *head, size_t len)
{
    char body[1000];
    size_t consumed;

    memset(body, 'b', sizeof(body));
    assert_int_equal(es_http_request_feed(r, head, strlen(head), &consumed), ES_HTTP_HEAD);
    assert_int_equal(es_http_request_feed(r, head + consumed, strlen(head) - consumed, &consumed), ES_HTTP_MORE);
    return es_http_request_feed(r, body, len, &consumed);
}

static void unfinished_bodies_share_a_limit(void **state)
{
    static const char *const heads[] = {"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n",
                                        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n"};
    static const char *const ends[] = {"", "\r\n0\r\n\r\n"};

    (void)state;
    for (size_t i = 0; i < COUNT(heads); i++) {
        es_quota_t all = {.max = 1500};
        const es_http_limits_t max = {.head = MAX_HEAD, .fields = MAX_FIELDS, .body = 1000, .unfinished = &all};
        es_http_request_t *first = es_http_request_new(&max), *second = es_http_request_new(&max);
        es_http_request_t *third = es_http_request_new(&max);
        char rest[200];
        size_t consumed;

        assert_int_equal(begin_body(first, heads[i], 900), ES_HTTP_MORE);
        assert_in_range(all.used, 900, 1000);
        assert_int_equal(begin_body(second, heads[i], 700), -503);
        assert_int_equal(second->limit, ES_LIMIT_MEMORY);
        assert_int_equal(second->body.cap, 0); /* a refused request holds nothing, even while it is there */
        assert_in_range(all.used, 900, 1000);
        assert_int_equal(begin_body(third, heads[i], 100), ES_HTTP_MORE);
        all.max = 3000; /* a body in chunks may go on, and makes room for that */
        snprintf(rest, sizeof(rest), "%100s%s", "", ends[i]);
        assert_int_equal(es_http_request_feed(first, rest, strlen(rest), &consumed), ES_HTTP_COMPLETE);
        assert_int_equal(first->body.len, 1000);
        assert_in_range(all.used, 100, 200);
        es_http_request_free(third);
        assert_int_equal(all.used, 0);
        es_http_request_free(first);
        es_http_request_free(second);
        assert_int_equal(all.used, 0);
    }
}

/* One that comes at once is not held, however little may be. */
static void a_whole_body_needs_no_room(void **state)
{
    es_quota_t none = {0};
    const es_http_limits_t max = {.head = MAX_HEAD, .fields = MAX_FIELDS, .body = 1000, .unfinished = &none};
    es_http_request_t *r = es_http_request_new(&max);

    (void)state;
    assert_int_equal(begin_body(r, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n", 1000),
                     ES_HTTP_COMPLETE);
    assert_int_equal(r->body.len, 1000);
    es_http_request_free(r);
}

static void tokens(void **state)
{
    (void)state;
    for (unsigned c = 0; c < 256; c++) {
        char text[3] = {'a', (char)c, 'b'};
        bool expected = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c != 0 && c < 128 && strchr("!#$%&'*+-.^_`|~", (int)c) != NULL);

        assert_int_equal(es_http_is_token(text, 3), expected);
    }
    assert_false(es_http_is_token("", 0));
}

#define LIMIT(test) cmocka_unit_test_setup_teardown(test, empty_input, drop_input)

int main(void)
{
    const struct CMUnitTest others[] = {
        LIMIT(longest_target),
        LIMIT(target_too_long),
        LIMIT(most_fields),
        LIMIT(too_many_fields),
        LIMIT(longest_head),
        LIMIT(head_too_long),
        LIMIT(head_too_long_by_its_last_byte),
        LIMIT(version_without_end),
        LIMIT(empty_lines_count),
        LIMIT(longest_chunk_size_line),
        LIMIT(chunk_size_line_too_long),
        LIMIT(most_trailers),
        LIMIT(too_many_trailers),
        LIMIT(trailers_too_long),
        cmocka_unit_test(fields_are_found),
        LIMIT(all_of_many_fields_are_kept),
        cmocka_unit_test(unfinished_bodies_share_a_limit),
        cmocka_unit_test(a_whole_body_needs_no_room),
        cmocka_unit_test(tokens),
    };
    struct CMUnitTest tests[COUNT(rows)];
    int failed = cmocka_run_group_tests_name("http_request", others, NULL, NULL);

    for (size_t i = 0; i < COUNT(rows); i++) {
        tests[i] = (struct CMUnitTest){rows[i].name, row_is_judged_right, NULL, NULL, (void *)&rows[i]};
    }
    return failed + cmocka_run_group_tests_name("http_request rows", tests, NULL, NULL);
}
