#ifndef ES_SERVER_SETTINGS_H
#define ES_SERVER_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/tls_context.h"

/* Options of Server::set() and Port::set(), spec section 2.10. */

/** Options of the whole server. */
typedef struct es_settings {
    int64_t worker_num; /* 0: one per processor */
    int64_t task_worker_num;
    int64_t max_connection;         /* 0: as many as the file limit allows, at most 100,000 */
    int64_t max_connections_per_ip; /* at one time; 0: no limit */
    double max_wait_time;           /* seconds a graceful stop may take */
    int64_t output_buffer_size;     /* bytes of one push, send or response body */
    int64_t log_level;
    char *log_file;     /* owned; NULL: stderr */
    char *pid_file;     /* owned; NULL: none */
    char *user, *group; /* owned; NULL: unchanged. Who the workers run as, when the server is started by root */
    bool daemonize;
    bool http_parse_cookie;
    bool http_parse_post;
    bool task_use_object;      /* onTask gets one object instead of four arguments */
    int64_t max_request;       /* requests after which a worker is replaced; 0: never */
    int64_t max_request_grace; /* of which a random part is added, so that not all are replaced at once; -1: half */
    int64_t task_max_request;
    double heartbeat_check_interval;             /* seconds; 0: no heartbeat */
    double heartbeat_idle_time;                  /* seconds without a received byte */
    bool websocket_compression;                  /* accept offers of permessage-deflate */
    bool websocket_compression_context_takeover; /* keep windows between messages */
    int64_t websocket_compression_min_length;    /* bytes; shorter messages go out as they are */
    int64_t websocket_compression_level;
    int64_t websocket_compression_mem_level;
    int64_t websocket_compression_window_bits;
    int64_t receive_memory_limit; /* bytes for unfinished messages and bodies in a worker; 0: what the host can spare */
} es_settings_t;

/** Options of one port. */
typedef struct es_port_settings {
    int64_t backlog;
    bool open_tcp_nodelay;
    bool open_http_protocol;
    bool open_websocket_protocol;
    bool open_websocket_close_frame;
    bool open_websocket_ping_frame;
    bool open_websocket_pong_frame;
    int64_t http_max_head_size;      /* bytes of a request's head */
    int64_t http_max_headers;        /* fields of a request */
    bool websocket_strict;           /* false: unmasked frames are taken */
    int64_t websocket_max_fragments; /* frames of one message */
    int64_t websocket_rate_limit;    /* messages per second that one connection may send; 0: no limit */
    int64_t websocket_rate_burst;    /* of which so many may come at once; 0: as many as websocket_rate_limit */
    bool websocket_rate_delay;       /* more are read later; false: they close the connection */
    double websocket_close_timeout;  /* seconds the closing handshake may take */
    double handshake_timeout;        /* seconds from a request's first byte (or the accept) to its last */
    char *websocket_subprotocol;     /* owned; NULL: none */
    char *websocket_origins;         /* owned; origins of pages that may connect, separated by commas; NULL: any */
    bool open_proxy_protocol;        /* connections begin with a header of the PROXY protocol */
    char *trusted_proxies;      /* owned; networks of proxies whose word on the client's address is taken; NULL: none */
    char *trusted_proxy_header; /* owned; the field they give it in; NULL: X-Forwarded-For */
    int64_t package_max_length; /* bytes of a message or a request body */
    int64_t max_accept_rate;    /* connections per second; 0: no limit */
    int64_t socket_buffer_size; /* bytes queued for one connection */
    double output_timeout;      /* seconds that queued bytes may wait; 0: no limit */
    int64_t buffer_high_watermark;  /* bytes; 0: 80 % of socket_buffer_size */
    int64_t buffer_low_watermark;   /* bytes */
    double max_idle_time;           /* seconds without traffic in either direction; 0: no limit */
    double websocket_ping_interval; /* seconds without a received byte after which the server pings; 0: never */
    double websocket_pong_timeout;  /* seconds that the answer to such a ping may take */
    es_tls_options_t tls;           /* ssl_*; for ports with SWOOLE_SSL only */
} es_port_settings_t;

typedef enum es_setting_kind {
    ES_SETTING_IGNORED, /* known, but without meaning here */
    ES_SETTING_BOOL,
    ES_SETTING_INT,
    ES_SETTING_SIZE, /* bytes */
    ES_SETTING_SECONDS,
    ES_SETTING_STRING,
    ES_SETTING_NAMES, /* certificates by host name */
} es_setting_kind_t;

typedef enum es_setting_scope {
    ES_SETTING_SERVER, /* `offset` is in es_settings_t */
    ES_SETTING_PORT,   /* `offset` is in es_port_settings_t */
} es_setting_scope_t;

typedef struct es_setting {
    const char *name;
    uint8_t kind;  /* es_setting_kind_t */
    uint8_t scope; /* es_setting_scope_t */
    uint16_t offset;
    int64_t min, max; /* of INT, SIZE and SECONDS; a value outside is moved to the nearest bound */
} es_setting_t;

/** The option of this name (aliases are rows of their own), or NULL. */
const es_setting_t *es_setting_find(const char *name);

/** The known name that looks most like an unknown one, or NULL when none is near. */
const char *es_setting_nearest(const char *name);

/* Store a value. `settings` is the struct that the option's scope names; strings are copied. */
void es_setting_store_bool(const es_setting_t *option, void *settings, bool value);
void es_setting_store_int(const es_setting_t *option, void *settings, int64_t value);
void es_setting_store_seconds(const es_setting_t *option, void *settings, double value);
void es_setting_store_string(const es_setting_t *option, void *settings, const char *value, size_t len);
/** Replaces the certificates by host name with none; es_tls_options_add_name() adds some. @return where to add them */
es_tls_options_t *es_setting_clear_names(const es_setting_t *option, void *settings);

void es_settings_init(es_settings_t *settings);
/** Gives values to options that follow from others (spec section 2.10). May be called again. */
void es_settings_complete(es_settings_t *settings);
void es_settings_destroy(es_settings_t *settings);

void es_port_settings_init(es_port_settings_t *settings);
/** A deep copy. `to` must be fresh or destroyed. */
void es_port_settings_copy(es_port_settings_t *to, const es_port_settings_t *from);
void es_port_settings_destroy(es_port_settings_t *settings);

#endif
