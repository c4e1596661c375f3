#include "php/host.h"

#include <ctype.h>

#include "ext/standard/php_string.h"

#include "net/tls.h"
#include "php_easyswoole.h"
#include "php/swoole/classes.h"

/* Names as in spec section 2.1, in lower case, in the order of the enums. */
static const char *const port_events[ES_PORT_EVENTS] = {
    "connect", "receive",    "close",
    "packet",  "bufferfull", "bufferempty",
    "request", "handshake",  "beforehandshakeresponse",
    "open",    "message",    "disconnect",
};
static const char *const host_events[ES_HOST_EVENTS] = {
    "start", "beforeshutdown", "shutdown",   "workerstart", "workerstop",   "beforereload", "afterreload",
    "task",  "finish",         "workerexit", "workererror", "managerstart", "managerstop",  "pipemessage",
};

static int find_name(const char *const *names, int count, const char *name)
{
    for (int i = 0; i < count; i++) {
        if (strcasecmp(names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

es_callback_t *es_host_port_event(es_host_port_t *port, const char *name)
{
    int event = find_name(port_events, ES_PORT_EVENTS, name);

    return event < 0 ? NULL : &port->callbacks[event];
}

es_callback_t *es_host_event(es_host_t *host, const char *name)
{
    int event = find_name(host_events, ES_HOST_EVENTS, name);

    return event < 0 ? NULL : &host->callbacks[event];
}

void es_host_port_update_handled(es_host_port_t *port)
{
    port->port->handled = 0;
    for (int i = 0; i < ES_PORT_EVENTS; i++) {
        if (es_callback_is_set(&port->callbacks[i])) {
            port->port->handled |= 1U << i;
        }
    }
}

bool es_host_register(es_callback_t *callback, zend_string *event, zval *callable, es_host_port_t *port)
{
    bool usable;

    if (!callback) {
        php_error_docref(NULL, E_WARNING, "unknown event types[%s]", ZSTR_VAL(event));
        return false;
    }
    usable = es_callback_set(callback, callable);
    if (port) {
        es_host_port_update_handled(port);
    }
    if (!usable) {
        zend_string *name = zend_get_callable_name(callable);

        php_error_docref(NULL, E_WARNING, "function '%s' is not callable", ZSTR_VAL(name));
        zend_string_release(name);
    }
    return usable;
}

void es_host_refuse_unset(zend_object *object, zend_string *member, void **cache_slot)
{
    (void)cache_slot;
    zend_throw_error(NULL, "Property %s of class %s cannot be unset", ZSTR_VAL(member), ZSTR_VAL(object->ce->name));
}

es_callback_t *es_host_port_callback(const es_port_t *port, es_port_event_t event)
{
    es_host_port_t *own = port->user, *primary = port->server->ports->user;

    if (es_callback_is_set(&own->callbacks[event])) {
        return &own->callbacks[event];
    }
    return es_callback_is_set(&primary->callbacks[event]) ? &primary->callbacks[event] : NULL;
}

/* Sizes may be written as "8M". */
static zend_long size_of(zval *value)
{
    zend_string *text, *error = NULL;
    zend_long size;

    if (Z_TYPE_P(value) != IS_STRING) {
        return zval_get_long(value);
    }
    text = Z_STR_P(value);
    size = zend_ini_parse_quantity(text, &error);
    if (error) {
        zend_string_release(error);
    }
    return size;
}

/* Lists may be arrays. @return a reference of its own */
static zend_string *text_of(zval *value)
{
    zval joined;

    if (Z_TYPE_P(value) != IS_ARRAY) {
        return zval_get_string(value);
    }
    php_implode(ZSTR_CHAR(','), Z_ARRVAL_P(value), &joined);
    return Z_STR(joined);
}

/* The text of an entry of an array; NULL when there is none. */
static const char *text_at(HashTable *entries, const char *name, size_t len)
{
    zval *value = zend_hash_str_find_deref(entries, name, len);

    return value && Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) > 0 ? Z_STRVAL_P(value) : NULL;
}

/* host name => ['ssl_cert_file' => …, 'ssl_key_file' => …] */
static void store_names(const es_setting_t *option, void *settings, zval *value)
{
    es_tls_options_t *options = es_setting_clear_names(option, settings);
    zend_string *name;
    zval *files;

    if (Z_TYPE_P(value) != IS_ARRAY) {
        php_error_docref(NULL, E_WARNING, "option \"%s\" must be an array: host name => certificate", option->name);
        return;
    }
    ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(value), name, files) {
        ZVAL_DEREF(files);
        if (!name || Z_TYPE_P(files) != IS_ARRAY) {
            php_error_docref(NULL, E_WARNING,
                             "option \"%s\": each entry must be host name => [\"ssl_cert_file\" => …, "
                             "\"ssl_key_file\" => …]",
                             option->name);
        } else {
            es_tls_options_add_name(options, ZSTR_VAL(name), text_at(Z_ARRVAL_P(files), ZEND_STRL("ssl_cert_file")),
                                    text_at(Z_ARRVAL_P(files), ZEND_STRL("ssl_key_file")));
        }
    }
    ZEND_HASH_FOREACH_END();
}

static void store(const es_setting_t *option, void *settings, zval *value)
{
    switch (option->kind) {
    case ES_SETTING_BOOL:
        es_setting_store_bool(option, settings, zend_is_true(value));
        break;
    case ES_SETTING_INT:
        es_setting_store_int(option, settings, zval_get_long(value));
        break;
    case ES_SETTING_SIZE:
        es_setting_store_int(option, settings, size_of(value));
        break;
    case ES_SETTING_SECONDS:
        es_setting_store_seconds(option, settings, zval_get_double(value));
        break;
    case ES_SETTING_STRING: {
        zend_string *text = text_of(value);

        es_setting_store_string(option, settings, ZSTR_VAL(text), ZSTR_LEN(text));
        zend_string_release(text);
        break;
    }
    case ES_SETTING_NAMES:
        store_names(option, settings, value);
        break;
    default:
        break;
    }
}

void es_host_apply_settings(es_server_t *server, es_port_t *port, HashTable *settings)
{
    zend_ulong number;
    zend_string *name;
    zval *value;

    ZEND_HASH_FOREACH_KEY_VAL(settings, number, name, value) {
        const es_setting_t *option = name ? es_setting_find(ZSTR_VAL(name)) : NULL;

        ZVAL_DEREF(value);
        if (!name) {
            php_error_docref(NULL, E_NOTICE, "unknown option \"" ZEND_LONG_FMT "\"", (zend_long)number);
        } else if (!option) {
            const char *nearest = es_setting_nearest(ZSTR_VAL(name));

            php_error_docref(NULL, E_NOTICE,
                             nearest ? "unknown option \"%s\", did you mean \"%s\"?" : "unknown option \"%s\"",
                             ZSTR_VAL(name), nearest);
        } else if (option->scope == ES_SETTING_PORT) {
            store(option, &port->settings, value);
        } else if (server) {
            store(option, &server->settings, value);
        }
        if (EG(exception)) {
            return;
        }
    }
    ZEND_HASH_FOREACH_END();
}

void es_host_merge_setting(zend_object *object, HashTable *settings)
{
    zval rv, merged;
    zval *old = zend_read_property(object->ce, object, ZEND_STRL("setting"), true, &rv);

    if (Z_TYPE_P(old) == IS_ARRAY) {
        ZVAL_ARR(&merged, zend_array_dup(Z_ARRVAL_P(old)));
    } else {
        array_init(&merged);
    }
    zend_hash_merge(Z_ARRVAL(merged), settings, zval_add_ref, true);
    zend_update_property(object->ce, object, ZEND_STRL("setting"), &merged);
    zval_ptr_dtor(&merged);
}

bool es_host_fail(int status)
{
    ES_G(last_error) = -status;
    return false;
}

es_server_t *es_host_running(zend_object *object)
{
    es_host_t *host = es_host_from(object);

    if (!host->server || !es_server_running(host->server)) {
        es_host_fail(ES_E_PHP_FATAL);
        php_error_docref(NULL, E_WARNING, "server is not running");
        return NULL;
    }
    return host->server;
}

static const char *closer_name(uint8_t closer)
{
    switch (closer) {
    case ES_CLOSER_CLIENT:
        return "client";
    case ES_CLOSER_SERVER:
        return "server";
    case ES_CLOSER_TIMEOUT:
        return "timeout";
    case ES_CLOSER_ERROR:
        return "error";
    case ES_CLOSER_SHUTDOWN:
        return "shutdown";
    default:
        return "";
    }
}

bool es_host_session_info(es_server_t *server, zend_long id, zval *into)
{
    const es_record_t *found = es_server_find(server, id);
    const es_session_t *s = es_server_session(server, id);
    const es_port_t *port = server->ports;
    const es_loop_t *loop = &server->loop;
    es_buffer_t certificate = {0};
    es_record_t rec;
    char ip[64];

    if (!found) {
        return false;
    }
    /* A copy, because another process may free the record while we read: then the id has changed. */
    memcpy(&rec, (const void *)found, sizeof(rec));
    if (found->id != id) {
        return false;
    }
    while (port->index != rec.port) {
        port = port->next;
    }
    array_init(into);
    if (rec.bound) {
        add_assoc_long(into, "uid", rec.uid);
    }
    if (rec.worker > 0) {
        add_assoc_long(into, "worker_id", rec.worker);
    }
    if (port->settings.open_websocket_protocol) {
        add_assoc_long(into, "websocket_status", rec.ws_status);
    }
    es_address_text(&rec.peer, ip, sizeof(ip));
    add_assoc_long(into, "server_port", port->port);
    add_assoc_long(into, "server_fd", es_port_fd(port, rec.worker));
    add_assoc_long(into, "socket_fd", rec.socket_fd);
    add_assoc_long(into, "socket_type", port->type);
    add_assoc_long(into, "remote_port", es_address_port(&rec.peer));
    add_assoc_string(into, "remote_ip", port->type == ES_SOCK_UNIX_STREAM ? port->host : ip);
    add_assoc_long(into, "reactor_id", rec.worker);
    add_assoc_long(into, "connect_time", (zend_long)es_loop_unix_time(loop, rec.connect_time));
    add_assoc_long(into, "last_time", (zend_long)es_loop_unix_time(loop, rec.last_recv));
    add_assoc_double(into, "last_recv_time", es_loop_unix_time(loop, rec.last_recv));
    add_assoc_double(into, "last_send_time", es_loop_unix_time(loop, rec.last_send));
    add_assoc_double(into, "last_dispatch_time", es_loop_unix_time(loop, rec.last_dispatch));
    add_assoc_long(into, "close_errno", rec.close_errno);
    add_assoc_long(into, "recv_queued_bytes", (zend_long)rec.queued_in);
    add_assoc_long(into, "send_queued_bytes", (zend_long)rec.queued_out);
    if (s && s->phase != ES_SESSION_OPEN) {
        const es_close_t *close = &es_session_extra(s)->close;

        add_assoc_long(into, "close_code", close->code);
        add_assoc_stringl(into, "close_reason", close->reason ? close->reason : "", close->reason_len);
        add_assoc_string(into, "close_by", closer_name(close->by));
    }
    if (s && es_tls_peer_certificate(&s->conn, &certificate)) {
        add_assoc_stringl(into, "ssl_client_cert", certificate.data, certificate.len);
        es_buffer_destroy(&certificate);
    }
    return true;
}

int es_host_run_process(es_host_t *host, int n)
{
    const es_server_t *server = host->server;
    zval *process = zend_hash_index_find(&host->processes, (zend_ulong)n);

    EG(exit_status) = 0;
    es_process_run(Z_OBJ_P(process), server->worker_count + server->task_count + n);
    return ES_G(calls).bailed_out ? 255 : EG(exit_status);
}
