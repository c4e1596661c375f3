#include "proto/ws_handshake.h"

#include <string.h>

#include <openssl/evp.h>
#include <openssl/sha.h>

#include "base/status.h"

#define KEY_LEN 24 /* base64 characters of 16 bytes */

/* The value that RFC 6455 section 1.3 fixes for every server. */
#define ACCEPT_GUID "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

static bool is_base64_char(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
}

bool es_ws_key_valid(const char *key, size_t len)
{
    char last;

    if (len != KEY_LEN || key[KEY_LEN - 1] != '=' || key[KEY_LEN - 2] != '=') {
        return false;
    }
    for (size_t i = 0; i < KEY_LEN - 2; i++) {
        if (!is_base64_char(key[i])) {
            return false;
        }
    }
    /* The last character holds two bits of the 16th byte and four bits of padding, which must be zero. */
    last = key[KEY_LEN - 3];
    return last == 'A' || last == 'Q' || last == 'g' || last == 'w';
}

void es_ws_hasher_destroy(es_ws_hasher_t *hasher)
{
    EVP_MD_CTX_free(hasher->context);
    hasher->context = NULL;
}

/* OpenSSL 3 searches its providers for SHA-1 each time that it is named: that is as much work as computing it. */
static bool begin(es_ws_hasher_t *hasher)
{
    if (hasher->context) {
        return EVP_DigestInit_ex(hasher->context, NULL, NULL) == 1;
    }
    hasher->context = EVP_MD_CTX_new();
    if (hasher->context && EVP_DigestInit_ex(hasher->context, EVP_sha1(), NULL) == 1) {
        return true;
    }
    es_ws_hasher_destroy(hasher);
    return false;
}

int es_ws_accept_key(es_ws_hasher_t *hasher, char out[ES_WS_ACCEPT_LEN + 1], const char *key, size_t len)
{
    unsigned char digest[SHA_DIGEST_LENGTH];

    if (!begin(hasher) || EVP_DigestUpdate(hasher->context, key, len) != 1 ||
        EVP_DigestUpdate(hasher->context, ACCEPT_GUID, sizeof(ACCEPT_GUID) - 1) != 1 ||
        EVP_DigestFinal_ex(hasher->context, digest, NULL) != 1) {
        return ES_E_NOMEM;
    }
    EVP_EncodeBlock((unsigned char *)out, digest, SHA_DIGEST_LENGTH);
    return ES_OK;
}

static int refuse(int status, const char **reason, const char *why)
{
    *reason = why;
    return status;
}

int es_ws_handshake_check(const es_http_request_t *r, const char **reason)
{
    const es_http_header_t *h;

    if (r->method.len != 3 || memcmp(es_http_request_at(r, r->method), "GET", 3) != 0) {
        return refuse(405, reason, "method is not GET");
    }
    if (r->minor_version < 1) {
        return refuse(400, reason, "upgrade needs HTTP/1.1");
    }
    if (es_http_request_find(r, "host") == NULL) {
        return refuse(400, reason, "no Host");
    }
    if (!r->upgrades_websocket) {
        return refuse(400, reason, "Upgrade does not ask for websocket");
    }
    if (!r->connection_upgrade) {
        return refuse(400, reason, "Connection does not name upgrade");
    }
    /* Before the key: another version may have another idea of it. */
    h = es_http_request_find(r, "sec-websocket-version");
    if (h == NULL || h->value.len != 2 || memcmp(es_http_request_at(r, h->value), "13", 2) != 0) {
        return refuse(426, reason, "Sec-WebSocket-Version is not 13");
    }
    h = es_http_request_find(r, "sec-websocket-key");
    if (h == NULL) {
        return refuse(400, reason, "no Sec-WebSocket-Key");
    }
    if (!es_ws_key_valid(es_http_request_at(r, h->value), h->value.len)) {
        return refuse(400, reason, "Sec-WebSocket-Key is not the base64 text of 16 bytes");
    }
    return 101;
}

bool es_ws_protocol_offered(const es_http_request_t *r, const char *name, size_t len)
{
    const es_http_header_t *h = NULL;

    while ((h = es_http_request_find_next(r, h, "sec-websocket-protocol")) != NULL) {
        const char *pos = es_http_request_at(r, h->value), *end = pos + h->value.len, *item;
        size_t item_len;

        while (es_http_list_next(&pos, end, &item, &item_len)) {
            if (item_len == len && len > 0 && memcmp(item, name, len) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* What stands behind "scheme://"; the whole text when there is none. */
static const char *authority_of(const char *text, const char *end)
{
    for (const char *p = text; p + 3 <= end; p++) {
        if (memcmp(p, "://", 3) == 0) {
            return p + 3;
        }
    }
    return text;
}

/* A browser sends nothing else in front of the part that is compared; what could hide another host in there is refused.
 */
static bool is_host(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char c = text[i];

        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.')) {
            return false;
        }
    }
    return true;
}

/* "*.example.org" stands for the hosts below it with any scheme and port; with a scheme in front, for that one and no
 * port. */
static bool below(const char *pattern, const char *pattern_end, const char *origin, const char *origin_end)
{
    const char *suffix = authority_of(pattern, pattern_end), *host = authority_of(origin, origin_end), *host_end;
    size_t scheme = (size_t)(suffix - pattern), len;

    if (pattern_end - suffix < 3 || suffix[0] != '*' || suffix[1] != '.' || host == origin) {
        return false;
    }
    suffix++;
    len = (size_t)(pattern_end - suffix);
    host_end = origin_end;
    if (scheme == 0) {
        const char *colon = memchr(host, ':', (size_t)(origin_end - host));

        host_end = colon ? colon : origin_end;
    } else if (scheme != (size_t)(host - origin) || memcmp(pattern, origin, scheme) != 0) {
        return false;
    }
    return (size_t)(host_end - host) > len && memcmp(host_end - len, suffix, len) == 0 &&
           is_host(host, (size_t)(host_end - host) - len);
}

/* Whether the page came from the host that it connects to. The scheme is not looked at: in front of us there may be a
 * proxy. */
static bool same_host(const es_http_request_t *r, const char *origin, const char *origin_end)
{
    const es_http_header_t *host = es_http_request_find(r, "host");
    const char *authority = authority_of(origin, origin_end);

    return host && authority > origin && (size_t)(origin_end - authority) == host->value.len &&
           es_http_equal(authority, host->value.len, es_http_request_at(r, host->value), host->value.len);
}

/* Byte for byte but for the Host field: browsers write an origin's scheme and host in lower case. */
static bool origin_matches(const es_http_request_t *r, const char *item, size_t item_len, const char *origin,
                           size_t len)
{
    if (item_len == len && memcmp(item, origin, len) == 0) {
        return true;
    }
    if (item_len == 4 && memcmp(item, "same", 4) == 0) {
        return same_host(r, origin, origin + len);
    }
    return below(item, item + item_len, origin, origin + len);
}

bool es_ws_origin_allowed(const es_http_request_t *r, const char *list, size_t len)
{
    const es_http_header_t *h = NULL;

    while ((h = es_http_request_find_next(r, h, "origin")) != NULL) {
        const char *pos = list, *item;
        size_t item_len;
        bool found = false;

        while (!found && es_http_list_next(&pos, list + len, &item, &item_len)) {
            found = origin_matches(r, item, item_len, es_http_request_at(r, h->value), h->value.len);
        }
        if (!found) {
            return false;
        }
    }
    return true;
}
