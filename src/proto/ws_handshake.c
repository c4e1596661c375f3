#include "proto/ws_handshake.h"

#include <string.h>

#include <openssl/evp.h>
#include <openssl/sha.h>

#include "base/buffer.h"

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

void es_ws_accept_key(char out[ES_WS_ACCEPT_LEN + 1], const char *key, size_t len)
{
    unsigned char digest[SHA_DIGEST_LENGTH];
    es_buffer_t text = {0};

    es_buffer_append(&text, key, len);
    es_buffer_append_str(&text, ACCEPT_GUID);
    SHA1((const unsigned char *)text.data, text.len, digest);
    es_buffer_destroy(&text);
    EVP_EncodeBlock((unsigned char *)out, digest, SHA_DIGEST_LENGTH);
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

bool es_ws_origin_allowed(const es_http_request_t *r, const char *list, size_t len)
{
    const es_http_header_t *h = NULL;

    while ((h = es_http_request_find_next(r, h, "origin")) != NULL) {
        const char *pos = list, *item;
        size_t item_len;
        bool found = false;

        while (!found && es_http_list_next(&pos, list + len, &item, &item_len)) {
            /* Byte for byte: browsers write scheme and host in lower case. */
            found = item_len == h->value.len && memcmp(item, es_http_request_at(r, h->value), item_len) == 0;
        }
        if (!found) {
            return false;
        }
    }
    return true;
}
