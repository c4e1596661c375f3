#include "server/table.h"

#include <stdatomic.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/shared.h"
#include "base/status.h"
#include "server/mutex.h"

/*
 * Rows live in slots; a bucket is a chain of slots. Buckets are dealt out to stripes, each with a mutex that every
 * access to a row takes, reading as well: so nobody sees a row that is being written.
 *
 * A process may be killed at any instruction. The mutexes are robust: the next one that comes is told, and repairs the
 * stripe (repair()). For that, every change of a stripe is one of these, in this order of stores:
 *   - a slot is taken by storing the stripe's number into it, and becomes a row by one store that links it into its
 *     chain, after everything else in it has been written. A slot that is taken and not linked is no row: it is freed;
 *   - a row is deleted by one store that takes it out of its chain. The slot is then found as above;
 *   - one number of a row is changed by one store;
 *   - more than that is changed behind a copy of the old values (undo), which is put back.
 * So a set() happens as a whole or not at all. The kernel shows other processes all stores of the dead one, and only
 * the compiler could change their order: those that count are atomic (release).
 */

#define STRIPES 64 /* a power of two; not more than the smallest table has buckets */
#define NONE    UINT32_MAX

typedef struct stripe {
    _Alignas(64) es_mutex_t lock; /* a cache line of its own */
    _Atomic uint32_t undo_slot;   /* slot + 1 whose old values are in the stripe's undo memory; 0: none */
    uint32_t undo_from, undo_len;
    /* Written under the lock, read without it. */
    _Atomic uint64_t rows, inserts, updates, deletes, conflicts, longest;
} stripe_t;

struct es_table_shared {
    _Atomic uint32_t next_slot; /* where to look for a free one first */
    uint32_t seed;
    stripe_t stripes[STRIPES];
};

/* A slot's memory; its columns' values follow. */
typedef struct row {
    _Alignas(8) _Atomic uint32_t next; /* slot + 1 of the next one of the chain; 0: the last */
    uint32_t hash;
    bool linked; /* part of a chain */
    uint8_t key_len;
    char key[ES_TABLE_KEY_MAX];
} row_t;

typedef _Atomic uint32_t index_t;

static size_t aligned(size_t n)
{
    return (n + 63) & ~(size_t)63;
}

static void lay_out(es_table_t *t)
{
    t->buckets = aligned(sizeof(struct es_table_shared));
    t->owners = aligned(t->buckets + (size_t)t->size * sizeof(index_t));
    t->rows = aligned(t->owners + (size_t)t->capacity * sizeof(index_t));
    t->row_size = (sizeof(row_t) + t->data_size + 7) & ~(size_t)7;
    t->undo = aligned(t->rows + (size_t)t->capacity * t->row_size);
    t->memory_size = aligned(t->undo + (size_t)STRIPES * t->data_size);
}

static void *at(const es_table_t *t, size_t offset)
{
    return (char *)t->shared + offset;
}

/* slot + 1 of each bucket's first row */
static index_t *buckets(const es_table_t *t)
{
    return at(t, t->buckets);
}

/* stripe + 1 that has taken a slot; 0: free */
static index_t *owners(const es_table_t *t)
{
    return at(t, t->owners);
}

static row_t *row_at(const es_table_t *t, uint32_t slot)
{
    return at(t, t->rows + slot * t->row_size);
}

static uint8_t *data_of(row_t *row)
{
    return (uint8_t *)(row + 1);
}

static uint8_t *undo_of(const es_table_t *t, uint32_t stripe)
{
    return at(t, t->undo + (size_t)stripe * t->data_size);
}

void es_table_init(es_table_t *table, int64_t size, double overflow)
{
    memset(table, 0, sizeof(*table));
    table->size = STRIPES;
    while (table->size < size && table->size < (1U << 30)) {
        table->size *= 2;
    }
    overflow = overflow > 1 ? 1 : overflow >= 0.2 ? overflow : 0.2;
    table->capacity = table->size + (uint32_t)(table->size * overflow);
    lay_out(table);
}

void es_table_destroy(es_table_t *table)
{
    if (table->shared) {
        es_shared_unmap(table->shared, table->memory_size);
    }
    for (size_t i = 0; i < table->column_count; i++) {
        es_free(table->columns[i].name);
    }
    es_free(table->columns);
    memset(table, 0, sizeof(*table));
}

int es_table_add_column(es_table_t *table, const char *name, size_t name_len, int type, int64_t size)
{
    uint64_t used = sizeof(int64_t), most = (1U << 31) - table->data_size - 64;
    es_table_column_t *column;

    if (table->shared) {
        return ES_E_WRONG_OPERATION;
    }
    if (type == ES_TABLE_STRING) {
        if (size < 1 || (uint64_t)size > most) {
            return ES_E_INVALID_PARAMS;
        }
        used = (sizeof(uint32_t) + (uint64_t)size + 7) & ~(uint64_t)7;
    } else if (type != ES_TABLE_INT && type != ES_TABLE_FLOAT) {
        return ES_E_INVALID_PARAMS;
    }
    if (used > most || es_table_find_column(table, name, name_len) >= 0) {
        return ES_E_INVALID_PARAMS;
    }
    table->columns = es_realloc(table->columns, (table->column_count + 1) * sizeof(*column));
    column = &table->columns[table->column_count++];
    column->name = es_strndup(name, name_len);
    column->name_len = name_len;
    column->type = (es_table_type_t)type;
    column->size = type == ES_TABLE_STRING ? (uint32_t)size : sizeof(int64_t);
    column->offset = table->data_size;
    table->data_size += (uint32_t)used;
    lay_out(table);
    return ES_OK;
}

int es_table_find_column(const es_table_t *table, const char *name, size_t name_len)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].name_len == name_len && memcmp(table->columns[i].name, name, name_len) == 0) {
            return (int)i;
        }
    }
    return -1;
}

int es_table_create(es_table_t *table)
{
    if (table->shared) {
        return ES_E_WRONG_OPERATION;
    }
    table->shared = es_shared_map(table->memory_size);
    if (!table->shared) {
        return ES_E_NOMEM;
    }
    for (size_t i = 0; i < STRIPES; i++) {
        if (es_mutex_init(&table->shared->stripes[i].lock) != 0) {
            es_shared_unmap(table->shared, table->memory_size);
            table->shared = NULL;
            return ES_E_NOMEM;
        }
    }
    /* Not a secret, but more than who chooses keys can guess from outside. */
    table->shared->seed = (uint32_t)((uintptr_t)table->shared >> 12) ^ (uint32_t)time(NULL) ^ (uint32_t)getpid() << 16;
    return ES_OK;
}

static uint32_t hash_of(const es_table_t *t, const char *key, size_t len)
{
    uint64_t h = 0xcbf29ce484222325 ^ t->shared->seed;

    for (size_t i = 0; i < len; i++) {
        h = (h ^ (uint8_t)key[i]) * 0x100000001b3;
    }
    return (uint32_t)(h ^ h >> 32);
}

/* A counter that only the holder of the stripe's lock changes. */
static void count_up(_Atomic uint64_t *counter, int by)
{
    atomic_store_explicit(counter, atomic_load_explicit(counter, memory_order_relaxed) + (uint64_t)by,
                          memory_order_relaxed);
}

/* Brings a stripe in order that a dead process left somewhere between two stores. May die itself: then it runs anew. */
static void repair(es_table_t *t, uint32_t number)
{
    stripe_t *stripe = &t->shared->stripes[number];
    uint32_t undo = atomic_load(&stripe->undo_slot);
    uint64_t rows = 0;

    if (undo) {
        memcpy(data_of(row_at(t, undo - 1)) + stripe->undo_from, undo_of(t, number) + stripe->undo_from,
               stripe->undo_len);
        atomic_store(&stripe->undo_slot, 0);
    }
    for (uint32_t slot = 0; slot < t->capacity; slot++) {
        if (atomic_load(&owners(t)[slot]) == number + 1) {
            row_at(t, slot)->linked = false;
        }
    }
    for (uint32_t bucket = number; bucket < t->size; bucket += STRIPES) {
        for (uint32_t next = atomic_load(&buckets(t)[bucket]); next; next = atomic_load(&row_at(t, next - 1)->next)) {
            row_at(t, next - 1)->linked = true;
            rows++;
        }
    }
    for (uint32_t slot = 0; slot < t->capacity; slot++) {
        if (atomic_load(&owners(t)[slot]) == number + 1 && !row_at(t, slot)->linked) {
            atomic_store(&owners(t)[slot], 0);
        }
    }
    atomic_store(&stripe->rows, rows);
    es_mutex_repaired(&stripe->lock);
}

static stripe_t *lock_stripe(es_table_t *t, uint32_t number)
{
    stripe_t *stripe = &t->shared->stripes[number];

    if (es_mutex_lock(&stripe->lock, NULL) == ES_MUTEX_OWNER_DIED) {
        repair(t, number);
    }
    return stripe;
}

/* A row that is looked for, and the lock that protects it. */
typedef struct place {
    stripe_t *stripe;
    uint32_t number; /* of the stripe */
    uint32_t hash;
    index_t *link;  /* what points to the row: the bucket, or the row before */
    uint32_t slot;  /* NONE: there is no such row */
    uint32_t chain; /* rows of the bucket that were looked at */
} place_t;

/* Locks and finds; the caller unlocks. */
static place_t find(es_table_t *t, const char *key, size_t *len)
{
    place_t p = {.slot = NONE};
    uint32_t bucket;

    if (*len > ES_TABLE_KEY_MAX) {
        *len = ES_TABLE_KEY_MAX;
    }
    p.hash = hash_of(t, key, *len);
    bucket = p.hash & (t->size - 1);
    p.number = bucket % STRIPES;
    p.stripe = lock_stripe(t, p.number);
    p.link = &buckets(t)[bucket];
    for (uint32_t next; (next = atomic_load_explicit(p.link, memory_order_relaxed)) != 0; p.chain++) {
        row_t *row = row_at(t, next - 1);

        if (row->hash == p.hash && row->key_len == *len && memcmp(row->key, key, *len) == 0) {
            p.slot = next - 1;
            break;
        }
        p.link = &row->next;
    }
    return p;
}

static void unlock(place_t *p)
{
    es_mutex_unlock(&p->stripe->lock);
}

/* Takes a free slot for a stripe. Slots are taken in turn, so rows are mostly walked over in the order they came. */
static uint32_t take_slot(es_table_t *t, uint32_t number)
{
    uint32_t slot = atomic_load_explicit(&t->shared->next_slot, memory_order_relaxed) % t->capacity;

    for (uint32_t tried = 0; tried < t->capacity; tried++) {
        uint32_t nobody = 0;

        if (atomic_load_explicit(&owners(t)[slot], memory_order_relaxed) == 0 &&
            atomic_compare_exchange_strong(&owners(t)[slot], &nobody, number + 1)) {
            atomic_store_explicit(&t->shared->next_slot, slot + 1, memory_order_relaxed);
            return slot;
        }
        slot = slot + 1 < t->capacity ? slot + 1 : 0;
    }
    return NONE;
}

/* Makes a row that nobody can find yet. @return NULL: full */
static row_t *prepare_row(es_table_t *t, place_t *p, const char *key, size_t len)
{
    row_t *row;

    p->slot = take_slot(t, p->number);
    if (p->slot == NONE) {
        return NULL;
    }
    row = row_at(t, p->slot);
    row->hash = p->hash;
    row->key_len = (uint8_t)len;
    memcpy(row->key, key, len);
    for (size_t i = 0; i < t->column_count; i++) {
        /* The length of a string, or all of a number. */
        memset(data_of(row) + t->columns[i].offset, 0, sizeof(int64_t));
    }
    atomic_store_explicit(&row->next, 0, memory_order_relaxed);
    return row;
}

/* It becomes part of the table: at the end of its chain, where find() has looked in vain. */
static void link_row(place_t *p, row_t *row)
{
    row->linked = true;
    atomic_store_explicit(p->link, p->slot + 1, memory_order_release);
    count_up(&p->stripe->rows, 1);
    count_up(&p->stripe->inserts, 1);
    if (p->chain > 0) {
        count_up(&p->stripe->conflicts, 1);
    }
    if (p->chain + 1 > atomic_load_explicit(&p->stripe->longest, memory_order_relaxed)) {
        atomic_store_explicit(&p->stripe->longest, p->chain + 1, memory_order_relaxed);
    }
}

/* Bytes of a column that have a meaning. */
static size_t used_bytes(const es_table_column_t *column, const uint8_t *value)
{
    uint32_t len;

    if (column->type != ES_TABLE_STRING) {
        return sizeof(int64_t);
    }
    memcpy(&len, value, sizeof(len));
    return sizeof(len) + len;
}

static void write_value(const es_table_t *t, uint8_t *data, const es_table_value_t *value)
{
    const es_table_column_t *column = &t->columns[value->column];
    uint8_t *to = data + column->offset;

    if (column->type == ES_TABLE_STRING) {
        uint32_t len = value->text.len > column->size ? column->size : (uint32_t)value->text.len;

        memcpy(to, &len, sizeof(len));
        memcpy(to + sizeof(len), value->text.bytes, len);
    } else {
        /* One aligned store of 8 bytes: as an integer or as the bits of a double. */
        uint64_t bits;

        memcpy(&bits, column->type == ES_TABLE_INT ? (const void *)&value->integer : &value->number, sizeof(bits));
        atomic_store_explicit((_Atomic uint64_t *)(void *)to, bits, memory_order_relaxed);
    }
}

/* Changes several values behind a copy of the old ones. */
static void write_undoable(es_table_t *t, place_t *p, uint8_t *data, const es_table_value_t *values, size_t count)
{
    uint32_t from = UINT32_MAX, end = 0;

    for (size_t i = 0; i < count; i++) {
        const es_table_column_t *column = &t->columns[values[i].column];
        uint32_t column_end = column->offset + (uint32_t)used_bytes(column, data + column->offset);

        from = column->offset < from ? column->offset : from;
        end = column_end > end ? column_end : end;
    }
    memcpy(undo_of(t, p->number) + from, data + from, end - from);
    p->stripe->undo_from = from;
    p->stripe->undo_len = end - from;
    atomic_store_explicit(&p->stripe->undo_slot, p->slot + 1, memory_order_release);
    atomic_signal_fence(memory_order_seq_cst); /* no store below moves up */
    for (size_t i = 0; i < count; i++) {
        write_value(t, data, &values[i]);
    }
    atomic_store_explicit(&p->stripe->undo_slot, 0, memory_order_release);
}

int es_table_set(es_table_t *table, const char *key, size_t len, const es_table_value_t *values, size_t count)
{
    place_t p = find(table, key, &len);
    row_t *row;

    if (p.slot == NONE) {
        row = prepare_row(table, &p, key, len);
        if (row) {
            for (size_t i = 0; i < count; i++) {
                write_value(table, data_of(row), &values[i]);
            }
            link_row(&p, row);
        }
    } else {
        row = row_at(table, p.slot);
        if (count == 1 && table->columns[values->column].type != ES_TABLE_STRING) {
            write_value(table, data_of(row), values);
        } else if (count > 0) {
            write_undoable(table, &p, data_of(row), values, count);
        }
        count_up(&p.stripe->updates, 1);
    }
    unlock(&p);
    return row ? ES_OK : ES_E_NOMEM;
}

int es_table_add(es_table_t *table, const char *key, size_t len, es_table_value_t *by)
{
    place_t p = find(table, key, &len);
    bool is_new = p.slot == NONE;
    row_t *row = is_new ? prepare_row(table, &p, key, len) : row_at(table, p.slot);

    if (row) {
        if (table->columns[by->column].type == ES_TABLE_INT) {
            by->integer =
                (int64_t)((uint64_t)es_table_integer(table, by->column, data_of(row)) + (uint64_t)by->integer);
        } else {
            by->number += es_table_number(table, by->column, data_of(row));
        }
        write_value(table, data_of(row), by);
        if (is_new) {
            link_row(&p, row);
        } else {
            count_up(&p.stripe->updates, 1);
        }
    }
    unlock(&p);
    return row ? ES_OK : ES_E_NOMEM;
}

static void copy_out(const es_table_t *t, int only, const uint8_t *from, uint8_t *to)
{
    for (size_t i = 0; i < t->column_count; i++) {
        const es_table_column_t *column = &t->columns[i];

        if (only < 0 || (size_t)only == i) {
            memcpy(to + column->offset, from + column->offset, used_bytes(column, from + column->offset));
        }
    }
}

bool es_table_get(es_table_t *table, const char *key, size_t len, int column, uint8_t *data)
{
    place_t p = find(table, key, &len);

    if (p.slot != NONE) {
        copy_out(table, column, data_of(row_at(table, p.slot)), data);
    }
    unlock(&p);
    return p.slot != NONE;
}

bool es_table_exists(es_table_t *table, const char *key, size_t len)
{
    place_t p = find(table, key, &len);

    unlock(&p);
    return p.slot != NONE;
}

bool es_table_delete(es_table_t *table, const char *key, size_t len)
{
    place_t p = find(table, key, &len);

    if (p.slot != NONE) {
        row_t *row = row_at(table, p.slot);

        atomic_store_explicit(p.link, atomic_load_explicit(&row->next, memory_order_relaxed), memory_order_release);
        row->linked = false;
        atomic_store_explicit(&owners(table)[p.slot], 0, memory_order_release);
        count_up(&p.stripe->rows, -1);
        count_up(&p.stripe->deletes, 1);
    }
    unlock(&p);
    return p.slot != NONE;
}

bool es_table_next(es_table_t *table, uint32_t *position, char *key, size_t *len, uint8_t *data)
{
    bool found = false;

    while (!found && *position < table->capacity) {
        uint32_t slot = (*position)++;
        uint32_t owner = atomic_load_explicit(&owners(table)[slot], memory_order_acquire);

        if (owner != 0) {
            row_t *row = row_at(table, slot);
            stripe_t *stripe = lock_stripe(table, owner - 1);

            /* Only now it stays what it is. It may have become another stripe's meanwhile: a row that came too late. */
            if (atomic_load_explicit(&owners(table)[slot], memory_order_relaxed) == owner && row->linked) {
                memcpy(key, row->key, row->key_len);
                *len = row->key_len;
                copy_out(table, -1, data_of(row), data);
                found = true;
            }
            es_mutex_unlock(&stripe->lock);
        }
    }
    return found;
}

int64_t es_table_integer(const es_table_t *table, uint32_t column, const uint8_t *data)
{
    int64_t value;

    memcpy(&value, data + table->columns[column].offset, sizeof(value));
    return value;
}

double es_table_number(const es_table_t *table, uint32_t column, const uint8_t *data)
{
    double value;

    memcpy(&value, data + table->columns[column].offset, sizeof(value));
    return value;
}

const char *es_table_text(const es_table_t *table, uint32_t column, const uint8_t *data, size_t *len)
{
    const uint8_t *value = data + table->columns[column].offset;

    *len = used_bytes(&table->columns[column], value) - sizeof(uint32_t);
    return (const char *)value + sizeof(uint32_t);
}

void es_table_stats(const es_table_t *table, es_table_stats_t *stats)
{
    memset(stats, 0, sizeof(*stats));
    for (size_t i = 0; i < STRIPES; i++) {
        stripe_t *stripe = &table->shared->stripes[i];
        uint64_t longest = atomic_load_explicit(&stripe->longest, memory_order_relaxed);

        stats->rows += atomic_load_explicit(&stripe->rows, memory_order_relaxed);
        stats->inserts += atomic_load_explicit(&stripe->inserts, memory_order_relaxed);
        stats->updates += atomic_load_explicit(&stripe->updates, memory_order_relaxed);
        stats->deletes += atomic_load_explicit(&stripe->deletes, memory_order_relaxed);
        stats->conflicts += atomic_load_explicit(&stripe->conflicts, memory_order_relaxed);
        stats->longest = longest > stats->longest ? longest : stats->longest;
    }
}
