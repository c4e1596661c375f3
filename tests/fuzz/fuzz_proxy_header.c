#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proto/proxy_header.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Each byte costs a look at all in front of it. */
#define LONGEST (ES_PROXY_HEADER_MAX + 16)

/*
 * The start of a connection, read after each byte, and by a reader of another kind. Then a header is written with the
 * input as addresses, and read.
 */

static void require(bool condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "fuzz_proxy_header: %s\n", what);
        abort();
    }
}

/* Reads from a block of just this size, so that a sanitizer sees what is read behind it. */
static int parse(es_proxy_header_t *h, const uint8_t *bytes, size_t len)
{
    uint8_t *copy = malloc(len > 0 ? len : 1);
    int result;

    require(copy != NULL, "no memory");
    memcpy(copy, bytes, len);
    memset(h, 0xa5, sizeof(*h));
    result = es_proxy_header_parse(h, copy, len);
    free(copy);
    return result;
}

static bool same(const es_proxy_header_t *a, const es_proxy_header_t *b)
{
    return a->known == b->known && a->port == b->port && memcmp(a->ip, b->ip, sizeof(a->ip)) == 0;
}

static bool is_number(const char *word, long most)
{
    char again[24];
    long value = strtol(word, NULL, 10);

    snprintf(again, sizeof(again), "%ld", value);
    return value >= 0 && value <= most && strcmp(word, again) == 0;
}

/* The whole of a text header, as the document of the PROXY protocol has it: words that single spaces separate. */
static int read_text(es_proxy_header_t *h, const uint8_t *bytes, size_t len)
{
    char line[108] = "", *words[8] = {line};
    const uint8_t *cr = memchr(bytes, '\r', len);
    int count = 1, family;
    uint8_t other[16];

    if (!cr || cr + 1 >= bytes + len || cr[1] != '\n' || cr + 2 - bytes > 107) {
        return -1;
    }
    memcpy(line, bytes, (size_t)(cr - bytes));
    if (memcmp(line, "PROXY UNKNOWN", 13) == 0 && (bytes[13] == ' ' || bytes[13] == '\r')) {
        return (int)(cr + 2 - bytes);
    }
    if (memchr(line, '\0', (size_t)(cr - bytes))) {
        return -1;
    }
    for (char *c = line; *c; c++) {
        if (*c == ' ') {
            *c = '\0';
            if (count == 6) {
                return -1;
            }
            words[count++] = c + 1;
        }
    }
    if (count != 6 || (strcmp(words[1], "TCP4") != 0 && strcmp(words[1], "TCP6") != 0)) {
        return -1;
    }
    family = words[1][3] == '4' ? AF_INET : AF_INET6;
    if (family == AF_INET) {
        memset(h->ip + 10, 0xff, 2);
    }
    h->known = inet_pton(family, words[2], h->ip + (family == AF_INET ? 12 : 0)) == 1 &&
               inet_pton(family, words[3], other) == 1 && is_number(words[4], 65535) && is_number(words[5], 65535);
    h->port = (uint16_t)strtol(words[4], NULL, 10);
    return h->known ? (int)(cr + 2 - bytes) : -1;
}

static int read_binary(es_proxy_header_t *h, const uint8_t *bytes, size_t len)
{
    static const struct {
        uint8_t family;
        size_t addresses, ip;
    } families[] = {{0x00, 0, 0}, {0x11, 12, 4}, {0x21, 36, 16}, {0x31, 216, 0}};
    size_t rest = len >= 16 ? bytes[14] * 256u + bytes[15] : 0, at = 16;

    if (len < 16 || len < 16 + rest || 16 + rest > ES_PROXY_HEADER_MAX || (bytes[12] & 0xfe) != 0x20) {
        return -1;
    }
    for (size_t i = 0; i < sizeof(families) / sizeof(families[0]); i++) {
        if (families[i].family != bytes[13] || families[i].addresses > rest) {
            continue;
        }
        if (bytes[12] == 0x21 && families[i].ip > 0) {
            size_t skipped = 16 - families[i].ip;

            h->known = true;
            h->ip[10] = h->ip[11] = 0xff;
            memcpy(h->ip + skipped, bytes + 16, families[i].ip);
            h->port = (uint16_t)(bytes[16 + 2 * families[i].ip] * 256 + bytes[17 + 2 * families[i].ip]);
        }
        for (at += families[i].addresses; bytes[13] != 0 && at < 16 + rest;) {
            at += 3 + (at + 2 < 16 + rest ? bytes[at + 1] * 256u + bytes[at + 2] : 0);
        }
        return bytes[13] == 0 || at == 16 + rest ? (int)(16 + rest) : -1;
    }
    return -1;
}

/* @return the header's size; -1: there is none, or not all of it */
static int read_slowly(es_proxy_header_t *h, const uint8_t *bytes, size_t len)
{
    memset(h, 0, sizeof(*h));
    if (len >= 12 && memcmp(bytes, "\r\n\r\n\0\r\nQUIT\n", 12) == 0) {
        return read_binary(h, bytes, len);
    }
    return len >= 6 && memcmp(bytes, "PROXY ", 6) == 0 ? read_text(h, bytes, len) : -1;
}

/* After each byte: not yet, not yet, …, and then the same answer for ever. */
static int after_each_byte(es_proxy_header_t *h, const uint8_t *bytes, size_t len)
{
    int result = 0;

    for (size_t n = 0; n <= len; n++) {
        es_proxy_header_t now;
        int status = parse(&now, bytes, n);

        require(status <= (int)n, "it is longer than what has come");
        if (result == 0 && status > 0) {
            require(status == (int)n, "it was complete earlier");
            *h = now;
        }
        require(result == 0 || status == result, "another answer with more bytes");
        require(result <= 0 || same(&now, h), "another client with more bytes");
        result = status;
    }
    return result;
}

static void text_and_back(const uint8_t *data, bool six)
{
    char line[128], from[INET6_ADDRSTRLEN], to[INET6_ADDRSTRLEN];
    es_proxy_header_t h;
    int family = six ? AF_INET6 : AF_INET, len;
    unsigned port = data[32] * 256u + data[33];

    inet_ntop(family, data, from, sizeof(from));
    inet_ntop(family, data + 16, to, sizeof(to));
    len = snprintf(line, sizeof(line), "PROXY TCP%c %s %s %u %u\r\n%c", six ? '6' : '4', from, to, port, data[34],
                   data[35]);
    require(parse(&h, (uint8_t *)line, (size_t)len) == len - 1 && h.known && h.port == port, "text that is refused");
    require(memcmp(h.ip + (six ? 0 : 12), data, six ? 16 : 4) == 0, "another address than the written one");
}

static void binary_and_back(const uint8_t *data, bool six)
{
    uint8_t header[16 + 36 + 8] = "\r\n\r\n\0\r\nQUIT\n";
    size_t ip = six ? 16 : 4, rest = 2 * ip + 4 + 5;
    es_proxy_header_t h;

    header[12] = 0x21;
    header[13] = six ? 0x21 : 0x11;
    header[15] = (uint8_t)rest;
    memcpy(header + 16, data, 2 * ip + 4);
    memcpy(header + 16 + 2 * ip + 4, "\x04\0\2ab?", 6);
    require(parse(&h, header, 16 + rest + 1) == (int)(16 + rest) && h.known, "bytes that are refused");
    require(h.port == data[2 * ip] * 256 + data[2 * ip + 1] && memcmp(h.ip + 16 - ip, data, ip) == 0,
            "another address than the written one");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    es_proxy_header_t ours = {0}, slow;
    int result, expected;

    size = size < LONGEST ? size : LONGEST;
    result = after_each_byte(&ours, data, size);
    expected = read_slowly(&slow, data, size);

    require(expected > 0 ? result == expected && same(&ours, &slow) : result <= 0, "a slow reader thinks otherwise");
    if (size >= 36) {
        text_and_back(data, false);
        text_and_back(data, true);
        binary_and_back(data, false);
        binary_and_back(data, true);
    }
    return 0;
}
