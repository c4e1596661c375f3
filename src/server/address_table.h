#ifndef ES_SERVER_ADDRESS_TABLE_H
#define ES_SERVER_ADDRESS_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/network.h"
#include "server/mutex.h"
#include "server/session_table.h"

/*
 * How many connections each address has, in all processes of a server. It lies in shared memory behind a mutex; it is
 * only looked at when a connection comes and goes, and only where max_connections_per_ip is set. IPv6 addresses count
 * by their first 64 bits: every client has that many of them.
 */

typedef struct es_address_table {
    struct es_address_slots *shared; /* owned mapping; NULL: nothing is counted */
    size_t size;                     /* slots; a power of two, at least twice as many as there may be sessions */
    size_t memory_size;
} es_address_table_t;

/** Maps the shared memory; before any fork. @param limit sessions there may be @return ES_OK or ES_E_NOMEM */
int es_address_table_init(es_address_table_t *table, size_t limit);

/** Unmaps it in this process. */
void es_address_table_destroy(es_address_table_t *table);

/**
 * Counts one more connection of an address; those of unix sockets are not counted.
 * @param sessions what is counted anew when a process has died in the middle of counting
 * @return false, and nothing is counted, when it has `max` of them
 */
bool es_address_table_add(es_address_table_t *table, const es_session_table_t *sessions, const es_address_t *address,
                          uint32_t max);

/** Counts one less. */
void es_address_table_remove(es_address_table_t *table, const es_session_table_t *sessions,
                             const es_address_t *address);

/** How many connections of this address are counted. */
uint32_t es_address_table_count(es_address_table_t *table, const es_session_table_t *sessions,
                                const es_address_t *address);

#endif
