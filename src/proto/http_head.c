#include "proto/http_head.h"

#include <string.h>

#define MAX_METHOD 32 /* bytes; the longest registered one has 17 */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_alnum(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

/* tchar of RFC 9110 section 5.6.2: letters, digits and !#$%&'*+-.^_`|~; none from 0x80 on. */
/* clang-format off */
static const bool token_chars[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* NUL ... */
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* DLE ... */
    0, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1, 0, /* SP ! " # ... */
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, /* 0 ... */
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, /* @ A ... */
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, /* P ... */
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, /* ` a ... */
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0, /* p ... DEL */
};
/* clang-format on */

static bool is_token_char(char c)
{
    return token_chars[(unsigned char)c];
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool es_http_equal_bytes(const char *a, const char *b, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (a[i] != b[i] && lower(a[i]) != lower(b[i])) {
            return false;
        }
    }
    return true;
}

bool es_http_is_token(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (!is_token_char(text[i])) {
            return false;
        }
    }
    return len > 0;
}

int es_http_fault(es_http_request_t *r, int status, const char *why)
{
    r->phase = ES_HTTP_FAILED;
    r->error = why;
    r->fault = -status;
    return -status;
}

int es_http_over(es_http_request_t *r, es_limit_t limit, int status, const char *why)
{
    r->limit = (uint8_t)limit;
    return es_http_fault(r, status, why);
}

/* ---- the request line ---- */

static bool is_target_char(unsigned char c)
{
    return c > ' ' && c < 0x7f;
}

int es_http_request_line_byte(es_http_request_t *r, unsigned char c, size_t pos)
{
    if (r->method.len == 0) {
        size_t len = pos - r->line_start;

        if (c == ' ' && len > 0) {
            r->method = (es_http_span_t){r->line_start, (uint32_t)len};
        } else if (!is_token_char((char)c)) {
            return es_http_fault(r, 400, "malformed method");
        } else if (len >= MAX_METHOD) {
            return es_http_fault(r, 501, "unknown method");
        }
    } else if (r->target.len == 0) {
        size_t start = r->method.off + r->method.len + 1, len = pos - start;

        if (c == ' ' && len > 0) {
            r->target = (es_http_span_t){(uint32_t)start, (uint32_t)len};
        } else if (!is_target_char(c)) {
            return es_http_fault(r, 400, "malformed target");
        } else if (len >= ES_HTTP_MAX_TARGET) {
            return es_http_over(r, ES_LIMIT_TARGET, 414, "target is too long");
        }
    }
    return 0;
}

size_t es_http_request_line_pass(const es_http_request_t *r, const char *bytes, size_t len, size_t pos)
{
    bool in_method = r->method.len == 0;
    size_t start = in_method ? r->line_start : (size_t)r->method.off + r->method.len + 1, i = 0;
    size_t room = (in_method ? MAX_METHOD : ES_HTTP_MAX_TARGET) - (pos - start);

    if (len > room) {
        len = room;
    }
    if (in_method) {
        while (i < len && is_token_char(bytes[i])) {
            i++;
        }
    } else {
        while (i < len && is_target_char((unsigned char)bytes[i])) {
            i++;
        }
    }
    return i;
}

/* Whether the bytes are a host with an optional port (RFC 9110 section 7.2), without user information. */
static bool is_authority(const char *text, size_t len)
{
    size_t i = 0;

    if (len > 0 && text[0] == '[') {
        /* An address literal; whether it is a good one matters to nobody here. */
        for (i = 1; i < len && text[i] != ']'; i++) {
            if (!is_alnum(text[i]) && text[i] != ':' && text[i] != '.') {
                return false;
            }
        }
        if (i == 1 || i == len) {
            return false;
        }
        i++;
    } else {
        while (i < len && text[i] != ':') {
            if (!is_alnum(text[i]) && text[i] != '.' &&
                (text[i] == '\0' || strchr("-_~!$&'()*+,;=%", text[i]) == NULL)) {
                return false;
            }
            i++;
        }
        if (i == 0 && len > 0) {
            return false;
        }
    }
    if (i < len && text[i++] != ':') {
        return false;
    }
    while (i < len && is_digit(text[i])) {
        i++;
    }
    return i == len;
}

/* Whether the target is an absolute URI of a scheme that we serve. */
static bool is_absolute_form(const char *target, size_t len)
{
    static const char *const schemes[] = {"http://", "https://", "ws://", "wss://"};

    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
        size_t scheme_len = strlen(schemes[i]), authority_len = 0;

        if (len <= scheme_len || !es_http_equal(target, scheme_len, schemes[i], scheme_len)) {
            continue;
        }
        target += scheme_len;
        len -= scheme_len;
        while (authority_len < len && target[authority_len] != '/' && target[authority_len] != '?' &&
               target[authority_len] != '#') {
            authority_len++;
        }
        return authority_len > 0 && is_authority(target, authority_len);
    }
    return false;
}

static bool span_is(const es_http_request_t *r, es_http_span_t span, const char *text)
{
    return span.len == strlen(text) && memcmp(es_http_request_at(r, span), text, span.len) == 0;
}

int es_http_request_line_end(es_http_request_t *r, size_t end)
{
    const char *version, *target, *mark;
    size_t version_off = (size_t)r->target.off + r->target.len + 1;

    if (r->target.len == 0 || end < version_off) {
        return es_http_fault(r, 400, "malformed request line");
    }
    version = r->head.data + version_off;
    if (end - version_off != 8 || memcmp(version, "HTTP/", 5) != 0 || !is_digit(version[5]) || version[6] != '.' ||
        !is_digit(version[7])) {
        return es_http_fault(r, 400, "malformed version");
    }
    if (version[5] != '1') {
        return es_http_fault(r, 505, "unknown version");
    }
    r->minor_version = version[7] == '0' ? 0 : 1;

    if (span_is(r, r->method, "CONNECT")) {
        return es_http_fault(r, 501, "CONNECT is not for servers");
    }
    target = es_http_request_at(r, r->target);
    if (target[0] != '/' && !(span_is(r, r->target, "*") && span_is(r, r->method, "OPTIONS")) &&
        !is_absolute_form(target, r->target.len)) {
        return es_http_fault(r, 400, "malformed target");
    }
    r->path = r->target;
    mark = memchr(target, '?', r->target.len);
    if (mark != NULL) {
        r->path.len = (uint32_t)(mark - target);
        r->query = (es_http_span_t){r->path.off + r->path.len + 1, r->target.len - r->path.len - 1};
    }
    return 0;
}

bool es_http_request_is_head(const es_http_request_t *r)
{
    return span_is(r, r->method, "HEAD");
}

/* ---- fields ---- */

int es_http_field_parse(es_http_request_t *r, es_http_header_t *h, const char *base, size_t off, size_t len)
{
    const char *line = base + off, *colon = memchr(line, ':', len);
    size_t from, to = len;

    if (len > 0 && is_space(line[0])) {
        return es_http_fault(r, 400, "folded field");
    }
    if (colon == NULL || !es_http_is_token(line, (size_t)(colon - line))) {
        return es_http_fault(r, 400, "malformed field");
    }
    from = (size_t)(colon - line) + 1;
    while (from < to && is_space(line[from])) {
        from++;
    }
    while (to > from && is_space(line[to - 1])) {
        to--;
    }
    h->name = (es_http_span_t){(uint32_t)off, (uint32_t)(colon - line)};
    h->value = (es_http_span_t){(uint32_t)(off + from), (uint32_t)(to - from)};
    return 0;
}

const es_http_header_t *es_http_request_find_next(const es_http_request_t *r, const es_http_header_t *after,
                                                  const char *name)
{
    const es_http_header_t *end = r->headers + r->header_count;
    size_t len = strlen(name);

    for (const es_http_header_t *h = after != NULL ? after + 1 : r->headers; h < end; h++) {
        if (es_http_equal(es_http_request_at(r, h->name), h->name.len, name, len)) {
            return h;
        }
    }
    return NULL;
}

const es_http_header_t *es_http_request_find(const es_http_request_t *r, const char *name)
{
    return es_http_request_find_next(r, NULL, name);
}

/* Like es_http_list_next(), but gives empty members, too. At the end `*pos` is NULL. */
static bool next_member(const char **pos, const char *end, const char **item, size_t *item_len)
{
    const char *from = *pos, *to, *comma;

    if (from == NULL) {
        return false;
    }
    comma = from < end ? memchr(from, ',', (size_t)(end - from)) : NULL;
    to = comma != NULL ? comma : end;
    *pos = comma != NULL ? comma + 1 : NULL;
    while (from < to && is_space(*from)) {
        from++;
    }
    while (to > from && is_space(to[-1])) {
        to--;
    }
    *item = from;
    *item_len = (size_t)(to - from);
    return true;
}

bool es_http_list_next(const char **pos, const char *end, const char **item, size_t *item_len)
{
    while (next_member(pos, end, item, item_len)) {
        if (*item_len > 0) {
            return true;
        }
    }
    return false;
}

bool es_http_request_has_token(const es_http_request_t *r, const char *name, const char *token, size_t token_len)
{
    const es_http_header_t *h = NULL;

    while ((h = es_http_request_find_next(r, h, name)) != NULL) {
        const char *pos = es_http_request_at(r, h->value), *end = pos + h->value.len, *item;
        size_t item_len;

        while (es_http_list_next(&pos, end, &item, &item_len)) {
            if (es_http_equal(item, item_len, token, token_len)) {
                return true;
            }
        }
    }
    return false;
}

/* ---- the end of the head ---- */

/* Fields that say something about the request as a whole. */
enum {
    HAS_HOST = 1,
    HAS_LENGTH = 2,
    HAS_KEY = 4,
    HAS_VERSION = 8,
    HAS_CODING = 16,
    HAS_CONNECTION = 32,
    HAS_UPGRADE = 64,
    HAS_EXPECT = 128,
};

/* Which of them are there. Two copies of some would be read differently by two parties. @return HAS_* or the status */
static int look_through(es_http_request_t *r)
{
    static const struct {
        int bit;
        uint32_t len;
        const char *name, *twice;
    } known[] = {
        {HAS_HOST, 4, "host", "more than one Host"},
        {HAS_LENGTH, 14, "content-length", "more than one Content-Length"},
        {HAS_KEY, 17, "sec-websocket-key", "more than one Sec-WebSocket-Key"},
        {HAS_VERSION, 21, "sec-websocket-version", "more than one Sec-WebSocket-Version"},
        {HAS_CODING, 17, "transfer-encoding", NULL},
        {HAS_CONNECTION, 10, "connection", NULL},
        {HAS_UPGRADE, 7, "upgrade", NULL},
        {HAS_EXPECT, 6, "expect", NULL},
    };
    int has = 0;

    for (const es_http_header_t *h = r->headers; h < r->headers + r->header_count; h++) {
        for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
            if (!es_http_equal(es_http_request_at(r, h->name), h->name.len, known[i].name, known[i].len)) {
                continue;
            }
            if ((has & known[i].bit) && known[i].twice) {
                return es_http_fault(r, 400, known[i].twice);
            }
            has |= known[i].bit;
            break;
        }
    }
    return has;
}

static int check_host(es_http_request_t *r, int has)
{
    if (!(has & HAS_HOST)) {
        return r->minor_version >= 1 ? es_http_fault(r, 400, "no Host") : 0;
    }
    const es_http_header_t *host = es_http_request_find(r, "host");
    if (!is_authority(es_http_request_at(r, host->value), host->value.len)) {
        return es_http_fault(r, 400, "malformed Host");
    }
    return 0;
}

static int read_content_length(es_http_request_t *r, const es_http_header_t *h)
{
    const char *text = es_http_request_at(r, h->value);
    uint64_t value = 0;

    for (size_t i = 0; i < h->value.len; i++) {
        unsigned digit = (unsigned)(text[i] - '0');

        if (!is_digit(text[i]) || value > (UINT64_MAX - digit) / 10) {
            return es_http_fault(r, 400, "malformed Content-Length");
        }
        value = value * 10 + digit;
    }
    if (h->value.len == 0) {
        return es_http_fault(r, 400, "malformed Content-Length");
    }
    if (value > r->max.body) {
        return es_http_over(r, ES_LIMIT_BODY, 413, "body is too large");
    }
    r->remaining = value;
    return 0;
}

/*
 * Only the plain `chunked` is understood. Other codings in front of it are honest, if unknown; whatever hides where
 * the body ends is an attack or a broken sender.
 */
static int read_transfer_encoding(es_http_request_t *r)
{
    const es_http_header_t *h = NULL;
    unsigned members = 0, chunked = 0;
    bool chunked_last = false;

    while ((h = es_http_request_find_next(r, h, "transfer-encoding")) != NULL) {
        const char *pos = es_http_request_at(r, h->value), *end = pos + h->value.len, *item;
        size_t len;

        while (next_member(&pos, end, &item, &len)) {
            if (len == 0) {
                return es_http_fault(r, 400, "malformed Transfer-Encoding");
            }
            chunked_last = es_http_equal(item, len, "chunked", 7);
            chunked += chunked_last ? 1 : 0;
            members++;
        }
    }
    if (chunked > 1 || (chunked == 1 && !chunked_last)) {
        return es_http_fault(r, 400, "chunked is not the last transfer coding");
    }
    if (members != chunked) {
        return es_http_fault(r, 501, "unknown transfer coding");
    }
    r->chunked = true;
    return 0;
}

/* How long the body is (RFC 9112 section 6.3). */
static int read_framing(es_http_request_t *r, int has)
{
    if (!(has & HAS_CODING)) {
        return has & HAS_LENGTH ? read_content_length(r, es_http_request_find(r, "content-length")) : 0;
    }
    if (has & HAS_LENGTH) {
        return es_http_fault(r, 400, "Content-Length beside Transfer-Encoding");
    }
    if (r->minor_version < 1) {
        return es_http_fault(r, 400, "Transfer-Encoding in HTTP/1.0");
    }
    return read_transfer_encoding(r);
}

#define HAS_TOKEN(r, name, token) es_http_request_has_token(r, name, token, sizeof(token) - 1)

int es_http_head_end(es_http_request_t *r)
{
    int has = look_through(r), status = has < 0 ? has : check_host(r, has);

    if (status == 0) {
        status = read_framing(r, has);
    }
    if (status < 0) {
        return status;
    }
    r->keep_alive = r->minor_version >= 1;
    if (has & HAS_CONNECTION) {
        r->connection_upgrade = HAS_TOKEN(r, "connection", "upgrade");
        r->keep_alive =
            !HAS_TOKEN(r, "connection", "close") && (r->keep_alive || HAS_TOKEN(r, "connection", "keep-alive"));
    }
    r->upgrades_websocket = (has & HAS_UPGRADE) && HAS_TOKEN(r, "upgrade", "websocket");
    r->expects_continue = (has & HAS_EXPECT) && r->minor_version >= 1 && (r->chunked || r->remaining > 0) &&
                          HAS_TOKEN(r, "expect", "100-continue");
    return 0;
}
