#include "php/easyswoole/support.h"
#include "php/easyswoole/classes.h"
#include "php/swoole/classes.h"
#include "php_stubs/easyswoole_easyswoole_swoole_event_helper_arginfo.h"

zend_class_entry *es_ce_EasySwoole_EasySwoole_Swoole_EventHelper;

/* All three methods: an object, an event and a callable; the object's method gets the last two. */
static void hand_over(INTERNAL_FUNCTION_PARAMETERS, zend_class_entry *ce, es_name_t method)
{
    zval *object, *callback, argv[2];
    zend_string *event;

    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_OBJECT_OF_CLASS(object, ce)
        Z_PARAM_STR(event)
        Z_PARAM_ZVAL(callback)
    ZEND_PARSE_PARAMETERS_END();

    if (!es_arg_callable(3, callback)) {
        RETURN_THROWS();
    }
    ZVAL_STR(&argv[0], event);
    ZVAL_COPY_VALUE(&argv[1], callback);
    es_call_method(Z_OBJ_P(object), method, NULL, 2, argv);
}

PHP_METHOD(EasySwoole_EasySwoole_Swoole_EventHelper, register)
{
    hand_over(INTERNAL_FUNCTION_PARAM_PASSTHRU, es_ce_EasySwoole_EasySwoole_Swoole_EventRegister, ES_NAME_SET);
}

PHP_METHOD(EasySwoole_EasySwoole_Swoole_EventHelper, registerWithAdd)
{
    hand_over(INTERNAL_FUNCTION_PARAM_PASSTHRU, es_ce_EasySwoole_EasySwoole_Swoole_EventRegister, ES_NAME_ADD);
}

PHP_METHOD(EasySwoole_EasySwoole_Swoole_EventHelper, on)
{
    hand_over(INTERNAL_FUNCTION_PARAM_PASSTHRU, es_ce_Swoole_Server, ES_NAME_ON);
}

PHP_MINIT_FUNCTION(easyswoole_easyswoole_swoole_event_helper)
{
    es_ce_EasySwoole_EasySwoole_Swoole_EventHelper = register_class_EasySwoole_EasySwoole_Swoole_EventHelper();
    return SUCCESS;
}
