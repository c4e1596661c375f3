#include "php.h"
#include "zend_exceptions.h"

#include "php/host.h"
#include "php/swoole/classes.h"
#include "php_stubs/swoole_server_port_arginfo.h"

zend_class_entry *es_ce_Swoole_Server_Port;
static zend_object_handlers handlers;

static zend_object *create(zend_class_entry *ce)
{
    es_host_port_t *port = zend_object_alloc(sizeof(*port), ce);

    zend_object_std_init(&port->std, ce);
    object_properties_init(&port->std, ce);
    port->std.handlers = &handlers;
    return &port->std;
}

static void release_iterator(es_host_port_t *port)
{
    zend_object *iterator = port->connections;

    if (iterator) {
        port->connections = NULL;
        es_connection_iterator_forget(iterator);
        OBJ_RELEASE(iterator);
    }
}

void es_server_port_detach(es_port_t *port)
{
    es_host_port_t *object = port->user;

    if (object) {
        release_iterator(object);
        object->port = NULL;
        port->user = NULL;
        OBJ_RELEASE(&object->std);
    }
}

static void free_object(zend_object *object)
{
    es_host_port_t *port = es_host_port_from(object);

    release_iterator(port);
    for (int i = 0; i < ES_PORT_EVENTS; i++) {
        es_callback_clear(&port->callbacks[i]);
    }
    zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *n)
{
    es_host_port_t *port = es_host_port_from(object);
    zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

    for (int i = 0; i < ES_PORT_EVENTS; i++) {
        es_callback_gc(&port->callbacks[i], buffer);
    }
    if (port->connections) {
        zend_get_gc_buffer_add_obj(buffer, port->connections);
    }
    zend_get_gc_buffer_use(buffer, table, n);
    return zend_std_get_properties(object);
}

void es_server_port_new(zval *into, es_port_t *port)
{
    zval connections;

    object_init_ex(into, es_ce_Swoole_Server_Port);
    zend_object *object = Z_OBJ_P(into);
    es_host_port_from(object)->port = port;
    port->user = es_host_port_from(object);
    zend_update_property_string(object->ce, object, ZEND_STRL("host"), port->host);
    zend_update_property_long(object->ce, object, ZEND_STRL("port"), port->port);
    zend_update_property_long(object->ce, object, ZEND_STRL("type"), port->type);
    zend_update_property_long(object->ce, object, ZEND_STRL("sock"), port->fds[0]);
    zend_update_property_bool(object->ce, object, ZEND_STRL("ssl"), port->ssl);
    es_connection_iterator_new(&connections, port);
    zend_update_property(object->ce, object, ZEND_STRL("connections"), &connections);
    es_host_port_from(object)->connections = Z_OBJ(connections); /* the reference, too */
}

/* The port, as long as it may still be set up. */
static es_host_port_t *port_to_set_up(zval *this)
{
    es_host_port_t *port = es_host_port_from(Z_OBJ_P(this));

    if (!port->port) {
        zend_throw_error(NULL, "the server of this port is gone");
        return NULL;
    }
    if (port->port->server->state != ES_SERVER_CREATED) {
        php_error_docref(NULL, E_WARNING, "server is running, unable to change a port");
        return NULL;
    }
    return port;
}

PHP_METHOD(Swoole_Server_Port, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
    zend_throw_error(NULL, "please use the Swoole\\Server->listen method");
}

PHP_METHOD(Swoole_Server_Port, set)
{
    HashTable *settings;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(settings)
    ZEND_PARSE_PARAMETERS_END();

    es_host_port_t *port = port_to_set_up(ZEND_THIS);
    if (port) {
        /* What is not named here is not inherited either: a port with set() of its own stands for itself. */
        port->port->own_settings = true;
        es_host_merge_setting(Z_OBJ_P(ZEND_THIS), settings);
        es_host_apply_settings(NULL, port->port, settings);
    }
}

PHP_METHOD(Swoole_Server_Port, on)
{
    zend_string *event;
    zval *callable;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_STR(event)
        Z_PARAM_ZVAL(callable)
    ZEND_PARSE_PARAMETERS_END();

    es_host_port_t *port = port_to_set_up(ZEND_THIS);
    if (!port) {
        RETURN_FALSE;
    }
    RETURN_BOOL(es_host_register(es_host_port_event(port, ZSTR_VAL(event)), event, callable, port));
}

PHP_METHOD(Swoole_Server_Port, getCallback)
{
    zend_string *event;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(event)
    ZEND_PARSE_PARAMETERS_END();

    es_callback_t *callback = es_host_port_event(es_host_port_from(Z_OBJ_P(ZEND_THIS)), ZSTR_VAL(event));
    if (callback && es_callback_is_set(callback)) {
        RETURN_COPY(&callback->callable);
    }
}

PHP_MINIT_FUNCTION(swoole_server_port)
{
    es_ce_Swoole_Server_Port = register_class_Swoole_Server_Port();
    es_ce_Swoole_Server_Port->create_object = create;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(es_host_port_t, std);
    handlers.free_obj = free_object;
    handlers.get_gc = get_gc;
    handlers.clone_obj = NULL;
    handlers.unset_property = es_host_refuse_unset;
    zend_register_class_alias("swoole_server_port", es_ce_Swoole_Server_Port);
    return SUCCESS;
}
