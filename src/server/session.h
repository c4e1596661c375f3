#ifndef ES_SERVER_SESSION_H
#define ES_SERVER_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "net/connection.h"
#include "proto/http_request.h"
#include "proto/ws_reader.h"
#include "server/server.h"

/* What a session's connection speaks. */
typedef enum es_protocol {
    ES_PROTOCOL_TCP,
    ES_PROTOCOL_HTTP,
    ES_PROTOCOL_WEBSOCKET,
} es_protocol_t;

/* How far a session is on its way to a WebSocket, as users know it (WEBSOCKET_STATUS_*, spec section 3.2). */
typedef enum es_ws_status {
    ES_WS_NONE = 0,
    ES_WS_CONNECTION = 1, /* upgrade request received */
    ES_WS_HANDSHAKE = 2,  /* the host's handshake callback decides */
    ES_WS_ACTIVE = 3,
    ES_WS_CLOSING = 4,
    ES_WS_HANDSHAKE_FAILED = 5,
} es_ws_status_t;

typedef enum es_session_phase {
    ES_SESSION_ARRIVING, /* a PROXY header or a TLS handshake is awaited: it has no id, and nobody knows of it */
    ES_SESSION_OPEN,
    ES_SESSION_CLOSING,   /* on_close is running */
    ES_SESSION_LINGERING, /* on_close is over, the id is gone; the connection ends in order */
} es_session_phase_t;

/* Who ended a session. */
typedef enum es_closer {
    ES_CLOSER_NONE,
    ES_CLOSER_CLIENT,
    ES_CLOSER_SERVER,   /* the user's program */
    ES_CLOSER_TIMEOUT,  /* a limit of time */
    ES_CLOSER_ERROR,    /* a breach of the protocol, or a callback that threw */
    ES_CLOSER_SHUTDOWN, /* the server is stopping */
} es_closer_t;

/** How a session ends. */
typedef struct es_close {
    uint8_t by;         /* es_closer_t */
    bool from_server;   /* our side decided, not the peer or its fault: users see a negative reactor id */
    bool send_frame;    /* say so in a close frame (WebSockets only) */
    bool await_reply;   /* and wait for the peer's close frame */
    bool reset;         /* drop what is queued and close at once */
    uint16_t code;      /* of a WebSocket: as received or sent, 1005 or 1006 */
    const char *reason; /* may be NULL */
    size_t reason_len;
} es_close_t;

/** What a session has only at times, or with settings that few use. Zeroes: nothing of it. */
typedef struct es_session_extra {
    es_address_t peer; /* the other end of the connection, or whom the PROXY header names: until the session has its id,
                        * and as long as that is a trusted proxy */
    es_buffer_t
        held; /* received bytes that wait: behind a request that is not answered yet, or to be worked on later */
    es_ws_agreement_t agreement; /* WebSocket: how messages are compressed, if the client wants any to be */
    es_ws_deflater_t *deflater;  /* owned; NULL unless it keeps its window between messages, and has seen one */
    es_close_t close;            /* once closing; the reason is owned here */
    double ping_sent;            /* when the server's last ping went out; 0: it was answered, or there was none */
    double rate_time;            /* when rate_tokens was true; with websocket_rate_limit */
    double rate_tokens;          /* messages that may come at once */
    double output_due;           /* when `output_left` bytes must have left; 0: none wait */
    size_t output_left;
} es_session_extra_t;

/** One connection from accept to the end. There may be very many that do nothing: every byte counts. */
struct es_session {
    es_conn_t conn;
    es_port_t *port;            /* borrowed */
    es_record_t *rec;           /* what other processes see; NULL while it has no id */
    es_http_request_t *request; /* owned; HTTP: the request being received, NULL between requests */
    es_ws_reader_t *reader; /* owned; WebSocket: what it knows of a message that is not complete; NULL between them */
    es_session_extra_t *extra; /* owned; NULL until it is needed */
    es_list_t link;            /* in server->all */
    uint32_t exchange;         /* HTTP: counts requests, so that an old response object cannot answer a new request */
    uint8_t protocol : 4;      /* es_protocol_t */
    uint8_t phase : 4;         /* es_session_phase_t */
    bool behind_proxy : 1;     /* the peer is a trusted proxy: each request says whom it is from */
    bool paused : 1;           /* the host does not want its input now */
    bool throttled : 1;        /* it sent too fast: its input waits for a while */
    bool in_input : 1;         /* its input is being worked on further up the stack */
    bool responding : 1;       /* HTTP: a response is due */
    bool keep_alive : 1;       /* HTTP: … and the connection goes on after it */
    bool head_sent : 1;        /* HTTP: … and part of it was sent */
    bool head_request : 1;     /* HTTP: … and has no body, because the request was HEAD */
    bool peer_ended : 1;       /* HTTP: the peer will send nothing more */
    bool close_sent : 1;       /* WebSocket: the host sent a close frame as it sends messages; nothing may follow */
    bool compresses : 1;       /* WebSocket: the answer to the handshake agreed to compression */
    bool full : 1;             /* the queue of unsent bytes passed the high mark */
};

/** Its id; 0 while it has none. */
static inline int64_t es_session_id(const es_session_t *s)
{
    return s->rec ? atomic_load_explicit(&s->rec->id, memory_order_relaxed) : 0;
}

/** For es_session_extra(). */
extern const es_session_extra_t es_session_no_extra;

/** What it has of these, to be read. */
static inline const es_session_extra_t *es_session_extra(const es_session_t *s)
{
    return s->extra ? s->extra : &es_session_no_extra;
}

/** The same, to be written. */
es_session_extra_t *es_session_add_extra(es_session_t *s);

/**
 * Takes over an accepted connection; it gets its id when its PROXY header and its TLS handshake, if the port has any,
 * are over.
 * @return NULL when it was refused; the descriptor is closed then
 */
es_session_t *es_session_accept(es_port_t *port, int fd, const es_address_t *peer);

/**
 * Goes on with a session of another process.
 * @param fd its connection, now the session's
 * @return NULL when it has no record (any more); the descriptor is closed then
 */
es_session_t *es_session_adopt(es_server_t *server, int64_t id, int fd);

/** Lets go of a session that lives on in another process, or is buried there: no on_close, and its record stays. */
void es_session_forget(es_session_t *s);

/**
 * Calls on_close for sessions of this slot whose process is gone, and frees their records.
 * @param except the process that still has its own; 0: none
 */
void es_session_bury_orphans(es_server_t *server, pid_t except);

/** Sets the protocol, for everybody to see. */
void es_session_set_protocol(es_session_t *s, es_protocol_t protocol);

/** Stops or goes on with reading for the user (pause, resume). */
void es_session_read(es_session_t *s, bool on);

/**
 * Ends a session: on_close runs inside this call, then the connection ends in order.
 * @param why copied
 * @return ES_OK, ES_E_SESSION_CLOSING (inside its on_close) or ES_E_SESSION_CLOSED
 */
int es_session_close(es_session_t *s, const es_close_t *why);

/** Sends bytes as they are. @return ES_OK, ES_E_SESSION_CLOSED, ES_E_DATA_TOO_LARGE or ES_E_OUTPUT_OVERFLOW */
int es_session_send(es_session_t *s, const void *bytes, size_t len);

/** Bytes were queued: keeps the record and the marks of the queue true. */
void es_session_queued(es_session_t *s);

/** Whether one more `len` bytes may be queued. @return as es_session_send() */
int es_session_may_send(es_session_t *s, size_t len);

/** Ends a session whose callback failed (threw): 1011, HTTP 500, or just closed. */
void es_session_fail(es_session_t *s);

/** Whether its input may be worked on: open, and the host can be called. */
static inline bool es_session_alive(const es_session_t *s)
{
    return s->phase == ES_SESSION_OPEN && !s->port->server->aborted;
}

/** Whether the port's event has a callback. */
static inline bool es_port_handles(const es_port_t *port, es_port_event_t event)
{
    return (port->handled & (1u << event)) != 0;
}

/* --- whose it is (session_peer.c) --- */

/**
 * Sets whom the session belongs to, and counts it among the connections of that address.
 * @return false when there are max_connections_per_ip without it; it is not counted then
 */
bool es_session_set_client(es_session_t *s, const es_address_t *client);

/** Where the session is behind a trusted proxy: takes its word on whom this request is from. @return likewise */
bool es_session_ask_proxy(es_session_t *s, const es_http_request_t *request);

/** A session is over: takes it out of the count. */
void es_session_uncount(es_server_t *server, es_record_t *record);

/* --- limits of time (session_time.c) --- */

/** Arms the limits of a connection that waits for its peer, as far as the settings name any. */
void es_session_watch_idle(es_session_t *s);

/** Arms the limits of a session that was taken over. */
void es_session_watch_again(es_session_t *s);

/** Looks how long the queue of unsent bytes has been waiting; after every attempt to send. @param sent what left */
void es_session_watch_output(es_session_t *s, size_t sent);

/** The session's timeout has expired: whatever that means for it. */
void es_session_timed_out(es_session_t *s);

/** Leaves the session's input unread for some time. */
void es_session_throttle(es_session_t *s, double seconds);

/* --- HTTP (http_session.c) --- */

/** Works on received bytes. @return how many were taken; fewer than `len` when the session became a WebSocket */
size_t es_http_input(es_session_t *s, const uint8_t *bytes, size_t len);

/** Keeps bytes that cannot be worked on yet, of a WebSocket, too; es_http_resume() takes them up. */
void es_http_hold(es_session_t *s, const uint8_t *bytes, size_t len);

/** The peer will send nothing more. */
void es_http_input_end(es_session_t *s);

/** Goes on with bytes that were held back while a response was due. */
void es_http_resume(es_session_t *s);

/**
 * Whether `exchange` is the request that still waits for its response.
 */
static inline bool es_http_awaits(const es_session_t *s, uint32_t exchange)
{
    return s->phase == ES_SESSION_OPEN && s->responding && s->exchange == exchange;
}

/** Sends a part of the response that is due: head, body or chunk, as they go out. */
void es_http_send(es_session_t *s, const void *bytes, size_t len);

/** The same without a copy. */
void es_http_send_ref(es_session_t *s, const es_output_ref_t *ref);

/**
 * The response is complete. An upgrade becomes a WebSocket with 101, and is closed with any other status;
 * any other connection goes on with its next request or is closed, as the request asked.
 * @param keep_alive false: close in any case
 */
void es_http_finish(es_session_t *s, int status, bool keep_alive);

/** Answers with an error status and closes. @param extra field lines, or NULL */
void es_http_refuse(es_session_t *s, int status, const char *extra, const es_close_t *why);

/* --- WebSocket (ws_session.c) --- */

/** Works on received bytes. */
void es_ws_input(es_session_t *s, const uint8_t *bytes, size_t len);

/** Works on bytes of a session that lingers: looks for the peer's close frame. */
void es_ws_linger_input(es_session_t *s, const uint8_t *bytes, size_t len);

/**
 * Chooses among the extensions that an upgrade request offers, where the settings allow any.
 * @param reason out: static text that names the fault
 * @return 0, or the negated HTTP status of a refusal
 */
int es_ws_negotiate(es_session_t *s, const es_http_request_t *request, const char **reason);

/** Writes the field that says what was agreed into the head of a 101: from there on it holds. */
void es_ws_write_agreement(es_session_t *s, es_buffer_t *head);

/**
 * Queues a frame. Whole messages are compressed where that was agreed: from websocket_compression_min_length on, or
 * when the flags say so. Limits are those of the payload as it is given.
 * @param flags ES_WS_FLAG_FIN, _COMPRESS
 * @param ref   the payload. It is copied when `release` is NULL, else referenced until it is sent; on failure
 *              it stays the caller's.
 * @return ES_OK, or why not (nothing was queued): as es_session_may_send()
 */
int es_ws_push(es_session_t *s, uint8_t opcode, uint8_t flags, const es_output_ref_t *ref);

/** Session ids, in ascending order. */
typedef struct es_ids {
    const int64_t *ids; /* borrowed; may be NULL when there are none */
    size_t count;
} es_ids_t;

/** Whether it is one of them. */
bool es_ids_hold(const es_ids_t *ids, int64_t id);

/**
 * Queues a frame for every WebSocket of this process: encoded once, and compressed once for all that may share that.
 * @param flags  ES_WS_FLAG_FIN and _COMPRESS, as for es_ws_push()
 * @param except who does not get it
 * @return for how many it was queued
 */
size_t es_ws_broadcast(es_server_t *server, uint8_t opcode, uint8_t flags, const void *payload, size_t len,
                       const es_ids_t *except);

/** Queues a close frame. */
void es_ws_send_close(es_session_t *s, unsigned code, const char *reason, size_t reason_len);

#endif
