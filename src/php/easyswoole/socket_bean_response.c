#include "php/easyswoole/socket_support.h"
#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_socket_bean_response_arginfo.h"

zend_class_entry *es_ce_EasySwoole_Socket_Bean_Response;

/*
 * The properties are protected, so a subclass can put anything there; the getters convert to the type they promise.
 */
PHP_METHOD(EasySwoole_Socket_Bean_Response, getStatus)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_STR(zval_get_string(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_STATUS)));
}

PHP_METHOD(EasySwoole_Socket_Bean_Response, setStatus)
{
    zend_string *status;
    zval value;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(status)
    ZEND_PARSE_PARAMETERS_END();
    ZVAL_STR(&value, status);
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_STATUS, &value);
}

PHP_METHOD(EasySwoole_Socket_Bean_Response, getMessage)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_MESSAGE));
}

PHP_METHOD(EasySwoole_Socket_Bean_Response, setMessage)
{
    zval *message;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(message)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_MESSAGE, message);
}

PHP_METHOD(EasySwoole_Socket_Bean_Response, getOpCode)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_LONG(zval_get_long(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_OPCODE)));
}

PHP_METHOD(EasySwoole_Socket_Bean_Response, setOpCode)
{
    zend_long opcode;
    zval value;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(opcode)
    ZEND_PARSE_PARAMETERS_END();
    ZVAL_LONG(&value, opcode);
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_OPCODE, &value);
}

PHP_METHOD(EasySwoole_Socket_Bean_Response, isFinish)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_BOOL(zend_is_true(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_FINISH)));
}

PHP_METHOD(EasySwoole_Socket_Bean_Response, setFinish)
{
    bool finish;
    zval value;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_BOOL(finish)
    ZEND_PARSE_PARAMETERS_END();
    ZVAL_BOOL(&value, finish);
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_FINISH, &value);
}

PHP_METHOD(EasySwoole_Socket_Bean_Response, isReset)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_BOOL(zend_is_true(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_RESET)));
}

PHP_METHOD(EasySwoole_Socket_Bean_Response, setReset)
{
    bool reset;
    zval value;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_BOOL(reset)
    ZEND_PARSE_PARAMETERS_END();
    ZVAL_BOOL(&value, reset);
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_RESET, &value);
}

PHP_METHOD(EasySwoole_Socket_Bean_Response, getCode)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_LONG(zval_get_long(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_CODE)));
}

PHP_METHOD(EasySwoole_Socket_Bean_Response, setCode)
{
    zend_long code;
    zval value;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(code)
    ZEND_PARSE_PARAMETERS_END();
    ZVAL_LONG(&value, code);
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_CODE, &value);
}

PHP_METHOD(EasySwoole_Socket_Bean_Response, getReason)
{
    zval *reason = es_slot_get(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_REASON);

    ZEND_PARSE_PARAMETERS_NONE();
    if (Z_TYPE_P(reason) == IS_NULL) {
        RETURN_NULL();
    }
    RETURN_STR(zval_get_string(reason));
}

PHP_METHOD(EasySwoole_Socket_Bean_Response, setReason)
{
    zend_string *reason;
    zval value;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(reason)
    ZEND_PARSE_PARAMETERS_END();
    ZVAL_STR(&value, reason);
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_RESPONSE_REASON, &value);
}

PHP_MINIT_FUNCTION(easyswoole_socket_bean_response)
{
    es_ce_EasySwoole_Socket_Bean_Response =
        register_class_EasySwoole_Socket_Bean_Response(es_ce_EasySwoole_Spl_SplBean);
    return SUCCESS;
}
