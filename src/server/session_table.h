#ifndef ES_SERVER_SESSION_TABLE_H
#define ES_SERVER_SESSION_TABLE_H

#include <stddef.h>
#include <stdint.h>

struct es_session;

/**
 * Session ids and who has them. Ids count up from 1 and are never used again within a run; the slot of an
 * id is its low bits, so a look-up is one array access. A bitmap of the slots in use makes walking over the
 * sessions cheap, however few of the slots are taken.
 */
typedef struct es_session_table {
    struct es_session **slots; /* owned */
    uint64_t *used;            /* owned; one bit a slot */
    size_t size;               /* slots; a power of two, at least twice `limit` */
    size_t limit;              /* sessions there may be at one time */
    size_t count;              /* sessions there are */
    int64_t last_id;           /* the newest id; 0: none yet */
} es_session_table_t;

void es_session_table_init(es_session_table_t *table, size_t limit);
void es_session_table_destroy(es_session_table_t *table);

/** Gives a session its id. @return the id, or 0 when `limit` is reached */
int64_t es_session_table_add(es_session_table_t *table, struct es_session *session);

void es_session_table_remove(es_session_table_t *table, int64_t id);

/** The candidate for an id: the caller compares the session's own id with it. NULL: nobody. */
static inline struct es_session *es_session_table_at(const es_session_table_t *table, int64_t id)
{
    return id > 0 && id <= table->last_id ? table->slots[(uint64_t)id & (table->size - 1)] : NULL;
}

/**
 * Walks over the sessions in the order of their slots, which is that of their ids until those wrap around the table.
 * @param slot the slot to begin with; (id of the session before) + 1 goes on, also when that one is gone
 * @return the session in that or the nearest later slot, NULL at the end
 */
struct es_session *es_session_table_next(const es_session_table_t *table, size_t slot);

/** The slot of an id. */
static inline size_t es_session_table_slot(const es_session_table_t *table, int64_t id)
{
    return (size_t)((uint64_t)id & (table->size - 1));
}

#endif
