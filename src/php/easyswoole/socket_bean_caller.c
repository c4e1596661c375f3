#include "php/easyswoole/socket_support.h"
#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_socket_bean_caller_arginfo.h"

zend_class_entry *es_ce_EasySwoole_Socket_Bean_Caller;

PHP_METHOD(EasySwoole_Socket_Bean_Caller, getArgs)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_CALLER_ARGS));
}

PHP_METHOD(EasySwoole_Socket_Bean_Caller, setArgs)
{
    zval *args;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY(args)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_CALLER_ARGS, args);
}

PHP_METHOD(EasySwoole_Socket_Bean_Caller, getControllerClass)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_CALLER_CONTROLLER_CLASS));
}

PHP_METHOD(EasySwoole_Socket_Bean_Caller, setControllerClass)
{
    zend_string *name;
    zval value;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR_OR_NULL(name)
    ZEND_PARSE_PARAMETERS_END();
    if (name) {
        ZVAL_STR(&value, name);
    } else {
        ZVAL_NULL(&value);
    }
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_CALLER_CONTROLLER_CLASS, &value);
}

PHP_METHOD(EasySwoole_Socket_Bean_Caller, getAction)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_CALLER_ACTION));
}

PHP_METHOD(EasySwoole_Socket_Bean_Caller, setAction)
{
    zend_string *name;
    zval value;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR_OR_NULL(name)
    ZEND_PARSE_PARAMETERS_END();
    if (name) {
        ZVAL_STR(&value, name);
    } else {
        ZVAL_NULL(&value);
    }
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_CALLER_ACTION, &value);
}

PHP_METHOD(EasySwoole_Socket_Bean_Caller, getClient)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_CALLER_CLIENT));
}

PHP_METHOD(EasySwoole_Socket_Bean_Caller, setClient)
{
    zval *client;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(client)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_CALLER_CLIENT, client);
}

PHP_MINIT_FUNCTION(easyswoole_socket_bean_caller)
{
    es_ce_EasySwoole_Socket_Bean_Caller = register_class_EasySwoole_Socket_Bean_Caller();
    return SUCCESS;
}
