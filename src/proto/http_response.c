#include "proto/http_response.h"

#include <stdio.h>
#include <string.h>

#include "proto/http_request.h"

const char *es_http_reason(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 101:
        return "Switching Protocols";
    case 102:
        return "Processing";
    case 103:
        return "Early Hints";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 203:
        return "Non-Authoritative Information";
    case 204:
        return "No Content";
    case 205:
        return "Reset Content";
    case 206:
        return "Partial Content";
    case 207:
        return "Multi-Status";
    case 208:
        return "Already Reported";
    case 226:
        return "IM Used";
    case 300:
        return "Multiple Choices";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 305:
        return "Use Proxy";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 407:
        return "Proxy Authentication Required";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 417:
        return "Expectation Failed";
    case 418:
        return "I'm a teapot";
    case 421:
        return "Misdirected Request";
    case 422:
        return "Unprocessable Content";
    case 423:
        return "Locked";
    case 424:
        return "Failed Dependency";
    case 425:
        return "Too Early";
    case 426:
        return "Upgrade Required";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 451:
        return "Unavailable For Legal Reasons";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    case 506:
        return "Variant Also Negotiates";
    case 507:
        return "Insufficient Storage";
    case 508:
        return "Loop Detected";
    case 510:
        return "Not Extended";
    case 511:
        return "Network Authentication Required";
    default:
        return NULL;
    }
}

/* Writes the last `width` decimal digits. */
static char *put_digits(char *to, unsigned value, unsigned width)
{
    for (unsigned i = width; i-- > 0;) {
        to[i] = (char)('0' + value % 10);
        value /= 10;
    }
    return to + width;
}

static char *put_text(char *to, const char *text, size_t len)
{
    memcpy(to, text, len);
    return to + len;
}

void es_http_date(char out[ES_HTTP_DATE_LEN + 1], time_t when)
{
    /* Not strftime(): the names must not depend on the locale, which PHP code can set. */
    static const char days[] = "SunMonTueWedThuFriSat";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    struct tm tm = {.tm_mday = 1, .tm_year = 70, .tm_wday = 4};
    char *to = out;

    gmtime_r(&when, &tm);
    to = put_text(to, days + 3 * tm.tm_wday, 3);
    to = put_text(to, ", ", 2);
    to = put_digits(to, (unsigned)tm.tm_mday, 2);
    to = put_text(to, " ", 1);
    to = put_text(to, months + 3 * tm.tm_mon, 3);
    to = put_text(to, " ", 1);
    to = put_digits(to, (unsigned)(tm.tm_year + 1900), 4);
    to = put_text(to, " ", 1);
    to = put_digits(to, (unsigned)tm.tm_hour, 2);
    to = put_text(to, ":", 1);
    to = put_digits(to, (unsigned)tm.tm_min, 2);
    to = put_text(to, ":", 1);
    to = put_digits(to, (unsigned)tm.tm_sec, 2);
    to = put_text(to, " GMT", 4);
    *to = '\0';
}

static bool ends_line(char c)
{
    return c == '\r' || c == '\n' || c == '\0';
}

void es_http_write_status(es_buffer_t *out, int status, const char *reason, size_t reason_len)
{
    char code[4] = {[3] = ' '};

    put_digits(code, (unsigned)status, 3);
    es_buffer_append_str(out, "HTTP/1.1 ");
    es_buffer_append(out, code, sizeof(code));
    if (reason == NULL) {
        const char *standard = es_http_reason(status);

        es_buffer_append_str(out, standard != NULL ? standard : "Unknown Status");
    } else {
        char *to = es_buffer_reserve(out, reason_len);

        for (size_t i = 0; i < reason_len; i++) {
            to[i] = ends_line(reason[i]) ? ' ' : reason[i];
        }
        out->len += reason_len;
    }
    es_buffer_append(out, "\r\n", 2);
}

bool es_http_write_field(es_buffer_t *out, const char *name, size_t name_len, const char *value, size_t value_len)
{
    if (!es_http_is_token(name, name_len)) {
        return false;
    }
    for (size_t i = 0; i < value_len; i++) {
        if (ends_line(value[i])) {
            return false;
        }
    }
    while (value_len > 0 && (value[value_len - 1] == ' ' || value[value_len - 1] == '\t')) {
        value_len--;
    }
    es_buffer_append(out, name, name_len);
    es_buffer_append(out, ": ", 2);
    es_buffer_append(out, value, value_len);
    es_buffer_append(out, "\r\n", 2);
    return true;
}

void es_http_write_field_str(es_buffer_t *out, const char *name, const char *value)
{
    es_buffer_append_str(out, name);
    es_buffer_append_str(out, ": ");
    es_buffer_append_str(out, value);
    es_buffer_append_str(out, "\r\n");
}

void es_http_write_date(es_buffer_t *out, const char *date)
{
    es_buffer_append_str(out, "Date: ");
    es_buffer_append(out, date, ES_HTTP_DATE_LEN);
    es_buffer_append_str(out, "\r\n");
}

/* Writes a number so that it ends in front of `end`. @return where it begins */
static inline char *put_number(char *end, size_t value, unsigned base)
{
    do {
        *--end = "0123456789abcdef"[value % base];
        value /= base;
    } while (value > 0);
    return end;
}

void es_http_write_length(es_buffer_t *out, size_t length)
{
    char digits[3 * sizeof(length)], *end = digits + sizeof(digits), *from = put_number(end, length, 10);

    es_buffer_append_str(out, "Content-Length: ");
    es_buffer_append(out, from, (size_t)(end - from));
    es_buffer_append_str(out, "\r\n");
}

void es_http_write_chunk_size(es_buffer_t *out, size_t len)
{
    char digits[2 * sizeof(len)], *end = digits + sizeof(digits), *from = put_number(end, len, 16);

    es_buffer_append(out, from, (size_t)(end - from));
    es_buffer_append_str(out, "\r\n");
}

void es_http_write_error(es_buffer_t *out, int status, const char *extra, const char *date, bool head)
{
    const char *reason = es_http_reason(status);
    char body[64];
    int body_len = snprintf(body, sizeof(body), "%d %s\n", status, reason != NULL ? reason : "Unknown Status");

    es_http_write_status(out, status, NULL, 0);
    if (extra != NULL) {
        es_buffer_append_str(out, extra);
    }
    es_buffer_append_str(out, "Connection: close\r\n");
    es_http_write_date(out, date);
    es_buffer_append_str(out, "Content-Type: text/plain\r\n");
    es_http_write_length(out, (size_t)body_len);
    es_buffer_append(out, "\r\n", 2);
    if (!head) {
        es_buffer_append(out, body, (size_t)body_len);
    }
}
