#include "server/settings.h"

#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"

#define KIB(n) ((int64_t)(n)*1024)
#define MIB(n) ((int64_t)(n)*1024 * 1024)

#define SERVER(name, kind, field, min, max)                                                                            \
    {                                                                                                                  \
        name, ES_SETTING_##kind, ES_SETTING_SERVER, offsetof(es_settings_t, field), min, max                           \
    }
#define PORT(name, kind, field, min, max)                                                                              \
    {                                                                                                                  \
        name, ES_SETTING_##kind, ES_SETTING_PORT, offsetof(es_port_settings_t, field), min, max                        \
    }
#define IGNORED(name)                                                                                                  \
    {                                                                                                                  \
        name, ES_SETTING_IGNORED, ES_SETTING_SERVER, 0, 0, 0                                                           \
    }

static const es_setting_t options[] = {
    SERVER("worker_num", INT, worker_num, 0, 1000),
    SERVER("task_worker_num", INT, task_worker_num, 0, 1000),
    SERVER("max_connection", INT, max_connection, 0, 1 << 20),
    SERVER("max_conn", INT, max_connection, 0, 1 << 20),
    SERVER("max_connections_per_ip", INT, max_connections_per_ip, 0, 1 << 20),
    SERVER("max_wait_time", SECONDS, max_wait_time, 0, 86400),
    SERVER("receive_memory_limit", SIZE, receive_memory_limit, 0, INT64_C(1) << 40),
    SERVER("output_buffer_size", SIZE, output_buffer_size, 1, UINT32_MAX),
    SERVER("buffer_output_size", SIZE, output_buffer_size, 1, UINT32_MAX),
    SERVER("log_level", INT, log_level, ES_LOG_DEBUG, ES_LOG_NONE),
    SERVER("log_file", STRING, log_file, 0, 0),
    SERVER("pid_file", STRING, pid_file, 0, 0),
    SERVER("user", STRING, user, 0, 0),
    SERVER("group", STRING, group, 0, 0),
    SERVER("daemonize", BOOL, daemonize, 0, 1),
    SERVER("max_request", INT, max_request, 0, INT32_MAX),
    SERVER("max_request_grace", INT, max_request_grace, 0, INT32_MAX),
    SERVER("task_max_request", INT, task_max_request, 0, INT32_MAX),
    SERVER("task_object", BOOL, task_use_object, 0, 1),
    SERVER("task_use_object", BOOL, task_use_object, 0, 1),
    SERVER("heartbeat_check_interval", SECONDS, heartbeat_check_interval, 0, 86400),
    SERVER("heartbeat_idle_time", SECONDS, heartbeat_idle_time, 0, 86400),
    SERVER("http_parse_cookie", BOOL, http_parse_cookie, 0, 1),
    SERVER("http_parse_post", BOOL, http_parse_post, 0, 1),
    SERVER("websocket_compression", BOOL, websocket_compression, 0, 1),
    SERVER("websocket_compression_min_length", SIZE, websocket_compression_min_length, 0, UINT32_MAX),
    SERVER("websocket_compression_level", INT, websocket_compression_level, 1, 9),
    SERVER("websocket_compression_mem_level", INT, websocket_compression_mem_level, 1, 9),
    SERVER("websocket_compression_window_bits", INT, websocket_compression_window_bits, 9, 15),
    SERVER("websocket_compression_context_takeover", BOOL, websocket_compression_context_takeover, 0, 1),

    PORT("backlog", INT, backlog, 1, 65535),
    PORT("open_tcp_nodelay", BOOL, open_tcp_nodelay, 0, 1),
    PORT("open_http_protocol", BOOL, open_http_protocol, 0, 1),
    PORT("open_websocket_protocol", BOOL, open_websocket_protocol, 0, 1),
    PORT("http_max_head_size", SIZE, http_max_head_size, KIB(1), KIB(1024)),
    PORT("http_max_headers", INT, http_max_headers, 1, 1024),
    PORT("open_websocket_close_frame", BOOL, open_websocket_close_frame, 0, 1),
    PORT("open_websocket_ping_frame", BOOL, open_websocket_ping_frame, 0, 1),
    PORT("open_websocket_pong_frame", BOOL, open_websocket_pong_frame, 0, 1),
    PORT("websocket_strict", BOOL, websocket_strict, 0, 1),
    PORT("websocket_max_fragments", INT, websocket_max_fragments, 1, UINT32_MAX),
    PORT("websocket_rate_limit", INT, websocket_rate_limit, 0, 1000000),
    PORT("websocket_rate_burst", INT, websocket_rate_burst, 0, 1000000),
    PORT("websocket_rate_delay", BOOL, websocket_rate_delay, 0, 1),
    PORT("websocket_close_timeout", SECONDS, websocket_close_timeout, 0, 3600),
    PORT("handshake_timeout", SECONDS, handshake_timeout, 0, 86400),
    PORT("websocket_subprotocol", STRING, websocket_subprotocol, 0, 0),
    PORT("websocket_origins", STRING, websocket_origins, 0, 0),
    PORT("open_proxy_protocol", BOOL, open_proxy_protocol, 0, 1),
    PORT("trusted_proxies", STRING, trusted_proxies, 0, 0),
    PORT("trusted_proxy_header", STRING, trusted_proxy_header, 0, 0),
    PORT("package_max_length", SIZE, package_max_length, KIB(64), INT32_MAX),
    PORT("buffer_high_watermark", SIZE, buffer_high_watermark, 0, INT64_C(1) << 40),
    PORT("buffer_low_watermark", SIZE, buffer_low_watermark, 0, INT64_C(1) << 40),
    PORT("max_idle_time", SECONDS, max_idle_time, 0, 86400),
    PORT("websocket_ping_interval", SECONDS, websocket_ping_interval, 0, 86400),
    PORT("websocket_pong_timeout", SECONDS, websocket_pong_timeout, 0, 3600),
    PORT("max_accept_rate", INT, max_accept_rate, 0, 1000000),
    PORT("output_timeout", SECONDS, output_timeout, 0, 86400),
    PORT("socket_buffer_size", SIZE, socket_buffer_size, KIB(64), INT64_C(1) << 40),
    PORT("ssl_cert_file", STRING, tls.cert_file, 0, 0),
    PORT("ssl_key_file", STRING, tls.key_file, 0, 0),
    PORT("ssl_sni_certs", NAMES, tls, 0, 0),
    PORT("ssl_protocols", INT, tls.protocols, 0, 255),
    PORT("ssl_ciphers", STRING, tls.ciphers, 0, 0),
    PORT("ssl_prefer_server_ciphers", BOOL, tls.prefer_server_ciphers, 0, 1),
    PORT("ssl_ecdh_curve", STRING, tls.ecdh_curve, 0, 0),
    PORT("ssl_dhparam", STRING, tls.dhparam, 0, 0),
    PORT("ssl_verify_peer", BOOL, tls.verify_peer, 0, 1),
    PORT("ssl_allow_self_signed", BOOL, tls.allow_self_signed, 0, 1),
    PORT("ssl_client_cert_file", STRING, tls.client_cert_file, 0, 0),
    PORT("ssl_cafile", STRING, tls.cafile, 0, 0),
    PORT("ssl_capath", STRING, tls.capath, 0, 0),
    PORT("ssl_verify_depth", INT, tls.verify_depth, 0, 100),

    /* Of Swoole's reactor threads, dispatching, coroutines and debugging: nothing here corresponds to them. */
    IGNORED("reactor_num"),
    IGNORED("dispatch_mode"),
    IGNORED("dispatch_func"),
    IGNORED("enable_coroutine"),
    IGNORED("hook_flags"),
    IGNORED("send_yield"),
    IGNORED("send_timeout"),
    IGNORED("max_coroutine"),
    IGNORED("max_coro_num"),
    IGNORED("stack_size"),
    IGNORED("c_stack_size"),
    IGNORED("enable_preemptive_scheduler"),
    IGNORED("enable_deadlock_check"),
    IGNORED("dns_cache_expire"),
    IGNORED("dns_cache_capacity"),
    IGNORED("dns_server"),
    IGNORED("socket_dns_timeout"),
    IGNORED("socket_connect_timeout"),
    IGNORED("socket_read_timeout"),
    IGNORED("socket_write_timeout"),
    IGNORED("socket_timeout"),
    IGNORED("trace_flags"),
    IGNORED("trace_event_worker"),
    IGNORED("request_slowlog_file"),
    IGNORED("request_slowlog_timeout"),
    IGNORED("enable_unsafe_event"),
    IGNORED("discard_timeout_request"),
    IGNORED("open_cpu_affinity"),
    IGNORED("cpu_affinity_ignore"),
    IGNORED("single_thread"),
    IGNORED("task_max_request_grace"),
    IGNORED("display_errors"),
    IGNORED("input_buffer_size"),
    IGNORED("buffer_input_size"),
    IGNORED("ssl_method"),
    IGNORED("ssl_compress"),

    /* Known names whose feature is not there yet: taken without effect. */
    IGNORED("reload_async"),
    IGNORED("task_ipc_mode"),
    IGNORED("task_enable_coroutine"),
    IGNORED("event_object"),
    IGNORED("task_tmpdir"),
    IGNORED("log_rotation"),
    IGNORED("log_date_format"),
    IGNORED("log_date_with_microseconds"),
    IGNORED("chroot"),
    IGNORED("enable_reuse_port"),
    IGNORED("open_tcp_keepalive"),
    IGNORED("tcp_keepidle"),
    IGNORED("tcp_keepinterval"),
    IGNORED("tcp_keepcount"),
    IGNORED("tcp_defer_accept"),
    IGNORED("tcp_fastopen"),
    IGNORED("tcp_user_timeout"),
    IGNORED("open_eof_check"),
    IGNORED("open_eof_split"),
    IGNORED("package_eof"),
    IGNORED("open_length_check"),
    IGNORED("package_length_type"),
    IGNORED("package_length_offset"),
    IGNORED("package_body_offset"),
    IGNORED("package_length_func"),
    IGNORED("enable_delay_receive"),
    IGNORED("max_concurrency"),
    IGNORED("worker_max_concurrency"),
    IGNORED("message_queue_key"),
    IGNORED("start_session_id"),
    IGNORED("http_parse_files"),
    IGNORED("http_compression"),
    IGNORED("http_compression_level"),
    IGNORED("compression_level"),
    IGNORED("http_gzip_level"),
    IGNORED("http_compression_min_length"),
    IGNORED("compression_min_length"),
    IGNORED("http_compression_types"),
    IGNORED("compression_types"),
    IGNORED("upload_tmp_dir"),
    IGNORED("upload_max_filesize"),
    IGNORED("document_root"),
    IGNORED("enable_static_handler"),
    IGNORED("static_handler_locations"),
    IGNORED("http_index_files"),
    IGNORED("http_autoindex"),
    IGNORED("url_rewrite_rules"),
    IGNORED("open_http2_protocol"),
    IGNORED("open_mqtt_protocol"),
    IGNORED("open_redis_protocol"),
    IGNORED("websocket_mask"),
    IGNORED("stats_file"),
    IGNORED("stats_timer_interval"),
    IGNORED("admin_server"),
};

#define OPTION_COUNT (sizeof(options) / sizeof(options[0]))

const es_setting_t *es_setting_find(const char *name)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (strcmp(options[i].name, name) == 0) {
            return &options[i];
        }
    }
    return NULL;
}

/* Levenshtein's distance; names longer than the row are taken as far away. */
static size_t edit_distance(const char *a, const char *b)
{
    size_t row[64], la = strlen(a), lb = strlen(b);

    if (la >= 64 || lb >= 64) {
        return SIZE_MAX;
    }
    for (size_t j = 0; j <= lb; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= la; i++) {
        size_t diagonal = row[0];

        row[0] = i;
        for (size_t j = 1; j <= lb; j++) {
            size_t replace = diagonal + (a[i - 1] != b[j - 1]);

            diagonal = row[j];
            row[j] = replace;
            if (row[j - 1] + 1 < row[j]) {
                row[j] = row[j - 1] + 1;
            }
            if (diagonal + 1 < row[j]) {
                row[j] = diagonal + 1;
            }
        }
    }
    return row[lb];
}

const char *es_setting_nearest(const char *name)
{
    const char *nearest = NULL;
    size_t best = strlen(name) / 2 < 4 ? strlen(name) / 2 + 1 : 5;

    for (size_t i = 0; i < OPTION_COUNT; i++) {
        size_t distance = edit_distance(name, options[i].name);

        if (distance < best) {
            best = distance;
            nearest = options[i].name;
        }
    }
    return nearest;
}

static void *field_of(const es_setting_t *option, void *settings)
{
    return (char *)settings + option->offset;
}

void es_setting_store_bool(const es_setting_t *option, void *settings, bool value)
{
    *(bool *)field_of(option, settings) = value;
}

void es_setting_store_int(const es_setting_t *option, void *settings, int64_t value)
{
    if (value < option->min) {
        value = option->min;
    } else if (value > option->max) {
        value = option->max;
    }
    *(int64_t *)field_of(option, settings) = value;
}

void es_setting_store_seconds(const es_setting_t *option, void *settings, double value)
{
    if (!(value >= (double)option->min)) { /* NaN, too */
        value = (double)option->min;
    } else if (value > (double)option->max) {
        value = (double)option->max;
    }
    *(double *)field_of(option, settings) = value;
}

void es_setting_store_string(const es_setting_t *option, void *settings, const char *value, size_t len)
{
    char **field = field_of(option, settings);

    es_free(*field);
    *field = len > 0 ? es_strndup(value, len) : NULL;
}

es_tls_options_t *es_setting_clear_names(const es_setting_t *option, void *settings)
{
    es_tls_options_t *tls = field_of(option, settings);

    es_tls_options_clear_names(tls);
    return tls;
}

void es_settings_init(es_settings_t *settings)
{
    memset(settings, 0, sizeof(*settings));
    settings->worker_num = 1;
    settings->max_wait_time = 3;
    settings->output_buffer_size = UINT32_MAX;
    settings->log_level = ES_LOG_INFO;
    settings->max_request_grace = -1;
    settings->http_parse_cookie = true;
    settings->http_parse_post = true;
    settings->websocket_compression_min_length = 128;
    settings->websocket_compression_level = 6;
    settings->websocket_compression_mem_level = 8;
    settings->websocket_compression_window_bits = 15;
}

void es_settings_complete(es_settings_t *settings)
{
    if (settings->worker_num == 0) {
        long processors = sysconf(_SC_NPROCESSORS_ONLN);

        settings->worker_num = processors > 0 ? processors : 1;
    }
    if (settings->heartbeat_check_interval > 0 && settings->heartbeat_idle_time <= 0) {
        settings->heartbeat_idle_time = 2 * settings->heartbeat_check_interval;
    } else if (settings->heartbeat_idle_time > 0 && settings->heartbeat_check_interval <= 0) {
        settings->heartbeat_check_interval =
            settings->heartbeat_idle_time / 2 < 1 ? 1 : settings->heartbeat_idle_time / 2;
    }
    if (settings->max_request_grace < 0) {
        settings->max_request_grace = settings->max_request > 10 ? settings->max_request / 2 : 0;
    }
}

/* Calls `each` for every string of a struct of settings. */
static void for_strings(es_setting_scope_t scope, void *settings, void (*each)(char **string))
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (options[i].kind == ES_SETTING_STRING && options[i].scope == scope) {
            each(field_of(&options[i], settings));
        }
    }
}

static void free_string(char **string)
{
    es_free(*string);
    *string = NULL;
}

static void copy_string(char **string)
{
    if (*string) {
        *string = es_strndup(*string, strlen(*string));
    }
}

void es_settings_destroy(es_settings_t *settings)
{
    for_strings(ES_SETTING_SERVER, settings, free_string);
    memset(settings, 0, sizeof(*settings));
}

void es_port_settings_init(es_port_settings_t *settings)
{
    memset(settings, 0, sizeof(*settings));
    settings->backlog = 512;
    settings->open_tcp_nodelay = true;
    settings->websocket_strict = true;
    settings->http_max_head_size = KIB(64);
    settings->http_max_headers = 128;
    settings->websocket_max_fragments = 16384;
    settings->websocket_close_timeout = 5;
    settings->handshake_timeout = 10;
    settings->websocket_pong_timeout = 10;
    settings->package_max_length = MIB(2);
    settings->socket_buffer_size = MIB(8);
    settings->output_timeout = 120;
}

void es_port_settings_copy(es_port_settings_t *to, const es_port_settings_t *from)
{
    *to = *from;
    for_strings(ES_SETTING_PORT, to, copy_string);
    es_tls_options_copy_names(&to->tls, &from->tls);
}

void es_port_settings_destroy(es_port_settings_t *settings)
{
    for_strings(ES_SETTING_PORT, settings, free_string);
    es_tls_options_clear_names(&settings->tls);
    memset(settings, 0, sizeof(*settings));
}
