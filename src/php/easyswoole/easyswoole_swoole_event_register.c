#include "php/easyswoole/component_multi_container.h"
#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_easyswoole_swoole_event_register_arginfo.h"

zend_class_entry *es_ce_EasySwoole_EasySwoole_Swoole_EventRegister;

PHP_METHOD(EasySwoole_EasySwoole_Swoole_EventRegister, __construct)
{
    zend_class_constant *constant;
    zval *ignored = NULL, events;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_OR_NULL(ignored)
    ZEND_PARSE_PARAMETERS_END();
    (void)ignored;

    /* This class's own constants: a subclass cannot add events, as no server would know them. */
    array_init(&events);
    ZEND_HASH_FOREACH_PTR(&es_ce_EasySwoole_EasySwoole_Swoole_EventRegister->constants_table, constant) {
        Z_TRY_ADDREF(constant->value);
        add_next_index_zval(&events, &constant->value);
    }
    ZEND_HASH_FOREACH_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_CONTAINER_ALLOW_KEYS, &events);
    zval_ptr_dtor(&events);
}

/* The event that was probably meant: another case, or the "on" of the constant's name in front. NULL when none is. */
static zend_string *guess_event(zend_string *wrong)
{
    zend_class_constant *constant;
    const char *text = ZSTR_VAL(wrong);
    size_t length = ZSTR_LEN(wrong);
    bool prefixed = length > 2 && (text[0] == 'o' || text[0] == 'O') && (text[1] == 'n' || text[1] == 'N');

    ZEND_HASH_FOREACH_PTR(&es_ce_EasySwoole_EasySwoole_Swoole_EventRegister->constants_table, constant) {
        zend_string *event = Z_STR(constant->value);

        if (zend_string_equals_ci(event, wrong) ||
            (prefixed && zend_binary_strcasecmp(ZSTR_VAL(event), ZSTR_LEN(event), text + 2, length - 2) == 0)) {
            return event;
        }
    }
    ZEND_HASH_FOREACH_END();
    return NULL;
}

static void refuse(zval *key)
{
    zend_string *text = zval_try_get_string(key);

    if (!text) {
        return;
    }
    zend_string *meant = guess_event(text);
    if (meant) {
        php_error_docref(NULL, E_NOTICE, "\"%s\" is not an event; did you mean \"%s\"?", ZSTR_VAL(text),
                         ZSTR_VAL(meant));
    } else {
        php_error_docref(NULL, E_NOTICE, "\"%s\" is not an event", ZSTR_VAL(text));
    }
    zend_string_release(text);
}

static void put(INTERNAL_FUNCTION_PARAMETERS, bool append)
{
    zval *key, *item;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_ZVAL(key)
        Z_PARAM_ZVAL(item)
    ZEND_PARSE_PARAMETERS_END();

    if (!es_container_allows(Z_OBJ_P(ZEND_THIS), key)) {
        refuse(key);
        RETURN_FALSE;
    }
    es_container_put(Z_OBJ_P(ZEND_THIS), key, item, append);
    if (EG(exception)) {
        RETURN_THROWS();
    }
    RETURN_COPY(ZEND_THIS);
}

PHP_METHOD(EasySwoole_EasySwoole_Swoole_EventRegister, add)
{
    put(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(EasySwoole_EasySwoole_Swoole_EventRegister, set)
{
    put(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_MINIT_FUNCTION(easyswoole_easyswoole_swoole_event_register)
{
    es_ce_EasySwoole_EasySwoole_Swoole_EventRegister =
        register_class_EasySwoole_EasySwoole_Swoole_EventRegister(es_ce_EasySwoole_Component_MultiContainer);
    return SUCCESS;
}
