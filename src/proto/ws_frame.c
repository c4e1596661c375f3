#include "proto/ws_frame.h"

#include <string.h>

/* The first two bytes of a frame. */
#define BIT_FIN     0x80
#define BIT_RSV1    0x40
#define BIT_RSV2    0x20
#define BIT_RSV3    0x10
#define OPCODE_BITS 0x0f
#define BIT_MASK    0x80
#define LENGTH_BITS 0x7f
#define LENGTH_16   126 /* the length stands in the next two bytes */
#define LENGTH_64   127 /* the length stands in the next eight bytes */

static uint64_t read_big_endian(const uint8_t *bytes, size_t count)
{
    uint64_t value = 0;

    for (size_t i = 0; i < count; i++) {
        value = value << 8 | bytes[i];
    }
    return value;
}

static void write_big_endian(uint8_t *bytes, size_t count, uint64_t value)
{
    while (count-- > 0) {
        bytes[count] = (uint8_t)value;
        value >>= 8;
    }
}

bool es_ws_header_parse(es_ws_header_t *h, const uint8_t *bytes, size_t len)
{
    size_t extended, size;
    uint8_t short_length;

    if (len < 2) {
        return false;
    }
    short_length = bytes[1] & LENGTH_BITS;
    extended = short_length == LENGTH_64 ? 8 : short_length == LENGTH_16 ? 2 : 0;
    size = 2 + extended + ((bytes[1] & BIT_MASK) != 0 ? 4 : 0);
    if (len < size) {
        return false;
    }

    h->opcode = bytes[0] & OPCODE_BITS;
    h->flags = (uint8_t)(((bytes[0] & BIT_FIN) != 0 ? ES_WS_FLAG_FIN : 0) |
                         ((bytes[0] & BIT_RSV1) != 0 ? ES_WS_FLAG_RSV1 : 0) |
                         ((bytes[0] & BIT_RSV2) != 0 ? ES_WS_FLAG_RSV2 : 0) |
                         ((bytes[0] & BIT_RSV3) != 0 ? ES_WS_FLAG_RSV3 : 0) |
                         ((bytes[1] & BIT_MASK) != 0 ? ES_WS_FLAG_MASK : 0));
    h->size = (uint8_t)size;
    h->length = extended > 0 ? read_big_endian(bytes + 2, extended) : short_length;
    /* Without a mask the key is zero, which is the mask that changes nothing. */
    memset(h->key, 0, sizeof(h->key));
    if ((h->flags & ES_WS_FLAG_MASK) != 0) {
        memcpy(h->key, bytes + 2 + extended, sizeof(h->key));
    }
    return true;
}

size_t es_ws_header_write(uint8_t out[ES_WS_MAX_HEADER], uint8_t opcode, uint8_t flags, uint64_t length,
                          const uint8_t *key)
{
    size_t size = 2;

    out[0] =
        (uint8_t)((opcode & OPCODE_BITS) | ((flags & ES_WS_FLAG_FIN) != 0 ? BIT_FIN : 0) |
                  ((flags & ES_WS_FLAG_RSV1) != 0 ? BIT_RSV1 : 0) | ((flags & ES_WS_FLAG_RSV2) != 0 ? BIT_RSV2 : 0) |
                  ((flags & ES_WS_FLAG_RSV3) != 0 ? BIT_RSV3 : 0));
    if (length < LENGTH_16) {
        out[1] = (uint8_t)length;
    } else if (length <= UINT16_MAX) {
        out[1] = LENGTH_16;
        write_big_endian(out + 2, 2, length);
        size += 2;
    } else {
        out[1] = LENGTH_64;
        write_big_endian(out + 2, 8, length);
        size += 8;
    }
    if (key != NULL) {
        out[1] |= BIT_MASK;
        memcpy(out + size, key, 4);
        size += 4;
    }
    return size;
}

bool es_ws_close_code_valid(unsigned code)
{
    if (code >= 3000) {
        return code <= 4999;
    }
    /* 1004 never got a meaning; 1005, 1006 and 1015 only ever describe a close that had no frame. */
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014);
}

int es_ws_close_parse(const uint8_t *payload, size_t len, unsigned *code, const char **reason, size_t *reason_len)
{
    es_utf8_t utf8 = 0;

    *code = ES_WS_CLOSE_NO_STATUS;
    *reason = NULL;
    *reason_len = 0;
    if (len == 0) {
        return 0;
    }
    if (len == 1) {
        return -ES_WS_CLOSE_PROTOCOL_ERROR;
    }
    *code = (unsigned)read_big_endian(payload, 2);
    if (!es_ws_close_code_valid(*code)) {
        return -ES_WS_CLOSE_PROTOCOL_ERROR;
    }
    if (!es_utf8_feed(&utf8, payload + 2, len - 2) || !es_utf8_complete(utf8)) {
        return -ES_WS_CLOSE_BAD_DATA;
    }
    if (len > 2) {
        *reason = (const char *)payload + 2;
        *reason_len = len - 2;
    }
    return 0;
}

size_t es_ws_close_write(uint8_t out[ES_WS_MAX_CONTROL], unsigned code, const char *reason, size_t reason_len)
{
    if (code == ES_WS_CLOSE_NO_STATUS || code == ES_WS_CLOSE_ABNORMAL) {
        return 0;
    }
    write_big_endian(out, 2, code);
    if (reason_len > ES_WS_MAX_CLOSE_TEXT) {
        size_t cut = ES_WS_MAX_CLOSE_TEXT;

        /* A character has at most three continuation bytes; more of them are no UTF-8 and not worth a search. */
        while (cut > ES_WS_MAX_CLOSE_TEXT - 3 && ((uint8_t)reason[cut] & 0xc0) == 0x80) {
            cut--;
        }
        reason_len = cut;
    }
    if (reason_len > 0) {
        memcpy(out + 2, reason, reason_len);
    }
    return 2 + reason_len;
}
