#ifndef ES_SERVER_SESSION_TABLE_H
#define ES_SERVER_SESSION_TABLE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/address.h"

/*
 * The connection table: session ids and what every process may know of a session. It lies in memory that is
 * shared by all processes of a server and has no locks: a record is written by the worker that owns the
 * session; ids are never used twice within a run, so a reader that finds the same id before and after
 * reading has read one session's record.
 *
 * An id's low bits name an entry of the index, the entry names the record. Records are used again last in,
 * first out, so that the memory that is touched follows the number of open sessions, not of past ones.
 */

/**
 * What all processes may read of a session. Fields without a remark do not change while it has its id. What changes
 * with every message comes first, so that it is one line of the processor's cache: the table begins at one.
 */
typedef struct es_record {
    _Atomic int64_t id;                         /* 0: free, or not published yet */
    double last_recv, last_send, last_dispatch; /* es_loop_now(); change */
    uint64_t queued_in, queued_out;             /* bytes that wait; change */
    int32_t worker;                             /* process slot of the owner */
    int32_t pid;         /* the owner itself: two processes share a slot while one hands over to the other; changes */
    int32_t port;        /* index of the port */
    int32_t socket_fd;   /* descriptor number in the owner; changes when the session moves */
    double connect_time; /* es_loop_now() */
    int64_t uid;         /* of bind(); changes once */
    uint32_t next_free;  /* of a free record: number of the next + 1 */
    es_address_t peer;   /* changes where proxies are trusted */
    int32_t close_errno; /* errno that ended the connection; changes */
    uint8_t protocol;    /* es_protocol_t; changes */
    uint8_t ws_status;   /* es_ws_status_t; changes */
    bool closing;        /* on_close is running or over: for others it does not exist any more; changes */
    bool protected;      /* no heartbeat closes it; changes */
    bool counted;        /* among its address's connections; changes with `peer` */
    bool bound;          /* bind() gave it a uid; changes once */
} es_record_t;

/** One process's view of the table. The arrays are shared, this struct is not. */
typedef struct es_session_table {
    struct es_table_counters *counters; /* shared */
    _Atomic uint32_t *index;            /* shared; number of the record + 1, 0: free */
    _Atomic uint64_t *used;             /* shared; one bit per index entry */
    es_record_t *records;               /* shared */
    size_t size;                        /* index entries; a power of two, at least twice `limit` */
    size_t limit;                       /* records: sessions there may be at one time */
    void *memory;                       /* owned; the mapping that holds the arrays */
    size_t memory_size;
} es_session_table_t;

/** Maps the shared memory; before any fork. @return ES_OK or ES_E_NOMEM */
int es_session_table_init(es_session_table_t *table, size_t limit);

/** Unmaps it in this process. */
void es_session_table_destroy(es_session_table_t *table);

/** Takes a free record, zeroed. @return NULL when `limit` sessions exist */
es_record_t *es_record_claim(es_session_table_t *table);

/** Gives a filled record the next id; from now on everybody finds it. @return the id */
int64_t es_record_publish(es_session_table_t *table, es_record_t *record);

/** Takes the id away and frees the record; one that was never published, too. */
void es_record_release(es_session_table_t *table, es_record_t *record);

/** The record of an id, NULL when no session has it. */
es_record_t *es_session_table_find(const es_session_table_t *table, int64_t id);

/** The newest id that was given away; 0: none yet. */
int64_t es_session_table_last_id(const es_session_table_t *table);

/** How many sessions have an id. */
size_t es_session_table_count(const es_session_table_t *table);

/** The number of a record: 0 .. limit - 1. */
static inline size_t es_record_number(const es_session_table_t *table, const es_record_t *record)
{
    return (size_t)(record - table->records);
}

/**
 * Walks over the sessions in the order of their index entries, which is that of their ids until those wrap
 * around the index. Sessions may come and go meanwhile.
 * @param entry in/out: the entry to begin with; moved behind the one that was found
 * @return the record in that or the nearest later entry, NULL at the end
 */
es_record_t *es_session_table_next(const es_session_table_t *table, size_t *entry);

/** The index entry of an id, whether a session has it or not. */
static inline size_t es_session_table_entry(const es_session_table_t *table, int64_t id)
{
    return (size_t)((uint64_t)id & (table->size - 1));
}

#endif
