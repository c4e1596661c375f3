#ifndef ES_SERVER_WORKER_RECORD_H
#define ES_SERVER_WORKER_RECORD_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/limit.h"
#include "net/loop.h"

/* What a process counts. Written by that process alone, summed up by whoever asks. */
typedef struct es_stats {
    uint64_t accepted, closed, aborted;
    uint64_t requests, responses; /* HTTP requests + WebSocket messages; answers of either kind */
    uint64_t dispatched;
    es_traffic_t traffic;
    uint64_t protocol_errors;   /* connections ended for breaking HTTP or WebSocket rules */
    uint64_t limits[ES_LIMITS]; /* how often each was reached */
    uint64_t tasks;             /* tasks given away */
    uint64_t tls_failures;      /* TLS handshakes that failed or took too long */
    uint64_t lost;              /* messages of other processes whose session had gone */
} es_stats_t;

/* States of a worker, as users know them (SWOOLE_WORKER_*). */
typedef enum es_worker_status {
    ES_WORKER_NONE = 0,
    ES_WORKER_BUSY = 1,
    ES_WORKER_IDLE = 2,
    ES_WORKER_EXIT = 3,
} es_worker_status_t;

/** What is known of one process slot, or of the master. */
typedef struct es_worker_record {
    _Atomic int32_t pid; /* 0: not running */
    _Atomic int32_t status;
    _Atomic int32_t tasks_waiting; /* of a task worker: given to it and not done */
    _Atomic bool on_task;          /* of a task worker: the one it works on is still counted there */
    _Atomic bool reloading;        /* of the master: workers are being replaced */
    int64_t next_task_id;          /* of the tasks it gives; a successor counts on, since results may still be due */
    es_stats_t stats;
} es_worker_record_t;

#endif
