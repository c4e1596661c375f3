#include "php.h"
#include "zend_interfaces.h"
#include "ext/spl/spl_iterators.h"

#include "php/host.h"
#include "php/swoole/classes.h"
#include "php_easyswoole.h"
#include "php_stubs/swoole_connection_iterator_arginfo.h"

zend_class_entry *es_ce_Swoole_Connection_Iterator;
static zend_object_handlers handlers;

/* Walks over the session table; the position is an entry of it, so sessions may come and go meanwhile. */
typedef struct es_connection_iterator {
    es_port_t *port; /* borrowed; NULL: all ports */
    bool forgotten;  /* its port has gone: there is nothing to walk over */
    size_t entry;    /* of the table: where the current session is, or where to look for it */
    zend_long index;
    zend_object std; /* last */
} es_connection_iterator_t;

static es_connection_iterator_t *iterator_from(zend_object *object)
{
    return (es_connection_iterator_t *)((char *)object - offsetof(es_connection_iterator_t, std));
}

static zend_object *create(zend_class_entry *ce)
{
    es_connection_iterator_t *it = zend_object_alloc(sizeof(*it), ce);

    zend_object_std_init(&it->std, ce);
    object_properties_init(&it->std, ce);
    it->std.handlers = &handlers;
    return &it->std;
}

void es_connection_iterator_new(zval *into, es_port_t *port)
{
    object_init_ex(into, es_ce_Swoole_Connection_Iterator);
    iterator_from(Z_OBJ_P(into))->port = port;
}

void es_connection_iterator_forget(zend_object *iterator)
{
    es_connection_iterator_t *it = iterator_from(iterator);

    it->port = NULL;
    it->forgotten = true;
}

static es_server_t *running_server(const es_connection_iterator_t *it)
{
    es_host_t *host = ES_G(host);

    return !it->forgotten && host && host->server && host->server->sessions.memory ? host->server : NULL;
}

/* The first open session from `it->entry` on; moves there. */
static es_record_t *seek(es_connection_iterator_t *it)
{
    es_server_t *server = running_server(it);
    es_record_t *record = NULL;
    size_t next = it->entry;

    while (server && (record = es_session_table_next(&server->sessions, &next)) != NULL) {
        it->entry = next - 1;
        if (!record->closing && (!it->port || it->port->index == record->port)) {
            break;
        }
    }
    return record;
}

PHP_METHOD(Swoole_Connection_Iterator, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
    zend_throw_error(NULL, "Swoole\\Connection\\Iterator cannot be made by itself, use Server::$connections");
}

PHP_METHOD(Swoole_Connection_Iterator, rewind)
{
    es_connection_iterator_t *it = iterator_from(Z_OBJ_P(ZEND_THIS));

    ZEND_PARSE_PARAMETERS_NONE();
    it->entry = 0;
    it->index = 1;
}

PHP_METHOD(Swoole_Connection_Iterator, next)
{
    es_connection_iterator_t *it = iterator_from(Z_OBJ_P(ZEND_THIS));

    ZEND_PARSE_PARAMETERS_NONE();
    it->entry++;
    it->index++;
}

PHP_METHOD(Swoole_Connection_Iterator, valid)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_BOOL(seek(iterator_from(Z_OBJ_P(ZEND_THIS))) != NULL);
}

PHP_METHOD(Swoole_Connection_Iterator, current)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const es_record_t *record = seek(iterator_from(Z_OBJ_P(ZEND_THIS)));
    if (record) {
        RETURN_LONG(record->id);
    }
}

PHP_METHOD(Swoole_Connection_Iterator, key)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_LONG(iterator_from(Z_OBJ_P(ZEND_THIS))->index);
}

/*
 * foreach: the same walk without a method call for each of its steps, which would cost more than everything else in a
 * loop with push().
 */
typedef struct es_connection_walk {
    zend_object_iterator base; /* first; its data is the iterator's object, which has the position */
    zval id;
} es_connection_walk_t;

static es_connection_iterator_t *walked(zend_object_iterator *base)
{
    return iterator_from(Z_OBJ(base->data));
}

static void walk_end(zend_object_iterator *base)
{
    zval_ptr_dtor(&base->data);
}

static int walk_valid(zend_object_iterator *base)
{
    es_connection_walk_t *walk = (es_connection_walk_t *)base;
    const es_record_t *record = seek(walked(base));

    if (!record) {
        return FAILURE;
    }
    ZVAL_LONG(&walk->id, record->id);
    return SUCCESS;
}

static zval *walk_current(zend_object_iterator *base)
{
    return &((es_connection_walk_t *)base)->id;
}

static void walk_key(zend_object_iterator *base, zval *key)
{
    ZVAL_LONG(key, walked(base)->index);
}

static void walk_next(zend_object_iterator *base)
{
    walked(base)->entry++;
    walked(base)->index++;
}

static void walk_rewind(zend_object_iterator *base)
{
    walked(base)->entry = 0;
    walked(base)->index = 1;
}

static const zend_object_iterator_funcs walk_funcs = {
    .dtor = walk_end,
    .valid = walk_valid,
    .get_current_data = walk_current,
    .get_current_key = walk_key,
    .move_forward = walk_next,
    .rewind = walk_rewind,
};

static zend_object_iterator *get_iterator(zend_class_entry *ce, zval *object, int by_ref)
{
    es_connection_walk_t *walk;

    (void)ce;
    if (by_ref) {
        zend_throw_error(NULL, "An iterator cannot be used with foreach by reference");
        return NULL;
    }
    walk = emalloc(sizeof(*walk));
    zend_iterator_init(&walk->base);
    ZVAL_OBJ_COPY(&walk->base.data, Z_OBJ_P(object));
    walk->base.funcs = &walk_funcs;
    ZVAL_UNDEF(&walk->id);
    return &walk->base;
}

PHP_METHOD(Swoole_Connection_Iterator, count)
{
    es_connection_iterator_t *it = iterator_from(Z_OBJ_P(ZEND_THIS));
    es_server_t *server = running_server(it);

    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_LONG(!server    ? 0
                : it->port ? (zend_long)*it->port->connections
                           : (zend_long)es_session_table_count(&server->sessions));
}

PHP_METHOD(Swoole_Connection_Iterator, offsetExists)
{
    zval *fd;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(fd)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = running_server(iterator_from(Z_OBJ_P(ZEND_THIS)));
    RETURN_BOOL(server && es_server_record(server, zval_get_long(fd)));
}

PHP_METHOD(Swoole_Connection_Iterator, offsetGet)
{
    zval *fd;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(fd)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = running_server(iterator_from(Z_OBJ_P(ZEND_THIS)));
    if (!server || !es_host_session_info(server, zval_get_long(fd), return_value)) {
        RETURN_FALSE;
    }
}

PHP_METHOD(Swoole_Connection_Iterator, offsetSet)
{
    zval *fd, *value;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_ZVAL(fd)
        Z_PARAM_ZVAL(value)
    ZEND_PARSE_PARAMETERS_END();
}

PHP_METHOD(Swoole_Connection_Iterator, offsetUnset)
{
    zval *fd;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(fd)
    ZEND_PARSE_PARAMETERS_END();
}

PHP_MINIT_FUNCTION(swoole_connection_iterator)
{
    es_ce_Swoole_Connection_Iterator =
        register_class_Swoole_Connection_Iterator(zend_ce_iterator, zend_ce_arrayaccess, zend_ce_countable);
    es_ce_Swoole_Connection_Iterator->create_object = create;
    es_ce_Swoole_Connection_Iterator->get_iterator = get_iterator;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(es_connection_iterator_t, std);
    handlers.clone_obj = NULL;
    zend_register_class_alias("swoole_connection_iterator", es_ce_Swoole_Connection_Iterator);
    return SUCCESS;
}
