#ifndef ES_NET_NETWORK_H
#define ES_NET_NETWORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/address.h"

/* Bytes of an IP address in the form that all have in common: IPv6, or IPv4 mapped into it (RFC 4291 section 2.5.5.2).
 */
#define ES_IP_LEN 16

/** Writes the address's bytes. @return false: a unix socket has none */
bool es_address_ip(const es_address_t *address, uint8_t ip[ES_IP_LEN]);

/**
 * Reads an IP address, with or without a port: "192.0.2.1", "192.0.2.1:80", "2001:db8::1", "[2001:db8::1]:80".
 * @return false for anything else; `*address` is untouched then
 */
bool es_address_parse(es_address_t *address, const char *text, size_t len);

/** Makes an address of bytes and a port, in the form its family has. */
void es_address_make(es_address_t *address, const uint8_t ip[ES_IP_LEN], int port);

/** A list of networks, as "10.0.0.0/8, 2001:db8::/32, 192.0.2.1, unix". Zeroed memory is an empty list. */
typedef struct es_networks {
    struct es_network *items; /* owned */
    size_t count;
    bool unix_sockets; /* peers on unix sockets are members */
} es_networks_t;

/**
 * Reads a list; members are separated by commas.
 * @param list replaced on success, else untouched
 * @param bad  out: the member that is none, within `text`
 */
bool es_networks_parse(es_networks_t *list, const char *text, const char **bad, size_t *bad_len);

/** Whether the address is a member. */
bool es_networks_hold(const es_networks_t *list, const es_address_t *address);

void es_networks_destroy(es_networks_t *list);

#endif
