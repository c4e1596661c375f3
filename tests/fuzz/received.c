#include "received.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <zlib.h>

#include "support/utf8_reference.h"

typedef struct reading {
    const uint8_t *pos, *end;
    received_t seen;
    bool deflate, keeps_window;
    uint8_t *message; /* payload of the fragments so far */
    size_t len;
    uint8_t opcode; /* of the message; 0: none has begun */
    bool packed;
    z_stream z;
} reading_t;

static bool fault(reading_t *r, const char *what)
{
    r->seen.fault = what;
    return false;
}

/* --- HTTP --- */

static bool is_field_name(const uint8_t *from, const uint8_t *to)
{
    for (const uint8_t *p = from; p < to; p++) {
        if (!strchr("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", *p) || *p == 0) {
            return false;
        }
    }
    return from < to;
}

/* Takes a line without its CRLF. @return NULL: it is not all there, or broken */
static const uint8_t *take_line(reading_t *r, size_t *len)
{
    const uint8_t *line = r->pos;

    for (const uint8_t *p = line; p < r->end; p++) {
        if (*p == '\r' && p + 1 < r->end && p[1] == '\n') {
            *len = (size_t)(p - line);
            r->pos = p + 2;
            return line;
        }
        if ((*p < 0x20 && *p != '\r') || *p == 0x7f || (*p == '\r' && p + 1 < r->end)) {
            fault(r, "a control byte in a line");
            return NULL;
        }
    }
    return NULL;
}

static bool is_named(const uint8_t *line, const uint8_t *colon, const char *name)
{
    return (size_t)(colon - line) == strlen(name) && strncasecmp((const char *)line, name, strlen(name)) == 0;
}

static bool holds(const uint8_t *text, size_t len, const char *word)
{
    size_t size = strlen(word);

    for (size_t i = 0; i + size <= len; i++) {
        if (memcmp(text + i, word, size) == 0) {
            return true;
        }
    }
    return false;
}

/* @param body_len out: -1: no length was given */
static bool take_fields(reading_t *r, long *body_len)
{
    const uint8_t *line;
    size_t len;

    *body_len = -1;
    while ((line = take_line(r, &len)) != NULL && len > 0) {
        const uint8_t *colon = memchr(line, ':', len);

        if (!colon || !is_field_name(line, colon)) {
            return fault(r, "a field without a name");
        }
        if (is_named(line, colon, "Content-Length")) {
            if (*body_len >= 0 || colon + 2 >= line + len) {
                return fault(r, "two lengths, or an empty one");
            }
            *body_len = 0;
            for (const uint8_t *p = colon + 2; p < line + len; p++) {
                if (*p < '0' || *p > '9') {
                    return fault(r, "a length that is no number");
                }
                *body_len = *body_len * 10 + (*p - '0');
            }
        }
        if (is_named(line, colon, "Sec-WebSocket-Extensions")) {
            r->deflate = holds(line, len, "permessage-deflate");
            r->keeps_window = !holds(line, len, "server_no_context_takeover");
        }
    }
    return line != NULL;
}

static bool take_response(reading_t *r)
{
    size_t len;
    long body_len;
    const uint8_t *line = take_line(r, &len);
    int status;

    if (!line) {
        return false;
    }
    if (len < 13 || memcmp(line, "HTTP/1.1 ", 9) != 0 || line[12] != ' ' || line[9] < '1' || line[9] > '5' ||
        line[10] < '0' || line[10] > '9' || line[11] < '0' || line[11] > '9') {
        return fault(r, "a bad status line");
    }
    status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0');
    if (!take_fields(r, &body_len)) {
        return false;
    }
    if (status == 101) {
        r->seen.upgraded = true;
    } else if (status >= 200) {
        if (body_len < 0) {
            return fault(r, "a response without a length");
        }
        if (r->end - r->pos < body_len) {
            return false;
        }
        r->pos += body_len;
    }
    r->seen.responses += status == 101 || status >= 200;
    return true;
}

/* --- WebSocket --- */

static bool is_text(const uint8_t *bytes, size_t len)
{
    bool complete;

    return utf8_reference(bytes, len, &complete) == len && complete;
}

static bool close_frame(reading_t *r, const uint8_t *payload, size_t len)
{
    unsigned code = len >= 2 ? (unsigned)payload[0] << 8 | payload[1] : 0;

    r->seen.closed = true;
    if (len == 0) {
        return true;
    }
    if (!((code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999))) {
        return fault(r, "a close code that nobody may send");
    }
    return is_text(payload + 2, len - 2) || fault(r, "a close reason that is no text");
}

static void append(reading_t *r, const uint8_t *bytes, size_t len)
{
    r->message = realloc(r->message, r->len + len + 4);
    if (!r->message) {
        abort();
    }
    if (len > 0) {
        memcpy(r->message + r->len, bytes, len);
    }
    r->len += len;
}

/* Inflates the message in place of what it was. */
static bool inflate_message(reading_t *r)
{
    uint8_t *in = r->message, piece[16384];
    int status;

    append(r, (const uint8_t *)"\0\0\xff\xff", 4);
    in = r->message;
    r->z.next_in = in;
    r->z.avail_in = (unsigned)r->len;
    r->message = NULL;
    r->len = 0;
    do {
        r->z.next_out = piece;
        r->z.avail_out = sizeof(piece);
        status = inflate(&r->z, Z_SYNC_FLUSH);
        append(r, piece, sizeof(piece) - r->z.avail_out);
    } while (status == Z_OK && r->z.avail_out == 0);
    free(in);
    if ((status != Z_OK && status != Z_BUF_ERROR) || r->z.avail_in > 0 || (r->z.data_type & 128) == 0) {
        return fault(r, "a compressed message that cannot be inflated");
    }
    if (!r->keeps_window) {
        inflateReset(&r->z);
    }
    return true;
}

static bool data_frame(reading_t *r, uint8_t first, const uint8_t *payload, size_t len)
{
    uint8_t opcode = first & 0x0f;

    if (opcode > 2 || (opcode == 0) != (r->opcode != 0)) {
        return fault(r, "an unknown opcode, or fragments out of order");
    }
    if ((first & 0x30) != 0 || ((first & 0x40) != 0 && (!r->deflate || opcode == 0))) {
        return fault(r, "reserved bits");
    }
    if (opcode != 0) {
        r->opcode = opcode;
        r->packed = (first & 0x40) != 0;
    }
    append(r, payload, len);
    if ((first & 0x80) == 0) {
        return true;
    }
    if (r->packed && !inflate_message(r)) {
        return false;
    }
    if (r->opcode == 1 && !is_text(r->message, r->len)) {
        return fault(r, "text that is no UTF-8");
    }
    r->opcode = 0;
    r->len = 0;
    r->seen.messages++;
    return true;
}

static bool take_frame(reading_t *r)
{
    const uint8_t *p = r->pos;
    size_t have = (size_t)(r->end - p), head = 2;
    uint64_t len;

    if (have < 2) {
        return false;
    }
    if (r->seen.closed) {
        return fault(r, "a frame behind the close frame");
    }
    if ((p[1] & 0x80) != 0) {
        return fault(r, "a masked frame");
    }
    len = p[1];
    if (len >= 126) {
        head = len == 126 ? 4 : 10;
        if (have < head) {
            return false;
        }
        len = 0;
        for (size_t i = 2; i < head; i++) {
            len = len << 8 | p[i];
        }
        if (len < (head == 4 ? 126u : 65536u)) {
            return fault(r, "a length that is not minimal");
        }
    }
    if (len > have - head) {
        return false;
    }
    r->pos += head + len;
    if ((p[0] & 0x08) == 0) {
        return data_frame(r, p[0], p + head, (size_t)len);
    }
    if ((p[0] & 0xf0) != 0x80 || (p[0] & 0x0f) > 10 || len > 125) {
        return fault(r, "a bad control frame");
    }
    return (p[0] & 0x0f) != 8 || close_frame(r, p + head, (size_t)len);
}

received_t received_read(const char *bytes, size_t len)
{
    const uint8_t *from = (const uint8_t *)(len > 0 ? bytes : "");
    reading_t r = {.pos = from, .end = from + len};

    if (inflateInit2(&r.z, -15) != Z_OK) {
        abort();
    }
    while (r.pos < r.end && (r.seen.upgraded ? take_frame(&r) : take_response(&r))) {
    }
    r.seen.complete = r.pos == r.end && r.opcode == 0;
    inflateEnd(&r.z);
    free(r.message);
    return r.seen;
}
