#define _GNU_SOURCE
#include "traffic.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zlib.h>

#define DEFLATED 0x40 /* RSV1 */

static void *allocate(size_t size)
{
    void *p = malloc(size);

    if (!p) {
        perror("malloc");
        exit(1);
    }
    return p;
}

static size_t put_header(uint8_t *at, uint8_t first, size_t size, bool masked)
{
    const uint8_t mask = masked ? 0x80 : 0;
    size_t length_bytes = size < 126 ? 0 : size < 65536 ? 2 : 8;

    at[0] = first;
    at[1] = mask | (uint8_t)(length_bytes == 0 ? size : length_bytes == 2 ? 126 : 127);
    for (size_t i = 0; i < length_bytes; i++) {
        at[2 + i] = (uint8_t)(size >> (8 * (length_bytes - 1 - i)));
    }
    return 2 + length_bytes;
}

/* `depth` masked frames */
static void make_requests(traffic_t *t, uint8_t first, const uint8_t *data, size_t len, size_t depth, unsigned variant)
{
    const uint8_t key[4] = {(uint8_t)(0x12 + variant), 0x34, (uint8_t)(0x56 ^ variant), 0x78};
    uint8_t header[16];
    size_t head = put_header(header, first, len, true);

    memcpy(header + head, key, 4);
    head += 4;
    t->depth = depth;
    t->out_len = head + len;
    t->out = allocate(t->out_len * depth);
    memcpy(t->out, header, head);
    for (size_t i = 0; i < len; i++) {
        t->out[head + i] = data[i] ^ key[i & 3];
    }
    for (size_t i = 1; i < depth; i++) {
        memcpy(t->out + i * t->out_len, t->out, t->out_len);
    }
}

void traffic_echo(traffic_t *t, size_t size, bool binary, size_t depth, unsigned variant)
{
    uint8_t first = binary ? 0x82 : 0x81;
    size_t head;

    memset(t, 0, sizeof(*t));
    t->in = allocate(size + 10);
    head = put_header(t->in, first, size, false);
    t->in_len = head + size;
    t->payload = t->in + head;
    t->payload_len = size;
    for (size_t i = 0; i < size; i++) {
        t->payload[i] = (uint8_t)('a' + (i + variant) % 26);
    }
    make_requests(t, first, t->payload, size, depth, variant);
}

/* Raw deflate with an empty block at the end, which is left out: RFC 7692, section 7.2.1. */
static size_t compress_message(z_stream *z, const uint8_t *data, size_t len, uint8_t *to, size_t room)
{
    z->next_in = (Bytef *)data;
    z->avail_in = (uInt)len;
    z->next_out = to;
    z->avail_out = (uInt)room;
    if (deflate(z, Z_SYNC_FLUSH) != Z_OK || z->avail_in > 0 || room - z->avail_out < 4) {
        fprintf(stderr, "zlib cannot compress the message\n");
        exit(1);
    }
    return room - z->avail_out - 4;
}

/* @return bytes of the message, or -1: not deflated, or longer than the room */
static long inflate_message(z_stream *z, const uint8_t *data, size_t len, uint8_t *to, size_t room)
{
    static const uint8_t end[4] = {0, 0, 0xff, 0xff};
    int status;

    z->next_out = to;
    z->avail_out = (uInt)room;
    z->next_in = (Bytef *)data;
    z->avail_in = (uInt)len;
    if (inflate(z, Z_SYNC_FLUSH) != Z_OK || z->avail_in > 0) {
        return -1;
    }
    z->next_in = (Bytef *)end;
    z->avail_in = sizeof(end);
    status = inflate(z, Z_SYNC_FLUSH);
    return status == Z_OK || status == Z_BUF_ERROR ? (long)(room - z->avail_out) : -1;
}

static void begin_zlib(z_stream *deflater, z_stream *inflater)
{
    memset(deflater, 0, sizeof(*deflater));
    memset(inflater, 0, sizeof(*inflater));
    if (deflateInit2(deflater, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK ||
        inflateInit2(inflater, -15) != Z_OK) {
        fprintf(stderr, "zlib does not begin\n");
        exit(1);
    }
}

static void end_zlib(z_stream *deflater, z_stream *inflater)
{
    deflateEnd(deflater);
    inflateEnd(inflater);
}

/* Numbers and words, which compress like a chat's messages, not like a repeated letter */
static void write_json(uint8_t *to, size_t size, unsigned seed)
{
    static const char *words[] = {"red", "green", "offline", "typing", "hello", "message", "user", "room"};
    char record[128];
    size_t at = 0;

    while (at < size) {
        int n;

        seed = seed * 1103515245 + 12345;
        n = snprintf(record, sizeof(record), "{\"id\":%u,\"%s\":\"%s\",\"at\":%u.%02u},", seed >> 8,
                     words[seed >> 16 & 7], words[seed >> 20 & 7], seed >> 12, seed >> 24 & 63);
        memcpy(to + at, record, (size_t)n < size - at ? (size_t)n : size - at);
        at += (size_t)n;
    }
}

void traffic_deflate(traffic_t *t, size_t size, size_t depth, unsigned variant)
{
    size_t room = size + size / 100 + 64, len;
    uint8_t *compressed = allocate(room);
    z_stream deflater, inflater;

    memset(t, 0, sizeof(*t));
    t->payload = allocate(size);
    t->payload_len = size;
    write_json(t->payload, size, variant + 1);
    begin_zlib(&deflater, &inflater);
    len = compress_message(&deflater, t->payload, size, compressed, room);
    end_zlib(&deflater, &inflater);
    make_requests(t, 0x81 | DEFLATED, compressed, len, depth, variant);
    free(compressed);
}

void traffic_http(traffic_t *t, const char *host, const char *path, size_t depth)
{
    char request[512];
    int n = snprintf(request, sizeof(request), "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n", path, host);

    memset(t, 0, sizeof(*t));
    t->payload = (uint8_t *)"hello";
    t->payload_len = 5;
    t->depth = depth;
    t->out_len = (size_t)n;
    t->out = allocate(t->out_len * depth);
    for (size_t i = 0; i < depth; i++) {
        memcpy(t->out + i * t->out_len, request, t->out_len);
    }
}

static long learn_http(traffic_t *t, const uint8_t *data, size_t len)
{
    const uint8_t *end = memmem(data, len, "\r\n\r\n", 4), *date;
    size_t total;

    if (!end) {
        return 0;
    }
    total = (size_t)(end - data) + 4 + t->payload_len;
    if (len < total) {
        return 0;
    }
    if (strncmp((const char *)data, "HTTP/1.1 200 ", 13) != 0 || memcmp(end + 4, t->payload, t->payload_len) != 0) {
        return -1;
    }
    date = memmem(data, total, "\r\nDate: ", 8);
    date = date ? date : memmem(data, total, "\r\ndate: ", 8);
    if (date) {
        t->hole = (size_t)(date - data) + 8;
        t->hole_len = 29; /* IMF-fixdate: RFC 9110, section 5.6.7 */
    }
    return (long)total;
}

static long learn_frame(traffic_t *t, const uint8_t *data, size_t len)
{
    z_stream deflater, inflater;
    uint8_t *plain;
    size_t head, size;
    long got;

    if (len < 4) {
        return 0;
    }
    if (data[0] != (0x81 | DEFLATED) ||
        data[1] > 126) { /* nothing measured is longer than 64 KiB when it is compressed */
        return -1;
    }
    head = data[1] == 126 ? 4 : 2;
    size = data[1] == 126 ? (size_t)data[2] << 8 | data[3] : data[1];
    if (len < head + size) {
        return 0;
    }
    plain = allocate(t->payload_len + 1);
    begin_zlib(&deflater, &inflater);
    got = inflate_message(&inflater, data + head, size, plain, t->payload_len + 1);
    end_zlib(&deflater, &inflater);
    if (got != (long)t->payload_len || memcmp(plain, t->payload, t->payload_len) != 0) {
        got = -1;
    }
    free(plain);
    return got < 0 ? -1 : (long)(head + size);
}

long traffic_learn(traffic_t *t, const uint8_t *data, size_t len)
{
    long total = t->out[0] == 'G' ? learn_http(t, data, len) : learn_frame(t, data, len);

    if (total > 0) {
        t->in = allocate((size_t)total);
        t->in_len = (size_t)total;
        memcpy(t->in, data, t->in_len);
    }
    return total;
}

bool traffic_matches(const traffic_t *t, size_t at, const uint8_t *data, size_t len)
{
    while (len > 0) {
        bool free = at >= t->hole && at < t->hole + t->hole_len;
        size_t end = free ? t->hole + t->hole_len : at < t->hole ? t->hole : t->in_len;
        size_t n = end - at < len ? end - at : len;

        if (!free && memcmp(t->in + at, data, n) != 0) {
            return false;
        }
        data += n;
        len -= n;
        at = at + n == t->in_len ? 0 : at + n;
    }
    return true;
}

static double own_cpu(void)
{
    struct timespec used;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

/* What a server does: the deflated message becomes the plain one, and is deflated again. */
static void inflate_and_deflate(z_stream *deflater, z_stream *inflater, const traffic_t *t, uint8_t *frame,
                                uint8_t *plain, size_t room)
{
    const size_t head = (t->out[1] & 127) == 126 ? 8 : 6; /* of out's frames, none of which is longer */
    const size_t len = t->out_len - head;

    for (size_t i = 0; i < len; i++) {
        frame[i] = t->out[head + i] ^ t->out[head - 4 + (i & 3)];
    }
    inflateReset(inflater);
    if (inflate_message(inflater, frame, len, plain, room) != (long)t->payload_len) {
        fprintf(stderr, "zlib does not undo what it did\n");
        exit(1);
    }
    deflateReset(deflater);
    compress_message(deflater, plain, t->payload_len, frame, room);
}

double traffic_zlib_cost(const traffic_t *messages, size_t count, int rounds)
{
    const size_t room = messages->payload_len * 2 + 64;
    uint8_t *plain = allocate(room), *frame = allocate(room);
    z_stream deflater, inflater;
    double begin;

    begin_zlib(&deflater, &inflater);
    begin = own_cpu();
    for (int i = 0; i < rounds; i++) {
        for (size_t k = 0; k < count; k++) {
            inflate_and_deflate(&deflater, &inflater, &messages[k], frame, plain, room);
        }
    }
    begin = own_cpu() - begin;
    end_zlib(&deflater, &inflater);
    free(plain);
    free(frame);
    return begin / rounds / (double)count * 1e6;
}
