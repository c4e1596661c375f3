#include "php.h"
#include "zend_exceptions.h"
#include "SAPI.h"

#include "php/host.h"
#include "php/process_loop.h"
#include "php/swoole/classes.h"
#include "php_easyswoole.h"
#include "php_output.h"
#include "php_stubs/swoole_server_arginfo.h"

/* Life of a server: construction, options, callbacks, start and stop. What it does with sessions: server_sessions.c */

zend_class_entry *es_ce_Swoole_Server;
static zend_object_handlers handlers;

static void free_finish_callback(zval *value)
{
    es_callback_clear(Z_PTR_P(value));
    efree(Z_PTR_P(value));
}

static zend_object *create(zend_class_entry *ce)
{
    es_host_t *host = zend_object_alloc(sizeof(*host), ce);

    zend_object_std_init(&host->std, ce);
    object_properties_init(&host->std, ce);
    host->std.handlers = &handlers;
    zend_hash_init(&host->finish_callbacks, 0, NULL, free_finish_callback, false);
    zend_hash_init(&host->processes, 0, NULL, ZVAL_PTR_DTOR, false);
    return &host->std;
}

static void free_object(zend_object *object)
{
    es_host_t *host = es_host_from(object);

    for (int i = 0; i < ES_HOST_EVENTS; i++) {
        es_callback_clear(&host->callbacks[i]);
    }
    if (host->spare_frame) {
        OBJ_RELEASE(host->spare_frame);
        host->spare_frame = NULL;
    }
    if (host->spare_data) {
        zend_string_efree(host->spare_data);
        host->spare_data = NULL;
    }
    if (host->server) {
        /* They may outlive their server in a user's variable. */
        for (es_port_t *port = host->server->ports; port; port = port->next) {
            es_server_port_detach(port);
        }
        es_server_free(host->server);
        host->server = NULL;
    }
    zend_hash_destroy(&host->finish_callbacks);
    zend_hash_destroy(&host->processes);
    es_buffer_destroy(&host->head);
    if (ES_G(host) == host) {
        ES_G(host) = NULL;
    }
    zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *n)
{
    es_host_t *host = es_host_from(object);
    zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

    for (int i = 0; i < ES_HOST_EVENTS; i++) {
        es_callback_gc(&host->callbacks[i], buffer);
    }
    for (es_port_t *port = host->server ? host->server->ports : NULL; port; port = port->next) {
        if (port->user) {
            zend_get_gc_buffer_add_obj(buffer, &((es_host_port_t *)port->user)->std);
        }
    }
    zval *process;
    ZEND_HASH_FOREACH_VAL(&host->processes, process) {
        zend_get_gc_buffer_add_zval(buffer, process);
    }
    ZEND_HASH_FOREACH_END();
    zend_get_gc_buffer_use(buffer, table, n);
    return zend_std_get_properties(object);
}

es_host_t *es_host_to_set_up(zval *this)
{
    es_host_t *host = es_host_from(Z_OBJ_P(this));

    if (!host->server) {
        zend_throw_error(NULL, "the constructor of %s was not called", ZSTR_VAL(host->std.ce->name));
        return NULL;
    }
    if (host->server->state != ES_SERVER_CREATED) {
        php_error_docref(NULL, E_WARNING, "server is running, unable to change it");
        return NULL;
    }
    return host;
}

/* Listens; the new Port joins $server->ports and is returned in `into` (a reference of its own), if asked for. */
static es_port_t *add_port(es_host_t *host, zend_string *name, zend_long number, zend_long sock_type, zval *into,
                           int *error)
{
    zval rv, ports, port_object;
    es_port_t *port;

    bool ssl = (sock_type & ES_SOCK_SSL) != 0;

    sock_type &= ~ES_SOCK_SSL;
    if (sock_type != ES_SOCK_TCP && sock_type != ES_SOCK_TCP6 && sock_type != ES_SOCK_UNIX_STREAM) {
        *error = ESOCKTNOSUPPORT;
        return NULL;
    }
    if (number < 0 || number > 65535) {
        number = -1;
    }
    port = es_server_listen(host->server, ZSTR_VAL(name), (int)number, (es_sock_type_t)sock_type, error);
    if (!port) {
        return NULL;
    }
    port->ssl = ssl;
    es_server_port_new(&port_object, port);
    Z_ADDREF(port_object); /* the port's own reference: es_server_port_detach() */
    zval *old = zend_read_property(host->std.ce, &host->std, ZEND_STRL("ports"), true, &rv);
    if (Z_TYPE_P(old) == IS_ARRAY) {
        ZVAL_ARR(&ports, zend_array_dup(Z_ARRVAL_P(old)));
    } else {
        array_init(&ports);
    }
    if (into) {
        ZVAL_COPY(into, &port_object);
    }
    add_next_index_zval(&ports, &port_object);
    zend_update_property(host->std.ce, &host->std, ZEND_STRL("ports"), &ports);
    zval_ptr_dtor(&ports);
    return port;
}

static const char *listen_error(int error)
{
    switch (error) {
    case -ES_E_SERVER_INVALID_LISTEN_PORT:
        return "the port must be between 0 and 65535";
    case -ES_E_NAME_TOO_LONG:
        return "the name is too long";
    case ESOCKTNOSUPPORT:
        return "this type of socket is not supported yet";
    default:
        return strerror(error);
    }
}

PHP_METHOD(Swoole_Server, __construct)
{
    es_host_t *host = es_host_from(Z_OBJ_P(ZEND_THIS));
    zend_class_entry *ce = host->std.ce;
    zend_string *name;
    zend_long number = 0, mode = 1, sock_type = ES_SOCK_TCP;
    zval connections;
    int error;

    ZEND_PARSE_PARAMETERS_START(1, 4)
        Z_PARAM_STR(name)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(number)
        Z_PARAM_LONG(mode)
        Z_PARAM_LONG(sock_type)
    ZEND_PARSE_PARAMETERS_END();

    if (host->server) {
        zend_throw_error(NULL, "Constructor of %s can only be called once", ZSTR_VAL(ce->name));
        RETURN_THROWS();
    }
    if (strcmp(sapi_module.name, "cli") != 0) {
        zend_throw_exception_ex(es_ce_Swoole_Exception, -1, "%s can only be used in CLI mode", ZSTR_VAL(ce->name));
        RETURN_THROWS();
    }
    if (mode != 1 && mode != 2) {
        zend_throw_error(NULL, "invalid $mode parameters " ZEND_LONG_FMT, mode);
        RETURN_THROWS();
    }
    if (ES_G(host)) {
        zend_throw_exception_ex(es_ce_Swoole_Exception, -3, "server is running. unable to create %s",
                                ZSTR_VAL(ce->name));
        RETURN_THROWS();
    }
    host->server = es_server_new(&es_host_server_callbacks, host);
    es_port_t *port = add_port(host, name, number, sock_type, NULL, &error);
    if (!port) {
        es_server_free(host->server);
        host->server = NULL;
        zend_throw_exception_ex(es_ce_Swoole_Exception, error,
                                "failed to listen server port[%s:" ZEND_LONG_FMT "], Error: %s[%d]", ZSTR_VAL(name),
                                number, listen_error(error), error);
        RETURN_THROWS();
    }
    ES_G(host) = host;
    if (mode == 2) {
        host->server->with_master = true;
        host->server->settings.worker_num = 0; /* one per processor */
    }
    port->own_settings = true;
    port->settings.open_websocket_protocol = instanceof_function(ce, es_ce_Swoole_WebSocket_Server);
    port->settings.open_http_protocol = instanceof_function(ce, es_ce_Swoole_Http_Server);
    zend_update_property_str(ce, &host->std, ZEND_STRL("host"), name);
    zend_update_property_long(ce, &host->std, ZEND_STRL("port"), port->port);
    zend_update_property_long(ce, &host->std, ZEND_STRL("mode"), mode);
    zend_update_property_long(ce, &host->std, ZEND_STRL("type"), port->type);
    zend_update_property_bool(ce, &host->std, ZEND_STRL("ssl"), port->ssl);
    es_connection_iterator_new(&connections, NULL);
    zend_update_property(ce, &host->std, ZEND_STRL("connections"), &connections);
    zval_ptr_dtor(&connections);
}

PHP_METHOD(Swoole_Server, __destruct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Swoole_Server, set)
{
    HashTable *settings;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(settings)
    ZEND_PARSE_PARAMETERS_END();

    es_host_t *host = es_host_to_set_up(ZEND_THIS);
    if (!host) {
        RETURN_FALSE;
    }
    es_host_merge_setting(&host->std, settings);
    es_host_apply_settings(host->server, host->server->ports, settings);
    RETURN_TRUE;
}

PHP_METHOD(Swoole_Server, on)
{
    zend_string *event;
    zval *callable;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_STR(event)
        Z_PARAM_ZVAL(callable)
    ZEND_PARSE_PARAMETERS_END();

    es_host_t *host = es_host_to_set_up(ZEND_THIS);
    if (!host) {
        RETURN_FALSE;
    }
    es_callback_t *callback = es_host_event(host, ZSTR_VAL(event));
    es_host_port_t *port = NULL;
    if (!callback) {
        port = host->server->ports->user;
        callback = es_host_port_event(port, ZSTR_VAL(event));
    }
    RETURN_BOOL(es_host_register(callback, event, callable, port));
}

PHP_METHOD(Swoole_Server, getCallback)
{
    es_host_t *host = es_host_from(Z_OBJ_P(ZEND_THIS));
    zend_string *event;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(event)
    ZEND_PARSE_PARAMETERS_END();

    es_callback_t *callback = es_host_event(host, ZSTR_VAL(event));
    if (!callback && host->server) {
        callback = es_host_port_event(host->server->ports->user, ZSTR_VAL(event));
    }
    if (callback && es_callback_is_set(callback)) {
        RETURN_COPY(&callback->callable);
    }
}

PHP_METHOD(Swoole_Server, listen)
{
    zend_string *name;
    zend_long number, sock_type;
    int error;

    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_STR(name)
        Z_PARAM_LONG(number)
        Z_PARAM_LONG(sock_type)
    ZEND_PARSE_PARAMETERS_END();

    es_host_t *host = es_host_to_set_up(ZEND_THIS);
    if (!host) {
        RETURN_FALSE;
    }
    if (!add_port(host, name, number, sock_type, return_value, &error)) {
        php_error_docref(NULL, E_WARNING, "failed to listen server port[%s:" ZEND_LONG_FMT "], Error: %s[%d]",
                         ZSTR_VAL(name), number, listen_error(error), error);
        RETURN_FALSE;
    }
}

/* Callbacks that a server cannot do without (spec section 2.8). */
static const char *missing_callback(const es_server_t *server)
{
    for (const es_port_t *port = server->ports; port; port = port->next) {
        const es_port_settings_t *settings = port->own_settings ? &port->settings : &server->ports->settings;
        bool receives = port != server->ports && es_host_port_callback(port, ES_ON_RECEIVE);

        if (settings->open_websocket_protocol) {
            if (!es_host_port_callback(port, ES_ON_MESSAGE) && !receives) {
                return "onMessage";
            }
        } else if (settings->open_http_protocol) {
            if (!es_host_port_callback(port, ES_ON_REQUEST) && !receives) {
                return "onRequest";
            }
        } else if (!es_host_port_callback(port, ES_ON_RECEIVE)) {
            return "onReceive";
        }
    }
    return NULL;
}

/* What start() adds to $server->setting, behind what the user has set (spec section 1.3). */
static void complete_setting(es_host_t *host)
{
    const es_settings_t *settings = &host->server->settings;
    const es_port_settings_t *port = &host->server->ports->settings;
    zval rv, defaults, completed;
    zval *given = zend_read_property(host->std.ce, &host->std, ZEND_STRL("setting"), true, &rv);

    array_init(&defaults);
    add_assoc_long(&defaults, "worker_num", settings->worker_num);
    add_assoc_long(&defaults, "task_worker_num", settings->task_worker_num);
    add_assoc_long(&defaults, "output_buffer_size", settings->output_buffer_size);
    add_assoc_long(&defaults, "max_connection", (zend_long)es_server_max_connection(host->server));
    if (port->open_http_protocol) {
        add_assoc_bool(&defaults, "open_http_protocol", true);
        add_assoc_bool(&defaults, "open_mqtt_protocol", false);
        add_assoc_bool(&defaults, "open_eof_check", false);
        add_assoc_bool(&defaults, "open_length_check", false);
    }
    if (port->open_websocket_protocol) {
        add_assoc_bool(&defaults, "open_websocket_protocol", true);
    }
    if (Z_TYPE_P(given) == IS_ARRAY) {
        ZVAL_ARR(&completed, zend_array_dup(Z_ARRVAL_P(given)));
    } else {
        array_init(&completed);
    }
    zend_hash_merge(Z_ARRVAL(completed), Z_ARRVAL(defaults), zval_add_ref, false);
    zval_ptr_dtor(&defaults);
    zend_update_property(host->std.ce, &host->std, ZEND_STRL("setting"), &completed);
    /* Ports that inherit the settings say so. */
    for (es_port_t *other = host->server->ports->next; other; other = other->next) {
        if (!other->own_settings) {
            zend_object *object = &((es_host_port_t *)other->user)->std;

            zend_update_property(object->ce, object, ZEND_STRL("setting"), &completed);
        }
    }
    zval_ptr_dtor(&completed);
}

PHP_METHOD(Swoole_Server, start)
{
    es_host_t *host = es_host_from(Z_OBJ_P(ZEND_THIS));
    es_server_t *server = host->server;
    const char *missing;
    int status;

    ZEND_PARSE_PARAMETERS_NONE();

    if (!es_host_to_set_up(ZEND_THIS)) {
        RETURN_FALSE;
    }
    if (es_process_loop_busy()) {
        php_error_docref(NULL, E_WARNING, "an event loop already exists, unable to start the server");
        RETURN_BOOL(es_host_fail(ES_E_WRONG_OPERATION));
    }
    if ((missing = missing_callback(server)) != NULL) {
        php_error_docref(NULL, E_ERROR, "require %s callback", missing);
        RETURN_FALSE;
    }
    if (server->settings.task_worker_num > 0 && !es_callback_is_set(&host->callbacks[ES_ON_TASK])) {
        php_error_docref(NULL, E_ERROR, "require onTask callback");
        RETURN_FALSE;
    }
    es_settings_complete(&server->settings);
    complete_setting(host);
    if (PG(memory_limit) > 0) {
        server->unfinished.max = (size_t)PG(memory_limit) / 2; /* the other half is for user code */
    }
    zend_update_property_long(host->std.ce, &host->std, ZEND_STRL("master_pid"), getpid());
    if (EG(exception)) {
        RETURN_THROWS();
    }
    if (server->settings.daemonize) {
        php_output_flush_all(); /* to the terminal, before that is gone */
    }
    /* User code may drop its last reference to the server while that runs. */
    GC_ADDREF(&host->std);
    status = es_server_run(server);
    bool bailed_out = ES_G(calls).bailed_out, exited = ES_G(calls).exited;
    if (status < 0 && !bailed_out) {
        /* Certificates that cannot be used end the script (spec section 2.10). */
        php_error_docref(NULL, status == ES_E_INVALID_PARAMS ? E_ERROR : E_WARNING, "failed to start server. Error: %s",
                         server->error);
    }
    if (bailed_out) {
        /* The fatal error that a callback raised goes on from here: libevent is off the stack. */
        zend_bailout();
    }
    ES_G(calls) = (es_call_state_t){0};
    es_process_loop_clear();
    if (status == ES_IN_CHILD && server->exit_status != 0) {
        EG(exit_status) = server->exit_status;
    }
    OBJ_RELEASE(&host->std);
    if ((exited || status == ES_IN_CHILD) && !EG(exception)) {
        /* A child's work is over: what stands behind start() is the master's. */
        zend_throw_unwind_exit();
        return;
    }
    RETURN_BOOL(status == ES_OK);
}

PHP_METHOD(Swoole_Server, shutdown)
{
    es_host_t *host = es_host_from(Z_OBJ_P(ZEND_THIS));

    ZEND_PARSE_PARAMETERS_NONE();

    if (!host->server || !es_server_running(host->server)) {
        RETURN_BOOL(es_host_fail(ES_E_WRONG_OPERATION));
    }
    es_server_stop(host->server);
    es_callback_after_nested();
    RETURN_TRUE;
}

PHP_MINIT_FUNCTION(swoole_server)
{
    es_ce_Swoole_Server = register_class_Swoole_Server();
    es_ce_Swoole_Server->create_object = create;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(es_host_t, std);
    handlers.free_obj = free_object;
    handlers.get_gc = get_gc;
    handlers.clone_obj = NULL;
    handlers.unset_property = es_host_refuse_unset;
    zend_register_class_alias("swoole_server", es_ce_Swoole_Server);
    return SUCCESS;
}
