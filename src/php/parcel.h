#ifndef ES_PHP_PARCEL_H
#define ES_PHP_PARCEL_H

#include "php.h"

#include "php/host.h"
#include "server/mail.h"

/* Values that travel between processes: strings as they are, everything else by serialize(). */

#define ES_PARCEL_SERIALIZED 1 /* the bytes are what serialize() made */
#define ES_PARCEL_NO_REPLY   2 /* a task whose giver hears nothing of its result */
#define ES_PARCEL_WAITS      4 /* a task whose giver waits for the result */

/** A task that onTask is working on. */
typedef struct es_task {
    int64_t id;
    int from; /* process slot of the giver */
    uint32_t flags;
} es_task_t;

/** A call that waits for results of tasks. */
typedef struct es_task_wait {
    const zend_long *ids; /* -1: nothing to wait for */
    uint32_t count, left; /* results in all, and missing ones */
    zval *results;        /* IS_UNDEF until they come */
    bool done;
    struct es_task_wait *outer; /* a call that waits further out; NULL */
} es_task_wait_t;

/**
 * Packs a value.
 * @param parcel bytes, len and the flag of how are filled in
 * @return what holds the bytes, to be released by the caller; NULL with an exception when it cannot be serialised
 */
zend_string *es_parcel_pack(zval *value, es_parcel_t *parcel);

/** Unpacks; NULL when the bytes cannot be understood. */
void es_parcel_unpack(const es_parcel_t *parcel, zval *into);

/** Sends a task's result to its giver. @return false with the last error or a warning */
bool es_parcel_finish(es_host_t *host, const es_task_t *task, zval *data);

#endif
