#include "php.h"
#include "zend_exceptions.h"

#include "base/shared.h"
#include "php/swoole/classes.h"
#include "server/atomic.h"
#include "php_stubs/swoole_atomic_long_arginfo.h"

zend_class_entry *es_ce_Swoole_Atomic_Long;
static zend_object_handlers handlers;

typedef struct es_atomic_long_object {
    es_atomic_long_t *value; /* owned, shared memory; NULL until constructed */
    zend_object std;         /* last */
} es_atomic_long_object_t;

static es_atomic_long_object_t *object_from(zend_object *object)
{
    return (es_atomic_long_object_t *)((char *)object - offsetof(es_atomic_long_object_t, std));
}

static zend_object *create(zend_class_entry *ce)
{
    es_atomic_long_object_t *o = zend_object_alloc(sizeof(*o), ce);

    zend_object_std_init(&o->std, ce);
    object_properties_init(&o->std, ce);
    o->std.handlers = &handlers;
    return &o->std;
}

static void free_object(zend_object *object)
{
    es_atomic_long_object_t *o = object_from(object);

    if (o->value) {
        es_shared_unmap(o->value, sizeof(*o->value));
    }
    zend_object_std_dtor(object);
}

/* The number; else NULL with an exception. */
static es_atomic_long_t *value_of(zval *this)
{
    es_atomic_long_object_t *o = object_from(Z_OBJ_P(this));

    if (!o->value) {
        zend_throw_error(NULL, "the constructor of %s was not called", ZSTR_VAL(o->std.ce->name));
    }
    return o->value;
}

PHP_METHOD(Swoole_Atomic_Long, __construct)
{
    es_atomic_long_object_t *o = object_from(Z_OBJ_P(ZEND_THIS));
    zend_long value = 0;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(value)
    ZEND_PARSE_PARAMETERS_END();

    if (o->value) {
        zend_throw_error(NULL, "Constructor of %s can only be called once", ZSTR_VAL(o->std.ce->name));
        RETURN_THROWS();
    }
    o->value = es_shared_map(sizeof(*o->value));
    if (!o->value) {
        zend_throw_exception(es_ce_Swoole_Exception, "unable to allocate memory", ENOMEM);
        RETURN_THROWS();
    }
    atomic_init(o->value, (int64_t)value);
}

static void add(INTERNAL_FUNCTION_PARAMETERS, bool negative)
{
    zend_long by = 1;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(by)
    ZEND_PARSE_PARAMETERS_END();

    es_atomic_long_t *value = value_of(ZEND_THIS);
    if (!value) {
        RETURN_THROWS();
    }
    uint64_t change = negative ? 0 - (uint64_t)by : (uint64_t)by;
    RETURN_LONG((int64_t)((uint64_t)atomic_fetch_add(value, (int64_t)change) + change));
}

PHP_METHOD(Swoole_Atomic_Long, add)
{
    add(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Swoole_Atomic_Long, sub)
{
    add(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Swoole_Atomic_Long, get)
{
    ZEND_PARSE_PARAMETERS_NONE();

    es_atomic_long_t *value = value_of(ZEND_THIS);
    if (!value) {
        RETURN_THROWS();
    }
    RETURN_LONG(atomic_load(value));
}

PHP_METHOD(Swoole_Atomic_Long, set)
{
    zend_long number;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(number)
    ZEND_PARSE_PARAMETERS_END();

    es_atomic_long_t *value = value_of(ZEND_THIS);
    if (!value) {
        RETURN_THROWS();
    }
    atomic_store(value, (int64_t)number);
}

PHP_METHOD(Swoole_Atomic_Long, cmpset)
{
    zend_long expected, number;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_LONG(expected)
        Z_PARAM_LONG(number)
    ZEND_PARSE_PARAMETERS_END();

    es_atomic_long_t *value = value_of(ZEND_THIS);
    if (!value) {
        RETURN_THROWS();
    }
    int64_t old = (int64_t)expected;
    RETURN_BOOL(atomic_compare_exchange_strong(value, &old, (int64_t)number));
}

PHP_MINIT_FUNCTION(swoole_atomic_long)
{
    es_ce_Swoole_Atomic_Long = register_class_Swoole_Atomic_Long();
    es_ce_Swoole_Atomic_Long->create_object = create;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(es_atomic_long_object_t, std);
    handlers.free_obj = free_object;
    handlers.clone_obj = NULL;
    zend_register_class_alias("swoole_atomic_long", es_ce_Swoole_Atomic_Long);
    return SUCCESS;
}
