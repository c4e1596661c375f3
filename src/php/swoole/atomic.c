#include "php.h"
#include "zend_exceptions.h"

#include "base/shared.h"
#include "php/swoole/classes.h"
#include "server/atomic.h"
#include "php_stubs/swoole_atomic_arginfo.h"

zend_class_entry *es_ce_Swoole_Atomic;
static zend_object_handlers handlers;

typedef struct es_atomic_object {
    es_atomic_t *value; /* owned, shared memory; NULL until constructed */
    zend_object std;    /* last */
} es_atomic_object_t;

static es_atomic_object_t *object_from(zend_object *object)
{
    return (es_atomic_object_t *)((char *)object - offsetof(es_atomic_object_t, std));
}

static zend_object *create(zend_class_entry *ce)
{
    es_atomic_object_t *o = zend_object_alloc(sizeof(*o), ce);

    zend_object_std_init(&o->std, ce);
    object_properties_init(&o->std, ce);
    o->std.handlers = &handlers;
    return &o->std;
}

static void free_object(zend_object *object)
{
    es_atomic_object_t *o = object_from(object);

    if (o->value) {
        es_shared_unmap(o->value, sizeof(*o->value));
    }
    zend_object_std_dtor(object);
}

/* The number; else NULL with an exception. */
static es_atomic_t *value_of(zval *this)
{
    es_atomic_object_t *o = object_from(Z_OBJ_P(this));

    if (!o->value) {
        zend_throw_error(NULL, "the constructor of %s was not called", ZSTR_VAL(o->std.ce->name));
    }
    return o->value;
}

PHP_METHOD(Swoole_Atomic, __construct)
{
    es_atomic_object_t *o = object_from(Z_OBJ_P(ZEND_THIS));
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
    atomic_init(o->value, (uint32_t)value);
}

static void add(INTERNAL_FUNCTION_PARAMETERS, bool negative)
{
    zend_long by = 1;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(by)
    ZEND_PARSE_PARAMETERS_END();

    es_atomic_t *value = value_of(ZEND_THIS);
    if (!value) {
        RETURN_THROWS();
    }
    uint64_t change = negative ? 0 - (uint64_t)by : (uint64_t)by;
    RETURN_LONG((uint32_t)((uint64_t)atomic_fetch_add(value, (uint32_t)change) + change));
}

PHP_METHOD(Swoole_Atomic, add)
{
    add(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Swoole_Atomic, sub)
{
    add(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Swoole_Atomic, get)
{
    ZEND_PARSE_PARAMETERS_NONE();

    es_atomic_t *value = value_of(ZEND_THIS);
    if (!value) {
        RETURN_THROWS();
    }
    RETURN_LONG(atomic_load(value));
}

PHP_METHOD(Swoole_Atomic, set)
{
    zend_long number;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(number)
    ZEND_PARSE_PARAMETERS_END();

    es_atomic_t *value = value_of(ZEND_THIS);
    if (!value) {
        RETURN_THROWS();
    }
    atomic_store(value, (uint32_t)number);
}

PHP_METHOD(Swoole_Atomic, cmpset)
{
    zend_long expected, number;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_LONG(expected)
        Z_PARAM_LONG(number)
    ZEND_PARSE_PARAMETERS_END();

    es_atomic_t *value = value_of(ZEND_THIS);
    if (!value) {
        RETURN_THROWS();
    }
    uint32_t old = (uint32_t)expected;
    RETURN_BOOL(atomic_compare_exchange_strong(value, &old, (uint32_t)number));
}

PHP_METHOD(Swoole_Atomic, wait)
{
    double timeout = 1.0;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_DOUBLE(timeout)
    ZEND_PARSE_PARAMETERS_END();

    es_atomic_t *value = value_of(ZEND_THIS);
    if (!value) {
        RETURN_THROWS();
    }
    RETURN_BOOL(es_atomic_wait(value, timeout) == 0);
}

PHP_METHOD(Swoole_Atomic, wakeup)
{
    zend_long count = 1;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(count)
    ZEND_PARSE_PARAMETERS_END();

    es_atomic_t *value = value_of(ZEND_THIS);
    if (!value) {
        RETURN_THROWS();
    }
    es_atomic_wakeup(value, count < 1 || count > INT_MAX ? 0 : (int)count);
    RETURN_TRUE;
}

PHP_MINIT_FUNCTION(swoole_atomic)
{
    es_ce_Swoole_Atomic = register_class_Swoole_Atomic();
    es_ce_Swoole_Atomic->create_object = create;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(es_atomic_object_t, std);
    handlers.free_obj = free_object;
    handlers.clone_obj = NULL;
    zend_register_class_alias("swoole_atomic", es_ce_Swoole_Atomic);
    return SUCCESS;
}
