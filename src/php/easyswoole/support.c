#include "php/easyswoole/support.h"
#include "php/easyswoole/classes.h"
#include "zend_exceptions.h"

zend_string *es_names[ES_NAME_COUNT];

static const char *const name_texts[ES_NAME_COUNT] = {
    [ES_NAME_ACTIONNOTFOUND] = "actionnotfound",
    [ES_NAME_ADD] = "add",
    [ES_NAME_ADDLISTENER] = "addlistener",
    [ES_NAME_AFTERACTION] = "afteraction",
    [ES_NAME_CLOSE] = "close",
    [ES_NAME_DATA] = "data",
    [ES_NAME_DECODE] = "decode",
    [ES_NAME_DISCONNECT] = "disconnect",
    [ES_NAME_ENCODE] = "encode",
    [ES_NAME_EXIST] = "exist",
    [ES_NAME_FD] = "fd",
    [ES_NAME_FINISH] = "finish",
    [ES_NAME_GETACTION] = "getaction",
    [ES_NAME_GETADDRESS] = "getaddress",
    [ES_NAME_GETCLIENT] = "getclient",
    [ES_NAME_GETCONTROLLERCLASS] = "getcontrollerclass",
    [ES_NAME_GETFD] = "getfd",
    [ES_NAME_GETONEXCEPTIONHANDLER] = "getonexceptionhandler",
    [ES_NAME_GETPARSER] = "getparser",
    [ES_NAME_GETPORT] = "getport",
    [ES_NAME_GETSERVERSOCKET] = "getserversocket",
    [ES_NAME_GETTYPE] = "gettype",
    [ES_NAME_HOOK] = "__hook",
    [ES_NAME_INITIALIZE] = "initialize",
    [ES_NAME_JSONSERIALIZE] = "jsonserialize",
    [ES_NAME_MAINSERVERCREATE] = "mainservercreate",
    [ES_NAME_ON] = "on",
    [ES_NAME_ONEXCEPTION] = "onexception",
    [ES_NAME_ONREQUEST] = "onrequest",
    [ES_NAME_OPCODE] = "opcode",
    [ES_NAME_PUSH] = "push",
    [ES_NAME_RESTORE] = "restore",
    [ES_NAME_SEND] = "send",
    [ES_NAME_SENDTO] = "sendto",
    [ES_NAME_SET] = "set",
    [ES_NAME_SETCLIENT] = "setclient",
    [ES_NAME_START] = "start",
};

PHP_MINIT_FUNCTION(easyswoole_support)
{
    for (int i = 0; i < ES_NAME_COUNT; i++) {
        es_names[i] = zend_string_init_interned(name_texts[i], strlen(name_texts[i]), 1);
    }
    return SUCCESS;
}

zval *es_slot_get(zend_object *object, uint32_t slot)
{
    zval *value = OBJ_PROP_NUM(object, slot);

    ZVAL_DEREF(value);
    return Z_ISUNDEF_P(value) ? &EG(uninitialized_zval) : value;
}

void es_slot_set(zend_object *object, uint32_t slot, zval *value)
{
    zval *place = OBJ_PROP_NUM(object, slot);
    zval old;

    ZVAL_DEREF(place);
    ZVAL_COPY_VALUE(&old, place);
    ZVAL_COPY_DEREF(place, value);
    zval_ptr_dtor(&old);
}

void es_slot_set_object(zend_object *object, uint32_t slot, zend_object *value)
{
    zval wrapped;

    ZVAL_OBJ(&wrapped, value);
    es_slot_set(object, slot, &wrapped);
}

zend_function *es_find_method(zend_class_entry *ce, es_name_t name)
{
    zval *entry = zend_hash_find_known_hash(&ce->function_table, es_names[name]);

    return entry ? Z_PTR_P(entry) : NULL;
}

bool es_call_method(zend_object *object, es_name_t name, zval *result, uint32_t argc, zval *argv)
{
    zend_function *function = es_find_method(object->ce, name);
    zval dropped;

    if (!result) {
        result = &dropped;
    }
    ZVAL_UNDEF(result);
    if (UNEXPECTED(!function || !(function->common.fn_flags & ZEND_ACC_PUBLIC))) {
        /* The engine's own look-up knows __call() and what the running scope may see. */
        function = object->handlers->get_method(&object, es_names[name], NULL);
        if (!function) {
            if (!EG(exception)) {
                zend_throw_error(NULL, "Call to undefined method %s::%s()", ZSTR_VAL(object->ce->name),
                                 ZSTR_VAL(es_names[name]));
            }
            return false;
        }
    }
    /* The call itself holds no reference on the object, and the method may drop the last one. */
    GC_ADDREF(object);
    zend_call_known_function(function, function->common.fn_flags & ZEND_ACC_STATIC ? NULL : object, object->ce, result,
                             argc, argv, NULL);
    OBJ_RELEASE(object);
    if (UNEXPECTED(EG(exception))) {
        zval_ptr_dtor(result);
        ZVAL_UNDEF(result);
        return false;
    }
    if (result == &dropped) {
        zval_ptr_dtor(result);
        return !EG(exception);
    }
    return true;
}

bool es_get(zend_object *object, zend_class_entry *exact, uint32_t slot, es_name_t getter, zval *result)
{
    if (EXPECTED(object->ce == exact)) {
        ZVAL_COPY(result, es_slot_get(object, slot));
        return true;
    }
    return es_call_method(object, getter, result, 0, NULL);
}

bool es_new(zend_class_entry *ce, zval *object, uint32_t argc, zval *argv, HashTable *named)
{
    if (object_init_ex(object, ce) != SUCCESS) {
        ZVAL_UNDEF(object);
        return false;
    }

    zend_function *constructor = Z_OBJ_HT_P(object)->get_constructor(Z_OBJ_P(object));
    if (constructor) {
        zend_call_known_function(constructor, Z_OBJ_P(object), Z_OBJCE_P(object), NULL, argc, argv, named);
    }
    if (UNEXPECTED(EG(exception))) {
        zend_object_store_ctor_failed(Z_OBJ_P(object));
        zval_ptr_dtor(object);
        ZVAL_UNDEF(object);
        return false;
    }
    return true;
}

zend_object *es_new_bare(zend_class_entry *ce)
{
    zval object;

    object_init_ex(&object, ce);
    return Z_OBJ(object);
}

bool es_exception_catchable(void)
{
    return EG(exception) && !zend_is_unwind_exit(EG(exception)) && !zend_is_graceful_exit(EG(exception));
}

zend_object *es_exception_take(void)
{
    zend_object *exception = EG(exception);

    GC_ADDREF(exception);
    zend_clear_exception();
    return exception;
}

void es_exception_throw(zend_object *exception)
{
    zend_throw_exception_internal(exception);
}

bool es_arg_callable(uint32_t number, zval *value)
{
    char *error = NULL;

    if (zend_is_callable_ex(value, NULL, 0, NULL, NULL, &error)) {
        if (error) {
            efree(error);
        }
        return true;
    }
    if (!EG(exception)) {
        zend_argument_type_error(number, "must be a valid callback, %s", error ? error : "no such function");
    }
    if (error) {
        efree(error);
    }
    return false;
}

bool es_call_callable(zval *callable, uint32_t argc, zval *argv, HashTable *named, char **error)
{
    zend_fcall_info_cache cache;
    zval held;
    char *why = NULL;
    bool called = zend_is_callable_ex(callable, NULL, 0, NULL, &cache, &why);

    if (error) {
        *error = called ? NULL : why;
    }
    if (why && (called || !error)) {
        efree(why);
    }
    if (!called) {
        return false;
    }
    /* Resolving may have run an autoloader that failed. */
    if (EG(exception)) {
        zend_release_fcall_info_cache(&cache);
        return true;
    }
    ZVAL_COPY(&held, callable);
    zend_call_known_function(cache.function_handler, cache.object, cache.called_scope, NULL, argc, argv, named);
    zval_ptr_dtor(&held);
    return true;
}

void es_singleton(zend_execute_data *execute_data, zval *result, uint32_t argc, zval *argv, HashTable *named)
{
    /* A class that uses the trait has a method and a property of its own; its subclasses share them. */
    zend_class_entry *scope = EX(func)->common.scope;
    zval *instance = zend_read_static_property(scope, ZEND_STRL("instance"), false);

    ZVAL_NULL(result);
    if (!instance) {
        return;
    }
    ZVAL_DEREF(instance);
    if (Z_TYPE_P(instance) > IS_NULL) {
        ZVAL_COPY(result, instance);
        return;
    }

    zval made;
    if (es_new(zend_get_called_scope(execute_data), &made, argc, argv, named)) {
        zend_update_static_property(scope, ZEND_STRL("instance"), &made);
        ZVAL_COPY_VALUE(result, &made);
    }
}
