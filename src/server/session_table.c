#include "server/session_table.h"

#include <string.h>

#include "base/shared.h"
#include "base/status.h"

#define BITS 64

/* Bytes of the processor's cache that come and go together; a guess that costs nothing where it is wrong. */
#define CACHE_LINE 64

/* Counters of the table, in its shared memory. */
typedef struct es_table_counters {
    _Atomic int64_t last_id;
    _Atomic int64_t count;
    _Atomic uint64_t free;  /* low half: number + 1 of the first free record; high half: changes with every use (ABA) */
    _Atomic uint32_t fresh; /* records from here on were never used */
} es_table_counters_t;

int es_session_table_init(es_session_table_t *table, size_t limit)
{
    size_t index_at = sizeof(es_table_counters_t), used_at, records_at;

    memset(table, 0, sizeof(*table));
    table->limit = limit;
    table->size = 1024;
    while (table->size < 2 * limit) {
        table->size *= 2;
    }
    used_at = index_at + table->size * sizeof(*table->index);
    records_at = used_at + table->size / BITS * sizeof(*table->used);
    records_at = (records_at + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
    table->memory_size = records_at + limit * sizeof(*table->records);
    table->memory = es_shared_map(table->memory_size);
    if (!table->memory) {
        return ES_E_NOMEM;
    }
    table->counters = table->memory;
    table->index = (void *)((char *)table->memory + index_at);
    table->used = (void *)((char *)table->memory + used_at);
    table->records = (void *)((char *)table->memory + records_at);
    return ES_OK;
}

void es_session_table_destroy(es_session_table_t *table)
{
    if (table->memory) {
        es_shared_unmap(table->memory, table->memory_size);
    }
    memset(table, 0, sizeof(*table));
}

/* Pops the stack of free records. A process that is killed in here loses one record at most. */
static es_record_t *pop_free(es_session_table_t *table)
{
    uint64_t head = atomic_load(&table->counters->free), next;
    es_record_t *record;

    do {
        if ((uint32_t)head == 0) {
            return NULL;
        }
        record = &table->records[(uint32_t)head - 1];
        next = ((head >> 32) + 1) << 32 | record->next_free;
    } while (!atomic_compare_exchange_weak(&table->counters->free, &head, next));
    return record;
}

static void push_free(es_session_table_t *table, es_record_t *record)
{
    uint64_t head = atomic_load(&table->counters->free), next;

    do {
        record->next_free = (uint32_t)head;
        next = ((head >> 32) + 1) << 32 | (uint32_t)(es_record_number(table, record) + 1);
    } while (!atomic_compare_exchange_weak(&table->counters->free, &head, next));
}

es_record_t *es_record_claim(es_session_table_t *table)
{
    es_record_t *record = pop_free(table);

    if (!record) {
        uint32_t number = atomic_fetch_add(&table->counters->fresh, 1);

        if (number >= table->limit) {
            atomic_fetch_sub(&table->counters->fresh, 1);
            return NULL;
        }
        record = &table->records[number];
    }
    memset(record, 0, sizeof(*record));
    return record;
}

int64_t es_record_publish(es_session_table_t *table, es_record_t *record)
{
    uint32_t number = (uint32_t)es_record_number(table, record) + 1, expected;
    int64_t id;
    size_t entry;

    /* At least half of the entries are free, so one is near. */
    do {
        id = atomic_fetch_add(&table->counters->last_id, 1) + 1;
        entry = es_session_table_entry(table, id);
        expected = 0;
    } while (!atomic_compare_exchange_strong(&table->index[entry], &expected, number));
    atomic_store(&record->id, id);
    atomic_fetch_or(&table->used[entry / BITS], UINT64_C(1) << (entry % BITS));
    atomic_fetch_add(&table->counters->count, 1);
    return id;
}

void es_record_release(es_session_table_t *table, es_record_t *record)
{
    int64_t id = atomic_exchange(&record->id, 0);

    if (id) {
        size_t entry = es_session_table_entry(table, id);

        atomic_fetch_and(&table->used[entry / BITS], ~(UINT64_C(1) << (entry % BITS)));
        atomic_store(&table->index[entry], 0);
        atomic_fetch_sub(&table->counters->count, 1);
    }
    push_free(table, record);
}

es_record_t *es_session_table_find(const es_session_table_t *table, int64_t id)
{
    uint32_t number;

    if (id <= 0 || !table->memory) {
        return NULL;
    }
    number = atomic_load_explicit(&table->index[es_session_table_entry(table, id)], memory_order_acquire);
    if (number == 0 || atomic_load_explicit(&table->records[number - 1].id, memory_order_acquire) != id) {
        return NULL;
    }
    return &table->records[number - 1];
}

int64_t es_session_table_last_id(const es_session_table_t *table)
{
    return table->memory ? atomic_load(&table->counters->last_id) : 0;
}

size_t es_session_table_count(const es_session_table_t *table)
{
    return table->memory ? (size_t)atomic_load(&table->counters->count) : 0;
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

es_record_t *es_session_table_next(const es_session_table_t *table, size_t *entry)
{
    while (table->memory && *entry < table->size) {
        size_t word_at = *entry / BITS;
        uint64_t word = atomic_load(&table->used[word_at]) & (~UINT64_C(0) << (*entry % BITS));

        if (word == 0) {
            *entry = (word_at + 1) * BITS;
            continue;
        }
        *entry = word_at * BITS + lowest_bit(word) + 1;
        uint32_t number = atomic_load(&table->index[*entry - 1]);
        if (number && atomic_load(&table->records[number - 1].id)) {
            return &table->records[number - 1];
        }
    }
    return NULL;
}
