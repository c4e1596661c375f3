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
#include "proto/ws_handshake.h"
#include "proto/ws_reader.h"
#include "net/mailbox.h"
#include "server/address_table.h"
#include "server/session_table.h"
#include "server/settings.h"
#include "server/worker_record.h"

/* What the Server field of responses says (spec section 4.5). */
#define ES_HTTP_SERVER_NAME "swoole-http-server"

typedef struct es_server es_server_t;
typedef struct es_port es_port_t;
typedef struct es_session es_session_t;
typedef struct es_worker es_worker_t;
struct es_supervisor;
struct es_parcel;

/** What this process is to the server. */
typedef enum es_role {
    ES_ROLE_NONE,   /* not running */
    ES_ROLE_MASTER, /* looks after the others */
    ES_ROLE_WORKER, /* has connections; the only process, too */
    ES_ROLE_TASK,
    ES_ROLE_USER, /* a process of the host's own */
} es_role_t;

/* es_server_run() in a child whose work is over: the process must end with server->exit_status. */
#define ES_IN_CHILD 1

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
    /** The worker is to end; its loop still runs until its sessions are gone. */
    void (*on_worker_exit)(es_server_t *server);
    void (*on_worker_stop)(es_server_t *server);
    void (*on_before_shutdown)(es_server_t *server);
    void (*on_shutdown)(es_server_t *server);
    /** In the master, when it has children. */
    void (*on_manager_start)(es_server_t *server);
    void (*on_manager_stop)(es_server_t *server);
    void (*on_before_reload)(es_server_t *server);
    void (*on_after_reload)(es_server_t *server);
    /** A child ended with a status other than 0, or was killed by a signal. */
    void (*on_worker_error)(es_server_t *server, int slot, int pid, int code, int signo);
    /** First thing in a child: the host puts its own house in order. */
    void (*on_fork)(es_server_t *server);
    /** A process of the host's own runs. @return its exit status */
    int (*on_user_process)(es_server_t *server, int slot);
    void (*on_task)(es_server_t *server, const struct es_parcel *parcel);
    void (*on_finish)(es_server_t *server, const struct es_parcel *parcel);
    void (*on_message_from_process)(es_server_t *server, const struct es_parcel *parcel);
    /** Whether the host waits for just this mail (es_mail_wait). */
    bool (*awaits)(es_server_t *server, bool finish, int64_t id);
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
    /** The queue of unsent bytes has passed the high mark, or fallen to the low mark again. */
    void (*on_buffer_full)(es_session_t *session);
    void (*on_buffer_empty)(es_session_t *session);
} es_server_callbacks_t;

/** A listening socket with its settings. */
struct es_port {
    es_server_t *server; /* borrowed */
    es_port_t *next;     /* in the order of es_server_listen() */
    int index;
    char *host; /* owned */
    int port;
    es_sock_type_t type;
    bool ssl; /* speaks TLS; set before es_server_run() */
    int *fds; /* owned; one per worker, or one for all */
    int fd_count;
    bool own_settings; /* set() was called: nothing is inherited from the primary port */
    uint32_t handled;  /* bits (1 << es_port_event_t) of the events that have a callback */
    es_port_settings_t settings;
    es_networks_t trusted_proxies; /* owned; made of the settings at start, like what follows */
    bool forwarded;                /* trusted proxies use the Forwarded field, not X-Forwarded-For */
    es_http_limits_t http_limits;  /* made of the settings at start, like the rules */
    es_ws_rules_t rules;
    es_tls_context_t *tls; /* owned reference; likewise, and renewed; NULL: a plain port */
    es_listener_t listener;
    _Atomic uint64_t *connections; /* shared: sessions of this port with an id */
    void *user;                    /* the host's object for this port */
};

/** The message that was compressed last: a broadcast pushes the same one to one client after the other. */
typedef struct es_ws_packed {
    es_buffer_t packed;
    es_buffer_t plain; /* a copy of what it was; empty: too long to be kept, or of use to one client only */
    uint8_t window_bits;
    bool shorter; /* `packed` is shorter than `plain` */
} es_ws_packed_t;

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
    bool with_master; /* have one, even for a single worker */
    int user_count;   /* processes of the host's own; set before es_server_run() */

    /* The processes; shared memory and mailboxes are made before the first fork. */
    int worker_count, task_count, process_count;
    es_worker_record_t *workers; /* shared; one per process slot, and the master's behind them */
    void *shared;                /* owned mapping: worker records and what ports count */
    size_t shared_size;
    es_session_table_t sessions;
    es_address_table_t addresses; /* where max_connections_per_ip is set */
    es_post_t post;
    pid_t owner;      /* the process that made the server: only that one removes files */
    pid_t master_pid; /* 0 until it runs */
    time_t start_time;

    /* This process. */
    pid_t pid;
    uint8_t role;      /* es_role_t */
    uint8_t state;     /* es_server_state_t */
    bool aborted;      /* the host cannot be called any more: end at once */
    int slot;          /* its process slot: the worker's number; -1 in the master of several */
    int control;       /* a child's socket to the master; -1 */
    pid_t predecessor; /* the process that still has this one's slot, until that hands over; 0: none */
    int daemon_pipe;   /* owned; to the process that started the daemon, until that may end; -1 */
    int exit_status;
    struct es_supervisor *supervisor; /* in the master while it runs */
    es_worker_t *worker;              /* in a worker while it runs */
    es_loop_t loop;                   /* valid while running */
    es_stats_t *stats;                /* its part of `workers` */
    es_stats_t final_stats;           /* what was counted, once the shared memory is gone */
    es_session_t **local;             /* owned; its sessions by the number of their record */
    es_session_t *receiving;          /* borrowed; whose input is being worked on; NULL between them */
    es_list_t all;      /* every session, those without an id that linger until their connection is gone too */
    uint64_t lingering; /* how many of them have no id any more */
    uint64_t arriving;  /* how many of them have none yet */
    uint8_t ticket_keys[ES_TLS_TICKET_KEYS]; /* the same in all processes */
    int64_t requests_left;                   /* until it retires; 0: it does not */
    int next_task;                           /* the task worker after the one that got the last task */
    int waiting;                             /* es_mail_wait() calls that are running, one inside the other */
    es_buffer_t later;                       /* mail that has to wait for them to end */
    es_turn_task_t later_task;
    es_ws_reader_t *spare_reader; /* owned; lent to whichever session receives a message, else NULL */
    es_ws_hasher_t ws_hasher;
    es_quota_t unfinished; /* for messages and bodies; `max` is the host's, unless receive_memory_limit is set */
    es_ws_pool_t ws_pool;  /* what its sessions compress and inflate with */
    es_ws_packed_t ws_packed;
    time_t date_second; /* the second that `date` shows */
    char date[ES_HTTP_DATE_LEN + 1];
    char error[512]; /* why the last es_server_listen() or _run() failed */
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
 * Serves until es_server_stop(), SIGTERM or SIGINT: in this process, or as the master of several.
 * @return ES_OK after a graceful stop, ES_IN_CHILD, or a negative status with a text in `server->error`
 */
int es_server_run(es_server_t *server);

/**
 * Begins a graceful stop of the whole server, from any of its processes: stop accepting, close every WebSocket
 * with 1001, let answers that are due leave, for at most max_wait_time. A second call changes nothing; a second signal
 * ends the wait.
 */
void es_server_stop(es_server_t *server);

/**
 * Begins to replace the workers, from any process; connections move to the new ones.
 * @param only_tasks only the task workers
 * @return false when there is no master, or a reload is under way
 */
bool es_server_reload(es_server_t *server, bool only_tasks);

/**
 * Ends this process in order; the server goes on with another one in its place, to which its connections
 * move. Where there is no master it is the server's end.
 */
void es_server_retire(es_server_t *server);

/** Counts a request, message or task: after max_request of them a worker asks for a successor. */
void es_server_count_request(es_server_t *server);

/** Ends at once without another callback: the host cannot go on (a fatal error). */
void es_server_abort(es_server_t *server);

/** How many connections it takes: what the settings say, or as many as the system lets it have. */
size_t es_server_max_connection(const es_server_t *server);

/** Whether the server serves; also during a graceful stop. */
static inline bool es_server_running(const es_server_t *server)
{
    return server->state == ES_SERVER_RUNNING || server->state == ES_SERVER_STOPPING;
}

/** The listening descriptor that a worker accepts from. */
int es_port_fd(const es_port_t *port, int slot);

/** Closes the listening sockets in this process. */
void es_server_close_ports(es_server_t *server);

/** Opens the log file anew: it was renamed. */
void es_server_reopen_log(es_server_t *server);

/**
 * Reads the certificates of all ports, before any fork. @return ES_OK, or ES_E_INVALID_PARAMS with a text in
 * `server->error`
 */
int es_server_open_tls(es_server_t *server);

/**
 * Reads them again, for new connections. A port whose files are bad keeps what it has, with a warning in the log.
 * @return how many ports have new ones, or -1 when that happened
 */
int es_server_renew_tls(es_server_t *server);

/** es_server_renew_tls() for SIGHUP: the log has its result. @return whether there is something new */
bool es_server_renew_tls_at_hup(es_server_t *server);

/** The counters of all processes together. */
es_stats_t es_server_sum_stats(const es_server_t *server);

/** Whether several processes serve, with a master. */
bool es_server_is_supervised(const es_server_t *server);

/** What is known of this process. */
static inline es_worker_record_t *es_server_own_record(const es_server_t *server)
{
    return &server->workers[server->slot >= 0 ? server->slot : server->process_count];
}

/** The record of the session of this id, wherever it lives, until its on_close has returned; else NULL. */
es_record_t *es_server_find(const es_server_t *server, int64_t id);

/** The session of this id that lives in this process, else NULL. It is found until its on_close has returned. */
es_session_t *es_server_session(const es_server_t *server, int64_t id);

/** The Date field's value for this turn of the loop; valid until the next call. */
const char *es_server_date(es_server_t *server);

/** Told by a session when its connection is gone. */
void es_server_session_gone(es_server_t *server);

#endif
