#ifndef ES_NET_MAILBOX_H
#define ES_NET_MAILBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "net/watch.h"

/*
 * Mail between the processes of a server. Every process slot has a socket pair made by the master: whoever
 * holds the slot reads one end, everybody may write to the other. Mail of one sender arrives in order. A
 * slot's mail waits while its process is being replaced.
 */

/* Payloads up to here travel inside the message; larger ones in a memory file whose descriptor is passed along. */
#define ES_MAIL_INLINE (32 * 1024)

/** Head of a mail. The fields but `len` are the sender's and receiver's business. */
typedef struct es_mail {
    uint16_t type;
    uint16_t from; /* process slot of the sender */
    uint32_t flags;
    int64_t id;
    int64_t arg;
    uint64_t len; /* bytes of the payload */
} es_mail_t;

/** Where mail to one slot goes in and out. */
typedef struct es_mailbox {
    int in, out;          /* owned; -1: none. `in` is written to, `out` is read */
    es_buffer_t queue;    /* owned; mail that the full socket did not take: heads with payloads */
    size_t sent;          /* bytes at its front that are gone */
    es_watch_t drained;   /* waits for room */
    es_timer_t retry;     /* waits for descriptors and memory */
    struct es_post *post; /* the one it belongs to */
} es_mailbox_t;

/** All mailboxes, as one process sees them. */
typedef struct es_post {
    es_mailbox_t *boxes; /* owned */
    int count;
    int self;        /* own slot; -1: only sends */
    es_loop_t *loop; /* borrowed; NULL until es_post_open() */
    es_watch_t arrived;
    int per_turn;    /* mails that are taken before other events have their turn; 0: a good many */
    uint8_t *buffer; /* owned; where mail is received */
    /** A mail for this process; the payload is gone after the call. */
    void (*on_mail)(struct es_post *post, const es_mail_t *mail, const void *payload);
    /**
     * A mail is lost: one that was queued here cannot be sent, or for the payload of one that came there are no
     * descriptors or memory. May be NULL.
     */
    void (*on_lost)(struct es_post *post, const es_mail_t *mail);
    void *arg; /* the business of both */
} es_post_t;

/** Makes the mailboxes; in the master, before any fork. @return ES_OK or ES_E_SYSTEM */
int es_post_init(es_post_t *post, int count);

/** Closes this process's ends and frees everything. */
void es_post_destroy(es_post_t *post);

/** Forgets mail that waits for room. In a child: it is the parent that sends it. */
void es_post_forget(es_post_t *post);

/** Begins to receive the mail of slot `self` (-1: only send). @return ES_OK or ES_E_SYSTEM */
int es_post_open(es_post_t *post, es_loop_t *loop, int self);

/** Whether mail is received. */
static inline bool es_post_is_open(const es_post_t *post)
{
    return post->arrived.registration.event != NULL;
}

/** Stops receiving, and waits for room for what is queued no longer than `seconds`. */
void es_post_close(es_post_t *post, double seconds);

/**
 * Sends a mail. What the receiver's full mailbox does not take is queued here and sent when there is room, and
 * descriptors and memory for it.
 * @return ES_OK, ES_E_OUTPUT_OVERFLOW when too much is queued already, or ES_E_SYSTEM
 */
int es_post_send(es_post_t *post, int to, const es_mail_t *mail, const void *payload);

/**
 * Waits for mail and hands it to on_mail() until `*done`, without running the loop.
 * @return whether `*done` came true in time
 */
bool es_post_wait(es_post_t *post, const bool *done, double seconds);

/* --- descriptors between processes --- */

/** Sends bytes and, if fd >= 0, a descriptor over a unix socket; blocks. @return ES_OK or ES_E_SYSTEM */
int es_send_fd(int socket, const void *bytes, size_t len, int fd);

/**
 * Receives what es_send_fd() sent.
 * @param fd out: the descriptor, now the caller's; -1: none came
 * @return bytes, 0 at the end, or the negated errno
 */
long es_recv_fd(int socket, void *bytes, size_t size, int *fd);

/** A pair of connected, close-on-exec unix sockets that keep the bounds of messages. @return ES_OK or ES_E_SYSTEM */
int es_socket_pair(int ends[2], bool nonblocking);

#endif
