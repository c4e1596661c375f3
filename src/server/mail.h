#ifndef ES_SERVER_MAIL_H
#define ES_SERVER_MAIL_H

#include "server/session.h"

/*
 * What the processes of a server ask of each other: operations on sessions that another worker owns, tasks
 * and their results, and messages of the host.
 */

typedef enum es_mail_type {
    ES_MAIL_SEND,       /* id; payload: bytes */
    ES_MAIL_PUSH,       /* id, flags: frame flags, arg: opcode; payload */
    ES_MAIL_CLOSE,      /* id, flags: reset */
    ES_MAIL_DISCONNECT, /* id, arg: code; payload: reason */
    ES_MAIL_READ,       /* id, flags: on or off */
    ES_MAIL_BROADCAST, /* id: how many ids, flags: frame flags, arg: opcode; payload: ids who do not get it, the message
                        */
    ES_MAIL_RETIRE,    /* es_server_retire() */
    ES_MAIL_TASK,      /* id: task, flags: host's; payload */
    ES_MAIL_FINISH,    /* id: task, flags: host's; payload */
    ES_MAIL_MESSAGE,   /* flags: host's; payload */
} es_mail_type_t;

/** Begins to receive this process's mail. @return ES_OK or ES_E_SYSTEM */
int es_mail_open(es_server_t *server);

/* --- sessions, whoever owns them --- */

/** The record of an open session: not one whose on_close has begun. NULL: none. */
es_record_t *es_server_record(const es_server_t *server, int64_t id);

/** Why es_server_record() found nobody: ES_E_SESSION_CLOSING, _CLOSED or _NOT_EXIST. */
int es_server_missing(const es_server_t *server, int64_t id);

/* Statuses as those of the functions of session.h that do it where the session lives; elsewhere ES_OK means: sent. */
int es_server_send(es_server_t *server, int64_t id, const void *bytes, size_t len);
int es_server_push(es_server_t *server, int64_t id, uint8_t opcode, uint8_t flags, const es_output_ref_t *ref);

/**
 * Pushes to every WebSocket of all workers but some.
 * @return for how many it was queued, or sent to the worker that has them
 */
size_t es_server_broadcast(es_server_t *server, uint8_t opcode, uint8_t flags, const void *payload, size_t len,
                           const es_ids_t *except);

int es_server_close(es_server_t *server, int64_t id, bool reset);
int es_server_disconnect(es_server_t *server, int64_t id, uint16_t code, const char *reason, size_t len);
int es_server_read(es_server_t *server, int64_t id, bool on);

/** es_server_retire() in another worker. */
int es_server_retire_other(es_server_t *server, int slot);

/* --- tasks and messages --- */

/** What travels for the host; the payload is borrowed. */
typedef struct es_parcel {
    int64_t id;     /* of a task */
    int from;       /* process slot of the sender */
    uint32_t flags; /* the host's business */
    const void *bytes;
    size_t len;
} es_parcel_t;

/**
 * Gives a task to a task worker.
 * @param index which; -1: one that is idle, else the one with the fewest waiting
 * @param parcel id and from are filled in
 * @return ES_OK or a negative status
 */
int es_task_give(es_server_t *server, int index, es_parcel_t *parcel);

/** Sends a task's result to the process that gave it. */
int es_task_finish(es_server_t *server, int to, const es_parcel_t *parcel);

/** Sends a message of the host to a worker or task worker. */
int es_message_send(es_server_t *server, int to, const es_parcel_t *parcel);

/** Whether mail comes to this process: not yet while its predecessor still gets it. */
bool es_mail_can_wait(const es_server_t *server);

/**
 * Waits for mail without running the loop, until `*done`. Other mail is kept until the loop runs again. Only when
 * es_mail_can_wait().
 * @return whether `*done` came true in time
 */
bool es_mail_wait(es_server_t *server, const bool *done, double seconds);

#endif
