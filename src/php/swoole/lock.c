#include <errno.h>

#include "php.h"
#include "zend_exceptions.h"

#include "php/swoole/classes.h"
#include "server/lock.h"
#include "php_stubs/swoole_lock_arginfo.h"

/* LOCK_SH etc. of PHP, which are not those of flock(2) on every system. */
#include "ext/standard/flock_compat.h"

zend_class_entry *es_ce_Swoole_Lock;
static zend_object_handlers handlers;

typedef struct es_lock_object {
    es_lock_t lock;  /* without mutexes before the constructor and after destroy() */
    zend_object std; /* last */
} es_lock_object_t;

static es_lock_object_t *object_from(zend_object *object)
{
    return (es_lock_object_t *)((char *)object - offsetof(es_lock_object_t, std));
}

static zend_object *create(zend_class_entry *ce)
{
    es_lock_object_t *o = zend_object_alloc(sizeof(*o), ce);

    zend_object_std_init(&o->std, ce);
    object_properties_init(&o->std, ce);
    o->std.handlers = &handlers;
    return &o->std;
}

static void free_object(zend_object *object)
{
    es_lock_destroy(&object_from(object)->lock);
    zend_object_std_dtor(object);
}

static bool settle(zval *this, int status)
{
    if (status != 0) {
        zend_update_property_long(es_ce_Swoole_Lock, Z_OBJ_P(this), ZEND_STRL("errCode"), -status);
    }
    return status == 0;
}

static bool acquire(zval *this, bool shared, double seconds)
{
    return settle(this, es_lock_acquire(&object_from(Z_OBJ_P(this))->lock, shared, seconds));
}

PHP_METHOD(Swoole_Lock, __construct)
{
    es_lock_object_t *o = object_from(Z_OBJ_P(ZEND_THIS));
    zend_long type = ES_LOCK_MUTEX;
    zend_string *filename;

    ZEND_PARSE_PARAMETERS_START(0, 2)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(type)
        Z_PARAM_STR(filename)
    ZEND_PARSE_PARAMETERS_END();

    if (o->lock.type) {
        zend_throw_error(NULL, "Constructor of %s can only be called once", ZSTR_VAL(o->std.ce->name));
        RETURN_THROWS();
    }
    if (type != ES_LOCK_MUTEX && type != ES_LOCK_RWLOCK && type != ES_LOCK_SPINLOCK) {
        zend_throw_exception_ex(es_ce_Swoole_Exception, -2, "lock type[" ZEND_LONG_FMT "] is not support", type);
        RETURN_THROWS();
    }
    int status = es_lock_init(&o->lock, (es_lock_type_t)type);
    if (status != 0) {
        zend_throw_exception(es_ce_Swoole_Exception, "failed to create lock", -status);
        RETURN_THROWS();
    }
}

PHP_METHOD(Swoole_Lock, lock)
{
    zend_long operation = PHP_LOCK_EX;
    double timeout = -1;

    ZEND_PARSE_PARAMETERS_START(0, 2)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(operation)
        Z_PARAM_DOUBLE(timeout)
    ZEND_PARSE_PARAMETERS_END();

    zend_long kind = operation & ~PHP_LOCK_NB;
    if (kind != PHP_LOCK_SH && kind != PHP_LOCK_EX) {
        zend_argument_value_error(1, "must be LOCK_EX or LOCK_SH, with LOCK_NB or without");
        RETURN_THROWS();
    }
    RETURN_BOOL(acquire(ZEND_THIS, kind == PHP_LOCK_SH, operation & PHP_LOCK_NB ? 0 : timeout));
}

PHP_METHOD(Swoole_Lock, lockwait)
{
    double timeout = 1;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_DOUBLE(timeout)
    ZEND_PARSE_PARAMETERS_END();

    RETURN_BOOL(acquire(ZEND_THIS, false, timeout));
}

PHP_METHOD(Swoole_Lock, trylock)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_BOOL(acquire(ZEND_THIS, false, 0));
}

PHP_METHOD(Swoole_Lock, lock_read)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_BOOL(acquire(ZEND_THIS, true, -1));
}

PHP_METHOD(Swoole_Lock, trylock_read)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_BOOL(acquire(ZEND_THIS, true, 0));
}

PHP_METHOD(Swoole_Lock, unlock)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_BOOL(settle(ZEND_THIS, es_lock_release(&object_from(Z_OBJ_P(ZEND_THIS))->lock)));
}

PHP_METHOD(Swoole_Lock, destroy)
{
    ZEND_PARSE_PARAMETERS_NONE();
    es_lock_destroy(&object_from(Z_OBJ_P(ZEND_THIS))->lock);
}

PHP_MINIT_FUNCTION(swoole_lock)
{
    es_ce_Swoole_Lock = register_class_Swoole_Lock();
    es_ce_Swoole_Lock->create_object = create;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(es_lock_object_t, std);
    handlers.free_obj = free_object;
    handlers.clone_obj = NULL;
    zend_register_class_alias("swoole_lock", es_ce_Swoole_Lock);
    return SUCCESS;
}
