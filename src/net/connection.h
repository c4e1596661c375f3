#ifndef ES_NET_CONNECTION_H
#define ES_NET_CONNECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include <event2/event.h>
#include <event2/event_struct.h>

#include "net/loop.h"
#include "net/output.h"

typedef struct es_conn es_conn_t;
typedef struct es_tls es_tls_t;

/**
 * How bytes get in and out of a descriptor: plain TCP or TLS (net/tls.h). Results as in net/socket.h: a count, 0 at
 * the end of the stream (recv), or a negated errno. With -EAGAIN, `c->write_event` is what send, handshake and end
 * wait for; plain ones always wait for EV_WRITE.
 */
typedef struct es_transport {
    ssize_t (*recv)(es_conn_t *c, void *into, size_t size);
    ssize_t (*send)(es_conn_t *c, const struct iovec *iov, int count);
    /* The others may be NULL: there is nothing to do. */
    /** Goes on with what comes before all else. @return 0 when it is over, -EAGAIN, or the errno with `*failure` */
    int (*handshake)(es_conn_t *c, const char **failure);
    /** Whether recv may have something without the descriptor's being readable. */
    bool (*unread)(const es_conn_t *c);
    /** Says goodbye behind the last byte. @return 0 or -EAGAIN */
    int (*end)(es_conn_t *c);
} es_transport_t;

extern const es_transport_t es_transport_plain;

/** What the owner of a connection is told. Any of these may close any connection, this one included. */
typedef struct es_conn_callbacks {
    /** The handshake that es_conn_start_tls() began is over. @param failure NULL, or why it failed: end the connection
     */
    void (*on_secured)(es_conn_t *c, const char *failure);
    /** Bytes arrived; they are gone after the call. */
    void (*on_data)(es_conn_t *c, const uint8_t *bytes, size_t len);
    /**
     * The peer will send nothing more (FIN), or the connection broke (`error` is its errno). Each is told at most once,
     * the latter also behind the former: the owner may have gone on sending.
     */
    void (*on_end)(es_conn_t *c, int error);
    /** `sent` bytes were sent, maybe 0; `c->out.len` says what is left. */
    void (*on_sent)(es_conn_t *c, size_t sent);
    void (*on_timeout)(es_conn_t *c);
    /** Work that es_conn_schedule() asked for, at the end of the turn. */
    void (*on_turn_end)(es_conn_t *c);
    /** The descriptor is closed; the memory of the connection may go. The last call. */
    void (*on_closed)(es_conn_t *c);
} es_conn_callbacks_t;

typedef enum es_conn_state {
    ES_CONN_OPEN,
    ES_CONN_FINISHING, /* the queue is sent, then our side is shut down */
    ES_CONN_DRAINING,  /* our side is shut down; input is thrown away until the peer's end */
    ES_CONN_CLOSED,    /* nothing is read or written any more; on_closed follows at the end of the turn */
} es_conn_state_t;

/**
 * One connection: a descriptor, its output queue and its place in the loop. Embedded in its owner. There may be very
 * many that do nothing: every byte counts.
 */
struct es_conn {
    struct event event;
    es_loop_t *loop; /* borrowed */
    const es_conn_callbacks_t *callbacks;
    const es_transport_t *transport;
    es_tls_t *tls; /* owned; NULL: plain */
    es_output_t out;
    es_turn_task_t turn;
    es_timeout_t timeout;
    int fd;                  /* owned; -1 once closed */
    uint16_t write_error;    /* errno of the write that failed; what is queued later is dropped */
    uint8_t state;           /* es_conn_state_t */
    uint8_t registered;      /* EV_READ | EV_WRITE as registered in the loop */
    uint8_t write_event;     /* EV_WRITE; with TLS maybe EV_READ */
    bool wants_turn_end : 1; /* on_turn_end was asked for */
    bool reading : 1;        /* the owner wants input */
    bool securing : 1;       /* the transport's handshake is not over */
    bool write_blocked : 1;  /* writing has to wait for `write_event`: the kernel's buffer is full */
    bool ended : 1;          /* the peer's end, or an error, was seen */
    bool broken : 1;         /* the loop cannot watch it any more */
};

/**
 * Takes over a connected, non-blocking descriptor and starts reading.
 * @return ES_OK, or ES_E_SYSTEM: the descriptor is closed then and no callback will come
 */
int es_conn_init(es_conn_t *c, es_loop_t *loop, int fd, const es_transport_t *transport,
                 const es_conn_callbacks_t *callbacks);

/** Changes the transport; its handshake, if it has one, begins. For implementations of transports. */
void es_conn_set_transport(es_conn_t *c, const es_transport_t *transport);

/** Queues a copy of `len` bytes; they leave at the end of the turn, or earlier when there are many. */
void es_conn_send(es_conn_t *c, const void *bytes, size_t len);

/** Queues bytes without copying them; `ref->release` is called in any case, maybe at once. */
void es_conn_send_ref(es_conn_t *c, const es_output_ref_t *ref);

/** Stops or goes on with reading. */
void es_conn_read(es_conn_t *c, bool on);

/** Calls on_turn_end at the end of this turn. */
void es_conn_schedule(es_conn_t *c);

/**
 * Ends the connection in order: what is queued is sent, our side is shut down, and input is thrown away
 * until the peer ends, so that the kernel sends no RST that could destroy what the peer has not read yet.
 * @param seconds after which it is cut off all the same
 */
void es_conn_finish(es_conn_t *c, double seconds);

/** Closes at once; what is queued is lost. A connection whose descriptor another process has, too, lives on there. */
void es_conn_abort(es_conn_t *c);

#endif
