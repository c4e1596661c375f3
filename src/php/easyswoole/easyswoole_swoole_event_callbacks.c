#include "php/easyswoole/easyswoole_swoole_event_callbacks.h"
#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_easyswoole_swoole_event_callbacks_arginfo.h"

zend_class_entry *es_ce_EasySwoole_EasySwoole_Swoole_EventCallbacks;

enum {
    CALLBACKS_EVENT,
    CALLBACKS_LIST,
};

PHP_METHOD(EasySwoole_EasySwoole_Swoole_EventCallbacks, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(EasySwoole_EasySwoole_Swoole_EventCallbacks, __invoke)
{
    zval *args, *callback, list, event;
    uint32_t argc;

    ZEND_PARSE_PARAMETERS_START(0, -1)
        Z_PARAM_VARIADIC('*', args, argc)
    ZEND_PARSE_PARAMETERS_END();

    /* Copies: a callback may let the server drop this object. */
    ZVAL_COPY(&list, es_slot_get(Z_OBJ_P(ZEND_THIS), CALLBACKS_LIST));
    ZVAL_COPY(&event, es_slot_get(Z_OBJ_P(ZEND_THIS), CALLBACKS_EVENT));
    if (Z_TYPE(list) != IS_ARRAY || Z_TYPE(event) != IS_STRING) {
        zend_throw_error(NULL, "%s was not made by a ServerManager", ZSTR_VAL(Z_OBJCE_P(ZEND_THIS)->name));
        goto end;
    }
    ZEND_HASH_FOREACH_VAL(Z_ARRVAL(list), callback) {
        char *error;

        if (!es_call_callable(callback, argc, args, NULL, &error)) {
            if (!EG(exception)) {
                zend_type_error("The callback registered for \"%s\" cannot be called: %s", Z_STRVAL(event),
                                error ? error : "no such function");
            }
            if (error) {
                efree(error);
            }
        }
        if (EG(exception)) {
            break;
        }
    }
    ZEND_HASH_FOREACH_END();

end:
    zval_ptr_dtor(&list);
    zval_ptr_dtor(&event);
}

void es_event_callbacks_make(zend_string *event, zval *list, zval *callable)
{
    zval *only = zend_hash_num_elements(Z_ARRVAL_P(list)) == 1 ? zend_hash_index_find(Z_ARRVAL_P(list), 0) : NULL;

    /* A single callback needs no wrapper, which saves a call for each event. "task" is the exception: it alone has a
     * return value that counts, and registered callbacks' return values must not. */
    if (only && !zend_string_equals_literal(event, "task") && zend_is_callable(only, 0, NULL)) {
        ZVAL_COPY_DEREF(callable, only);
        return;
    }

    zend_object *object = es_new_bare(es_ce_EasySwoole_EasySwoole_Swoole_EventCallbacks);
    zval name;
    ZVAL_STR(&name, event);
    es_slot_set(object, CALLBACKS_EVENT, &name);
    es_slot_set(object, CALLBACKS_LIST, list);
    ZVAL_OBJ(callable, object);
}

PHP_MINIT_FUNCTION(easyswoole_easyswoole_swoole_event_callbacks)
{
    es_ce_EasySwoole_EasySwoole_Swoole_EventCallbacks = register_class_EasySwoole_EasySwoole_Swoole_EventCallbacks();
    return SUCCESS;
}
