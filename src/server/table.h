#ifndef ES_SERVER_TABLE_H
#define ES_SERVER_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ES_TABLE_KEY_MAX 63 /* bytes of a key */

/* A hash table in shared memory: made by one process, used by it and the children it forks later. */

/* Numbers that PHP users know (spec section 3.9). */
typedef enum es_table_type {
    ES_TABLE_INT = 1,
    ES_TABLE_FLOAT = 2,
    ES_TABLE_STRING = 3,
} es_table_type_t;

typedef struct es_table_column {
    char *name; /* owned */
    size_t name_len;
    es_table_type_t type;
    uint32_t size;   /* of a string: the most bytes it may have */
    uint32_t offset; /* where its value is in a row's data */
} es_table_column_t;

struct es_table_shared;

/** A process's view of a table. */
typedef struct es_table {
    es_table_column_t *columns; /* owned */
    size_t column_count;
    uint32_t size;      /* buckets, a power of two */
    uint32_t capacity;  /* rows there is room for, >= size */
    uint32_t data_size; /* bytes of a row's columns */
    size_t memory_size;
    size_t buckets, owners, rows, row_size, undo; /* where the parts of the shared memory are */
    struct es_table_shared *shared;               /* owned; NULL before es_table_create() */
} es_table_t;

/** A value for one column. */
typedef struct es_table_value {
    uint32_t column; /* index */
    union {
        int64_t integer;
        double number;
        struct {
            const char *bytes; /* borrowed */
            size_t len;        /* what is longer than the column is cut off */
        } text;
    };
} es_table_value_t;

/**
 * @param size     rows it should have room for; made a power of two, at least 64
 * @param overflow part of `size` there is room for on top, 0.2 to 1
 */
void es_table_init(es_table_t *table, int64_t size, double overflow);

void es_table_destroy(es_table_t *table);

/**
 * Adds a column.
 * @return ES_OK; ES_E_WRONG_OPERATION after es_table_create(); ES_E_INVALID_PARAMS for an unknown type, a string of 0
 *         or too many bytes, or a name that is taken
 */
int es_table_add_column(es_table_t *table, const char *name, size_t name_len, int type, int64_t size);

/** @return index of a column, or -1 */
int es_table_find_column(const es_table_t *table, const char *name, size_t name_len);

/** Takes the memory. @return ES_OK, ES_E_NOMEM, or ES_E_WRONG_OPERATION when it was called before */
int es_table_create(es_table_t *table);

/*
 * Below: only between es_table_create() and es_table_destroy(). Keys are cut off at ES_TABLE_KEY_MAX bytes. `data` is
 * memory of the caller, `data_size` bytes, that receives a copy; read it with es_table_integer() etc.
 */

/** Writes some columns of a row, all at once. A new row's other columns are zero. @return ES_OK; ES_E_NOMEM: full */
int es_table_set(es_table_t *table, const char *key, size_t len, const es_table_value_t *values, size_t count);

/**
 * Adds to a numeric column; a row that is missing is made. Integers wrap around.
 * @param by in: what is added; out: the new value
 */
int es_table_add(es_table_t *table, const char *key, size_t len, es_table_value_t *by);

/** @param column only this one is copied; -1: all */
bool es_table_get(es_table_t *table, const char *key, size_t len, int column, uint8_t *data);

bool es_table_exists(es_table_t *table, const char *key, size_t len);

bool es_table_delete(es_table_t *table, const char *key, size_t len);

/**
 * Walks over the rows; they may come and go meanwhile.
 * @param position in: where to look from, 0 at first; out: behind the row
 * @param key      ES_TABLE_KEY_MAX bytes
 */
bool es_table_next(es_table_t *table, uint32_t *position, char *key, size_t *len, uint8_t *data);

int64_t es_table_integer(const es_table_t *table, uint32_t column, const uint8_t *data);
double es_table_number(const es_table_t *table, uint32_t column, const uint8_t *data);
const char *es_table_text(const es_table_t *table, uint32_t column, const uint8_t *data, size_t *len);

typedef struct es_table_stats {
    uint64_t rows;
    uint64_t inserts, updates, deletes;
    uint64_t conflicts; /* inserts into a bucket that was not empty */
    uint64_t longest;   /* the most rows that a bucket has had */
} es_table_stats_t;

void es_table_stats(const es_table_t *table, es_table_stats_t *stats);

#endif
