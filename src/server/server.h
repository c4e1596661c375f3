#ifndef ES_SERVER_SERVER_H
#define ES_SERVER_SERVER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

#include "base/log.h"
#include "base/status.h"
#include "net/listener.h"
#include "net/loop.h"
#include "proto/http_request.h"
#include "proto/http_response.h"
#include "proto/ws_reader.h"
#include "server/session_table.h"
#include "server/settings.h"

/* What the Server field of responses says (spec section 4.5). */
#define ES_HTTP_SERVER_NAME "swoole-http-server"

typedef struct es_server es_server_t;
typedef struct es_port es_port_t;
typedef struct es_session es_session_t;

/* Events of one port, for es_port_t.handled. */
typedef enum es_port_event {
    ES_ON_CONNECT,
    ES_ON_RECEIVE,
    ES_ON_CLOSE,
    ES_ON_PACKET,
    ES_ON_BUFFER_FULL,
    ES_ON_BUFFER_EMPTY,
    ES_ON_REQUEST,
    ES_ON_HANDSHAKE,
    ES_ON_BEFORE_HANDSHAKE_RESPONSE,
    ES_ON_OPEN,
    ES_ON_MESSAGE,
    ES_ON_DISCONNECT,
    ES_PORT_EVENTS, /* how many there are */
} es_port_event_t;

/**
 * The way up: what the server tells the layer above it. Each call may close any session and stop the
 * server. Requests and payloads that are handed over belong to the callee.
 */
typedef struct es_server_callbacks {
    const es_payload_ops_t *payload; /* where messages are stored */
    void (*on_start)(es_server_t *server);
    void (*on_worker_start)(es_server_t *server);
    void (*on_worker_stop)(es_server_t *server);
    void (*on_before_shutdown)(es_server_t *server);
    void (*on_shutdown)(es_server_t *server);
    /** With every tick of the loop (ES_TICK_MS): the host may look after its own signals. */
    void (*on_tick)(es_server_t *server);
    void (*on_connect)(es_session_t *session);
    void (*on_receive)(es_session_t *session, const uint8_t *bytes, size_t len);
    /** A request; answer it with es_http_send() and es_http_finish(), now or later. */
    void (*on_request)(es_session_t *session, es_http_request_t *request);
    /** An upgrade request where the host handles handshakes; answer likewise. */
    void (*on_handshake)(es_session_t *session, es_http_request_t *request);
    /** The built-in handshake accepted: `head` holds status line and fields, and may be written anew. */
    void (*on_before_handshake_response)(es_session_t *session, es_http_request_t *request, es_buffer_t *head);
    /** The built-in handshake is done. */
    void (*on_open)(es_session_t *session, es_http_request_t *request);
    void (*on_message)(es_session_t *session, const es_ws_event_t *event);
    /** A ping, pong or close frame, where the settings ask for it. */
    void (*on_control)(es_session_t *session, const es_ws_event_t *event);
    void (*on_close)(es_session_t *session);
} es_server_callbacks_t;

/** A listening socket with its settings. */
struct es_port {
    es_server_t *server; /* borrowed */
    es_port_t *next;     /* in the order of es_server_listen() */
    int index;
    char *host; /* owned */
    int port;
    es_sock_type_t type;
    int fd;            /* owned */
    bool own_settings; /* set() was called: nothing is inherited from the primary port */
    uint32_t handled;  /* bits (1 << es_port_event_t) of the events that have a callback */
    es_port_settings_t settings;
    es_ws_rules_t rules; /* made of the settings at start */
    es_listener_t listener;
    es_session_table_t *sessions; /* borrowed: the server's */
    uint64_t connections;         /* sessions of this port with an id */
    void *user;                   /* the host's object for this port */
};

typedef struct es_stats {
    uint64_t accepted, closed, aborted;
    uint64_t requests, responses; /* HTTP requests + WebSocket messages; answers of either kind */
    uint64_t dispatched;
    uint64_t bytes_in, bytes_out; /* of connections that have ended */
    uint64_t protocol_errors;     /* connections ended for breaking HTTP or WebSocket rules */
    uint64_t timeouts;            /* handshakes and closing handshakes that took too long */
    uint64_t overflows;           /* sends refused because a queue was full */
    uint64_t refused;             /* connections over max_connection */
} es_stats_t;

typedef enum es_server_state {
    ES_SERVER_CREATED,
    ES_SERVER_RUNNING,
    ES_SERVER_STOPPING, /* no longer accepting; sessions are being closed */
    ES_SERVER_STOPPED,
} es_server_state_t;

struct es_server {
    const es_server_callbacks_t *callbacks;
    void *user; /* the host's object */
    es_port_t *ports;
    es_settings_t settings;
    es_log_t log;
    es_loop_t loop; /* valid while running */
    es_session_table_t sessions;
    es_list_t all;      /* every session, those without an id that linger until their connection is gone too */
    uint64_t lingering; /* how many of them have no id any more */
    es_stats_t stats;
    es_signal_t on_term, on_int;
    es_timeout_t stop_deadline;
    time_t start_time;
    time_t date_second; /* the second that `date` shows */
    char date[ES_HTTP_DATE_LEN + 1];
    pid_t owner;     /* the process that made it: only that one removes files */
    uint8_t state;   /* es_server_state_t */
    bool aborted;    /* the host cannot be called any more: end at once */
    char error[256]; /* why the last es_server_listen() or _run() failed */
};

/** A new server; the caller owns it. */
es_server_t *es_server_new(const es_server_callbacks_t *callbacks, void *user);

/** Closes everything and frees it. Not while it runs. */
void es_server_free(es_server_t *server);

/**
 * Binds and listens; the first port is the primary one.
 * @param port 0 lets the kernel choose
 * @return the port, owned by the server; NULL with `*error` = errno, 9004 for a number out of range, or 504 for a path
 *         that is too long
 */
es_port_t *es_server_listen(es_server_t *server, const char *host, int port, es_sock_type_t type, int *error);

/**
 * Serves until es_server_stop(), SIGTERM or SIGINT.
 * @return ES_OK after a graceful stop, or a negative status with a text in `server->error`
 */
int es_server_run(es_server_t *server);

/**
 * Begins a graceful stop: stop accepting, close every WebSocket with 1001, let answers that are due leave,
 * for at most max_wait_time. A second call changes nothing; a second signal ends the wait.
 */
void es_server_stop(es_server_t *server);

/** Ends at once without another callback: the host cannot go on (a fatal error). */
void es_server_abort(es_server_t *server);

/** How many connections it takes: what the settings say, or as many as the system lets it have. */
size_t es_server_max_connection(const es_server_t *server);

/** Whether the server serves; also during a graceful stop. */
static inline bool es_server_running(const es_server_t *server)
{
    return server->state == ES_SERVER_RUNNING || server->state == ES_SERVER_STOPPING;
}

/** The session of this id, NULL when there is none. It is found until its on_close has returned. */
es_session_t *es_server_session(const es_server_t *server, int64_t id);

/** The Date field's value for this turn of the loop; valid until the next call. */
const char *es_server_date(es_server_t *server);

/** Told by a session when its connection is gone. */
void es_server_session_gone(es_server_t *server);

#endif
