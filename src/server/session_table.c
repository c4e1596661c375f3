#include "server/session_table.h"

#include <string.h>

#include "base/memory.h"

#define BITS 64

void es_session_table_init(es_session_table_t *table, size_t limit)
{
    memset(table, 0, sizeof(*table));
    table->limit = limit;
    table->size = 1024;
    while (table->size < 2 * limit) {
        table->size *= 2;
    }
    table->slots = es_calloc(table->size, sizeof(*table->slots));
    table->used = es_calloc(table->size / BITS, sizeof(*table->used));
}

void es_session_table_destroy(es_session_table_t *table)
{
    es_free(table->slots);
    es_free(table->used);
    memset(table, 0, sizeof(*table));
}

int64_t es_session_table_add(es_session_table_t *table, struct es_session *session)
{
    size_t slot;

    if (table->count >= table->limit) {
        return 0;
    }
    /* At least half of the slots are free, so one is near. */
    do {
        slot = es_session_table_slot(table, ++table->last_id);
    } while (table->slots[slot]);
    table->slots[slot] = session;
    table->used[slot / BITS] |= UINT64_C(1) << (slot % BITS);
    table->count++;
    return table->last_id;
}

void es_session_table_remove(es_session_table_t *table, int64_t id)
{
    size_t slot = es_session_table_slot(table, id);

    table->slots[slot] = NULL;
    table->used[slot / BITS] &= ~(UINT64_C(1) << (slot % BITS));
    table->count--;
}

static unsigned lowest_bit(uint64_t word)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(word);
#else
    unsigned n = 0;

    while (!(word & 1)) {
        word >>= 1;
        n++;
    }
    return n;
#endif
}

struct es_session *es_session_table_next(const es_session_table_t *table, size_t slot)
{
    size_t index = slot / BITS;

    if (slot >= table->size) {
        return NULL;
    }
    uint64_t word = table->used[index] & (~UINT64_C(0) << (slot % BITS));
    while (word == 0) {
        if (++index == table->size / BITS) {
            return NULL;
        }
        word = table->used[index];
    }
    return table->slots[index * BITS + lowest_bit(word)];
}
