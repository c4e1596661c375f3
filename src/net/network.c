#include "net/network.h"

#include <arpa/inet.h>
#include <string.h>

#include "base/memory.h"

#define IPV4_AT 12 /* where the IPv4 address is within its mapped form */

/* Longest text of an IPv6 address: INET6_ADDRSTRLEN counts the NUL. */
#define TEXT_MAX (INET6_ADDRSTRLEN - 1)

typedef struct es_network {
    uint8_t ip[ES_IP_LEN];
    unsigned bits; /* that count */
} es_network_t;

static const uint8_t mapped[IPV4_AT] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool es_address_ip(const es_address_t *address, uint8_t ip[ES_IP_LEN])
{
    switch (address->any.sa_family) {
    case AF_INET:
        memcpy(ip, mapped, sizeof(mapped));
        memcpy(ip + IPV4_AT, &address->in.sin_addr, 4);
        return true;
    case AF_INET6:
        memcpy(ip, &address->in6.sin6_addr, ES_IP_LEN);
        return true;
    default:
        return false;
    }
}

void es_address_make(es_address_t *address, const uint8_t ip[ES_IP_LEN], int port)
{
    memset(address, 0, sizeof(*address));
    if (memcmp(ip, mapped, sizeof(mapped)) == 0) {
        address->in.sin_family = AF_INET;
        address->in.sin_port = htons((uint16_t)port);
        memcpy(&address->in.sin_addr, ip + IPV4_AT, 4);
    } else {
        address->in6.sin6_family = AF_INET6;
        address->in6.sin6_port = htons((uint16_t)port);
        memcpy(&address->in6.sin6_addr, ip, ES_IP_LEN);
    }
}

/* @return AF_INET or AF_INET6, 0 when the text is no address */
static int ip_parse(uint8_t ip[ES_IP_LEN], const char *text, size_t len)
{
    char copy[TEXT_MAX + 1];

    if (len == 0 || len > TEXT_MAX || memchr(text, '\0', len)) {
        return 0;
    }
    memcpy(copy, text, len);
    copy[len] = '\0';
    if (inet_pton(AF_INET, copy, ip + IPV4_AT) == 1) {
        memcpy(ip, mapped, sizeof(mapped));
        return AF_INET;
    }
    return inet_pton(AF_INET6, copy, ip) == 1 ? AF_INET6 : 0;
}

/* @return the number, -1 when the text is none or passes `max` */
static int number_parse(const char *text, size_t len, int max)
{
    int n = 0;

    for (size_t i = 0; i < len; i++) {
        if (text[i] < '0' || text[i] > '9' || (n = n * 10 + (text[i] - '0')) > max) {
            return -1;
        }
    }
    return len > 0 ? n : -1;
}

bool es_address_parse(es_address_t *address, const char *text, size_t len)
{
    const char *ip_text = text, *colon;
    size_t ip_len = len;
    uint8_t ip[ES_IP_LEN];
    int port = 0;

    if (len > 0 && text[0] == '[') {
        const char *bracket = memchr(text, ']', len);

        if (!bracket) {
            return false;
        }
        ip_text = text + 1;
        ip_len = (size_t)(bracket - ip_text);
        len -= ip_len + 2;
        text = bracket + 1;
        if (len > 0 && (text[0] != ':' || (port = number_parse(text + 1, len - 1, UINT16_MAX)) < 0)) {
            return false;
        }
        if (!memchr(ip_text, ':', ip_len)) {
            return false;
        }
    } else if ((colon = len > 0 ? memchr(text, ':', len) : NULL) != NULL) {
        size_t rest = len - (size_t)(colon + 1 - text);

        if (!memchr(colon + 1, ':', rest)) { /* more than one: IPv6 without a port */
            ip_len = (size_t)(colon - text);
            port = number_parse(colon + 1, rest, UINT16_MAX);
        }
    }
    if (port < 0 || ip_parse(ip, ip_text, ip_len) == 0) {
        return false;
    }
    es_address_make(address, ip, port);
    return true;
}

static bool network_parse(es_network_t *network, const char *text, size_t len)
{
    const char *slash = len > 0 ? memchr(text, '/', len) : NULL;
    size_t ip_len = slash ? (size_t)(slash - text) : len;
    int family = ip_parse(network->ip, text, ip_len), most = family == AF_INET ? 32 : 128, bits = most;

    if (slash) {
        bits = number_parse(slash + 1, len - ip_len - 1, most);
    }
    network->bits = (unsigned)(bits + 128 - most);
    return family != 0 && bits >= 0;
}

static bool holds(const es_network_t *network, const uint8_t ip[ES_IP_LEN])
{
    unsigned whole = network->bits / 8, rest = network->bits % 8;

    return memcmp(network->ip, ip, whole) == 0 && (rest == 0 || ((network->ip[whole] ^ ip[whole]) >> (8 - rest)) == 0);
}

bool es_networks_parse(es_networks_t *list, const char *text, const char **bad, size_t *bad_len)
{
    es_networks_t parsed = {0};

    while (text) {
        const char *comma = strchr(text, ','), *start = text, *end = comma ? comma : text + strlen(text);

        while (start < end && (*start == ' ' || *start == '\t')) {
            start++;
        }
        while (start < end && (end[-1] == ' ' || end[-1] == '\t')) {
            end--;
        }
        if (end - start == 4 && memcmp(start, "unix", 4) == 0) {
            parsed.unix_sockets = true;
        } else {
            parsed.items = es_realloc(parsed.items, (parsed.count + 1) * sizeof(*parsed.items));
            if (!network_parse(&parsed.items[parsed.count], start, (size_t)(end - start))) {
                *bad = start;
                *bad_len = (size_t)(end - start);
                es_networks_destroy(&parsed);
                return false;
            }
            parsed.count++;
        }
        text = comma ? comma + 1 : NULL;
    }
    es_networks_destroy(list);
    *list = parsed;
    return true;
}

bool es_networks_hold(const es_networks_t *list, const es_address_t *address)
{
    uint8_t ip[ES_IP_LEN];

    if (!es_address_ip(address, ip)) {
        return list->unix_sockets;
    }
    for (size_t i = 0; i < list->count; i++) {
        if (holds(&list->items[i], ip)) {
            return true;
        }
    }
    return false;
}

void es_networks_destroy(es_networks_t *list)
{
    es_free(list->items);
    memset(list, 0, sizeof(*list));
}
