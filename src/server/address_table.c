#include "server/address_table.h"

#include <string.h>

#include <openssl/rand.h>

#include "base/shared.h"
#include "base/status.h"

typedef struct es_address_slot {
    uint8_t ip[ES_IP_LEN];
    uint32_t count; /* 0: free */
} es_address_slot_t;

typedef struct es_address_slots {
    es_mutex_t mutex;
    uint64_t seed; /* so that nobody can choose addresses that meet in one place */
    es_address_slot_t slots[];
} es_address_slots_t;

int es_address_table_init(es_address_table_t *table, size_t limit)
{
    memset(table, 0, sizeof(*table));
    table->size = 64;
    while (table->size < 2 * limit) {
        table->size *= 2;
    }
    table->memory_size = sizeof(*table->shared) + table->size * sizeof(table->shared->slots[0]);
    table->shared = es_shared_map(table->memory_size);
    if (!table->shared || es_mutex_init(&table->shared->mutex) != 0 ||
        RAND_bytes((unsigned char *)&table->shared->seed, sizeof(table->shared->seed)) != 1) {
        es_address_table_destroy(table);
        return ES_E_NOMEM;
    }
    return ES_OK;
}

void es_address_table_destroy(es_address_table_t *table)
{
    if (table->shared) {
        es_shared_unmap(table->shared, table->memory_size);
    }
    memset(table, 0, sizeof(*table));
}

/* What an address counts as. @return false: not at all */
static bool key_of(const es_address_t *address, uint8_t ip[ES_IP_LEN])
{
    static const uint8_t none[ES_IP_LEN / 2];

    if (!es_address_ip(address, ip)) {
        return false;
    }
    if (memcmp(ip, none, sizeof(none)) != 0) {
        memset(ip + ES_IP_LEN / 2, 0, ES_IP_LEN / 2); /* not IPv4 */
    }
    return true;
}

static size_t home_of(const es_address_table_t *table, const uint8_t ip[ES_IP_LEN])
{
    uint64_t halves[2], h = table->shared->seed;

    memcpy(halves, ip, sizeof(halves));
    for (int i = 0; i < 2; i++) {
        h = (h ^ halves[i]) * UINT64_C(0x9e3779b97f4a7c15);
        h ^= h >> 32;
    }
    return (size_t)(h * UINT64_C(0xd6e8feb86659fd93) >> 20) & (table->size - 1);
}

/* The slot of an address, or the free one where it would be: at most half of them are taken, so one is near. */
static es_address_slot_t *slot_of(es_address_table_t *table, const uint8_t ip[ES_IP_LEN])
{
    size_t at = home_of(table, ip);

    while (table->shared->slots[at].count > 0 && memcmp(table->shared->slots[at].ip, ip, ES_IP_LEN) != 0) {
        at = (at + 1) & (table->size - 1);
    }
    return &table->shared->slots[at];
}

/* Frees a slot, and moves those behind it that would not be found any more. */
static void free_slot(es_address_table_t *table, es_address_slot_t *slot)
{
    es_address_slot_t *slots = table->shared->slots;
    size_t mask = table->size - 1, hole = (size_t)(slot - slots), at = hole;

    for (;;) {
        size_t home;

        slots[hole].count = 0;
        do {
            at = (at + 1) & mask;
            if (slots[at].count == 0) {
                return;
            }
            home = home_of(table, slots[at].ip);
        } while (((at - home) & mask) < ((at - hole) & mask)); /* its home is behind the hole */
        slots[hole] = slots[at];
        hole = at;
    }
}

static void count_one(es_address_table_t *table, const uint8_t ip[ES_IP_LEN])
{
    es_address_slot_t *slot = slot_of(table, ip);

    memcpy(slot->ip, ip, ES_IP_LEN);
    slot->count++;
}

/* A process died while it changed the table: the sessions themselves know. */
static void count_anew(es_address_table_t *table, const es_session_table_t *sessions)
{
    const es_record_t *record;
    uint8_t ip[ES_IP_LEN];
    size_t entry = 0;

    memset(table->shared->slots, 0, table->size * sizeof(table->shared->slots[0]));
    while ((record = es_session_table_next(sessions, &entry)) != NULL) {
        if (record->counted && key_of(&record->peer, ip)) {
            count_one(table, ip);
        }
    }
}

static void lock(es_address_table_t *table, const es_session_table_t *sessions)
{
    if (es_mutex_lock(&table->shared->mutex, NULL) == ES_MUTEX_OWNER_DIED) {
        count_anew(table, sessions);
        es_mutex_repaired(&table->shared->mutex);
    }
}

bool es_address_table_add(es_address_table_t *table, const es_session_table_t *sessions, const es_address_t *address,
                          uint32_t max)
{
    uint8_t ip[ES_IP_LEN];
    bool added;

    if (!table->shared || !key_of(address, ip)) {
        return true;
    }
    lock(table, sessions);
    added = slot_of(table, ip)->count < max;
    if (added) {
        count_one(table, ip);
    }
    es_mutex_unlock(&table->shared->mutex);
    return added;
}

void es_address_table_remove(es_address_table_t *table, const es_session_table_t *sessions, const es_address_t *address)
{
    uint8_t ip[ES_IP_LEN];
    es_address_slot_t *slot;

    if (!table->shared || !key_of(address, ip)) {
        return;
    }
    lock(table, sessions);
    slot = slot_of(table, ip);
    if (slot->count > 1) {
        slot->count--;
    } else if (slot->count == 1) {
        free_slot(table, slot);
    }
    es_mutex_unlock(&table->shared->mutex);
}

uint32_t es_address_table_count(es_address_table_t *table, const es_session_table_t *sessions,
                                const es_address_t *address)
{
    uint8_t ip[ES_IP_LEN];
    uint32_t count;

    if (!table->shared || !key_of(address, ip)) {
        return 0;
    }
    lock(table, sessions);
    count = slot_of(table, ip)->count;
    es_mutex_unlock(&table->shared->mutex);
    return count;
}
