#include "proto/proxy_header.h"

#include <arpa/inet.h>
#include <string.h>

/* Version 1: one line of text, "PROXY TCP4 192.0.2.1 198.51.100.1 56324 443\r\n". */
#define TEXT_START "PROXY "
#define TEXT_MAX   107 /* bytes of the longest line, CRLF included */

/* Version 2: binary. */
#define START     "\r\n\r\n\0\r\nQUIT\n"
#define START_LEN 12
#define FIXED_LEN 16 /* start, version and command, family, length of the rest */
#define IPV4_LEN  12 /* two addresses, two ports */
#define IPV6_LEN  36
#define UNIX_LEN  216

static const uint8_t mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

/* Whether the bytes are the start of `whole`, or the other way round. */
static bool begins(const uint8_t *bytes, size_t len, const char *whole, size_t whole_len)
{
    return memcmp(bytes, whole, len < whole_len ? len : whole_len) == 0;
}

/* Takes a word and the space behind it. @return NULL when there is none */
static const char *take_word(const char **pos, const char *end, size_t *len)
{
    const char *word = *pos, *space = memchr(word, ' ', (size_t)(end - word));

    *len = (size_t)((space ? space : end) - word);
    *pos = space ? space + 1 : end;
    return *len > 0 ? word : NULL;
}

static bool take_ip(const char **pos, const char *end, int family, uint8_t ip[16])
{
    char copy[INET6_ADDRSTRLEN];
    size_t len;
    const char *word = take_word(pos, end, &len);

    if (!word || len >= sizeof(copy) || memchr(word, '\0', len)) {
        return false;
    }
    memcpy(copy, word, len);
    copy[len] = '\0';
    if (family == AF_INET) {
        memcpy(ip, mapped, sizeof(mapped));
        ip += sizeof(mapped);
    }
    return inet_pton(family, copy, ip) == 1;
}

static bool take_port(const char **pos, const char *end, uint16_t *port)
{
    unsigned long n = 0;
    size_t len;
    const char *word = take_word(pos, end, &len);

    if (!word || len > 5 || (len > 1 && word[0] == '0')) {
        return false;
    }
    for (size_t i = 0; i < len; i++) {
        if (word[i] < '0' || word[i] > '9') {
            return false;
        }
        n = n * 10 + (unsigned long)(word[i] - '0');
    }
    *port = (uint16_t)n;
    return n <= UINT16_MAX;
}

/* What stands between "PROXY " and CRLF. */
static bool read_line(es_proxy_header_t *h, const char *pos, const char *end)
{
    uint8_t own_ip[16];
    uint16_t own_port;
    size_t len;
    const char *word = take_word(&pos, end, &len);
    int family;

    if (word && len == 7 && memcmp(word, "UNKNOWN", 7) == 0) {
        return true; /* whatever follows is to be passed over */
    }
    if (!word || len != 4 || memcmp(word, "TCP", 3) != 0 || (word[3] != '4' && word[3] != '6')) {
        return false;
    }
    family = word[3] == '4' ? AF_INET : AF_INET6;
    h->known = take_ip(&pos, end, family, h->ip) && take_ip(&pos, end, family, own_ip) &&
               take_port(&pos, end, &h->port) && take_port(&pos, end, &own_port) && pos == end && end[-1] != ' ';
    return h->known;
}

static int parse_text(es_proxy_header_t *h, const uint8_t *bytes, size_t len)
{
    const char *text = (const char *)bytes, *cr = memchr(text, '\r', len);

    if (!cr) {
        return len < TEXT_MAX - 1 ? 0 : -1;
    }
    if (cr + 2 - text > TEXT_MAX) {
        return -1;
    }
    if (cr + 1 == text + len) {
        return 0;
    }
    if (cr[1] != '\n' || !read_line(h, text + sizeof(TEXT_START) - 1, cr)) {
        return -1;
    }
    return (int)(cr + 2 - text);
}

/* What a proxy adds: type, length, value, one after the other. Nothing here needs them. */
static bool extensions_fit(const uint8_t *pos, const uint8_t *end)
{
    while (end - pos >= 3) {
        size_t size = 3 + ((size_t)pos[1] << 8 | pos[2]);

        if (size > (size_t)(end - pos)) {
            return false;
        }
        pos += size;
    }
    return pos == end;
}

/* Bytes of the addresses of a family; -1 for one that a TCP connection cannot have. */
static int addresses_len(uint8_t family)
{
    switch (family) {
    case 0x00:
        return 0;
    case 0x11:
        return IPV4_LEN;
    case 0x21:
        return IPV6_LEN;
    case 0x31:
        return UNIX_LEN;
    default:
        return -1;
    }
}

static int parse_binary(es_proxy_header_t *h, const uint8_t *bytes, size_t len)
{
    size_t rest, size;
    int addresses;

    if (len > 12 && bytes[12] != 0x20 && bytes[12] != 0x21) {
        return -1;
    }
    addresses = len > 13 ? addresses_len(bytes[13]) : 0;
    if (addresses < 0) {
        return -1;
    }
    if (len < FIXED_LEN) {
        return 0;
    }
    rest = (size_t)bytes[14] << 8 | bytes[15];
    size = FIXED_LEN + rest;
    if (rest < (size_t)addresses || size > ES_PROXY_HEADER_MAX) {
        return -1;
    }
    if (len < size) {
        return 0;
    }
    if (bytes[13] != 0x00 && !extensions_fit(bytes + FIXED_LEN + addresses, bytes + size)) {
        return -1;
    }
    if (bytes[12] == 0x21 && addresses == IPV4_LEN) {
        memcpy(h->ip, mapped, sizeof(mapped));
        memcpy(h->ip + sizeof(mapped), bytes + FIXED_LEN, 4);
        h->port = (uint16_t)(bytes[FIXED_LEN + 8] << 8 | bytes[FIXED_LEN + 9]);
        h->known = true;
    } else if (bytes[12] == 0x21 && addresses == IPV6_LEN) {
        memcpy(h->ip, bytes + FIXED_LEN, 16);
        h->port = (uint16_t)(bytes[FIXED_LEN + 32] << 8 | bytes[FIXED_LEN + 33]);
        h->known = true;
    }
    return (int)size;
}

int es_proxy_header_parse(es_proxy_header_t *h, const uint8_t *bytes, size_t len)
{
    memset(h, 0, sizeof(*h));
    if (begins(bytes, len, START, START_LEN)) {
        return len < START_LEN ? 0 : parse_binary(h, bytes, len);
    }
    if (begins(bytes, len, TEXT_START, sizeof(TEXT_START) - 1)) {
        return len < sizeof(TEXT_START) - 1 ? 0 : parse_text(h, bytes, len);
    }
    return -1;
}
