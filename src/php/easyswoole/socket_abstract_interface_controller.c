#include "php/easyswoole/socket_support.h"
#include "php/easyswoole/classes.h"
#include "php/swoole/classes.h"
#include "php_stubs/easyswoole_socket_abstract_interface_controller_arginfo.h"
#include "zend_exceptions.h"

zend_class_entry *es_ce_EasySwoole_Socket_AbstractInterface_Controller;

enum {
    CONTROLLER_RESPONSE,
    CONTROLLER_CALLER,
    CONTROLLER_SERVER,
};

PHP_METHOD(EasySwoole_Socket_AbstractInterface_Controller, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

/* actionNotFound() and afterAction() do nothing until a subclass overrides them. */
static void ignore_action_name(INTERNAL_FUNCTION_PARAMETERS)
{
    zend_string *action;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR_OR_NULL(action)
    ZEND_PARSE_PARAMETERS_END();
    (void)action;
}

PHP_METHOD(EasySwoole_Socket_AbstractInterface_Controller, actionNotFound)
{
    ignore_action_name(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_METHOD(EasySwoole_Socket_AbstractInterface_Controller, afterAction)
{
    ignore_action_name(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_METHOD(EasySwoole_Socket_AbstractInterface_Controller, onException)
{
    zval *throwable;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(throwable, zend_ce_throwable)
    ZEND_PARSE_PARAMETERS_END();
    Z_ADDREF_P(throwable);
    es_exception_throw(Z_OBJ_P(throwable));
}

PHP_METHOD(EasySwoole_Socket_AbstractInterface_Controller, onRequest)
{
    ignore_action_name(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    RETVAL_TRUE;
}

/* An accessor's value, or an Error when no message is being handled. */
static void return_object(zval *return_value, zend_object *controller, uint32_t slot, const char *method)
{
    zval *value = es_slot_get(controller, slot);

    ZVAL_NULL(return_value);
    if (Z_TYPE_P(value) != IS_OBJECT) {
        zend_throw_error(NULL, "%s::%s() has nothing to return: no message is being handled",
                         ZSTR_VAL(controller->ce->name), method);
        RETURN_THROWS();
    }
    RETURN_COPY(value);
}

PHP_METHOD(EasySwoole_Socket_AbstractInterface_Controller, response)
{
    ZEND_PARSE_PARAMETERS_NONE();
    return_object(return_value, Z_OBJ_P(ZEND_THIS), CONTROLLER_RESPONSE, "response");
}

PHP_METHOD(EasySwoole_Socket_AbstractInterface_Controller, caller)
{
    ZEND_PARSE_PARAMETERS_NONE();
    return_object(return_value, Z_OBJ_P(ZEND_THIS), CONTROLLER_CALLER, "caller");
}

PHP_METHOD(EasySwoole_Socket_AbstractInterface_Controller, responseImmediately)
{
    zend_string *text;
    zval data, client, caller, server;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(text)
    ZEND_PARSE_PARAMETERS_END();

    return_object(&caller, Z_OBJ_P(ZEND_THIS), CONTROLLER_CALLER, "responseImmediately");
    if (EG(exception)) {
        RETURN_THROWS();
    }
    /* Held for the call: user code in between may let this controller handle another message. */
    return_object(&server, Z_OBJ_P(ZEND_THIS), CONTROLLER_SERVER, "responseImmediately");
    if (!EG(exception) &&
        es_get(Z_OBJ(caller), es_ce_EasySwoole_Socket_Bean_Caller, ES_CALLER_CLIENT, ES_NAME_GETCLIENT, &client)) {
        ZVAL_STR(&data, text);
        es_client_send(Z_OBJ(server), &client, &data, NULL);
        zval_ptr_dtor(&client);
    }
    zval_ptr_dtor(&server);
    zval_ptr_dtor(&caller);
}

/* Methods a client may never name, however public they are. */
static bool is_magic(zend_string *name)
{
    static const char *const magic[] = {
        "__hook",      "__construct",   "__destruct", "__clone",  "__call",      "__callStatic",
        "__get",       "__set",         "__isset",    "__unset",  "__sleep",     "__wakeup",
        "__serialize", "__unserialize", "__toString", "__invoke", "__set_state", "__debugInfo",
    };

    if (ZSTR_LEN(name) < 2 || ZSTR_VAL(name)[0] != '_' || ZSTR_VAL(name)[1] != '_') {
        return false;
    }
    for (size_t i = 0; i < sizeof(magic) / sizeof(magic[0]); i++) {
        if (zend_string_equals_cstr(name, magic[i], strlen(magic[i]))) {
            return true;
        }
    }
    return false;
}

/* The public method of exactly this name, or NULL. */
static zend_function *find_action(zend_class_entry *ce, zval *action)
{
    if (Z_TYPE_P(action) != IS_STRING) {
        return NULL;
    }

    /* Most names hold no capitals: then this is the same string, and nothing is allocated. */
    zend_string *lower = zend_string_tolower(Z_STR_P(action));
    zend_function *function = zend_hash_find_ptr(&ce->function_table, lower);
    zend_string_release(lower);

    if (!function || !(function->common.fn_flags & ZEND_ACC_PUBLIC) ||
        !zend_string_equals(function->common.function_name, Z_STR_P(action)) || is_magic(Z_STR_P(action))) {
        return NULL;
    }
    return function;
}

/*
 * Calls one of the hooks, which all take one argument. The base class's hooks are not called: none of them does
 * anything but onException(), which is spelled out by its caller. Exceptions stay pending; onRequest()'s verdict is
 * returned.
 */
static bool call_hook(zend_object *controller, es_name_t name, zval *argument)
{
    zend_function *function = es_find_method(controller->ce, name);
    bool allowed = true;
    zval result;

    if (function->common.scope == es_ce_EasySwoole_Socket_AbstractInterface_Controller) {
        return true;
    }
    ZVAL_UNDEF(&result);
    zend_call_known_function(function, function->common.fn_flags & ZEND_ACC_STATIC ? NULL : controller, controller->ce,
                             &result, 1, argument, NULL);
    allowed = Z_TYPE(result) != IS_FALSE;
    zval_ptr_dtor(&result);
    return allowed;
}

/* onException() with what is pending. exit() passes by, as it passes every catch. */
static void catch_exception(zend_object *controller)
{
    zval thrown;

    if (!es_exception_catchable()) {
        return;
    }
    if (es_find_method(controller->ce, ES_NAME_ONEXCEPTION)->common.scope ==
        es_ce_EasySwoole_Socket_AbstractInterface_Controller) {
        return; /* it would throw the same again */
    }
    ZVAL_OBJ(&thrown, es_exception_take());
    call_hook(controller, ES_NAME_ONEXCEPTION, &thrown);
    zval_ptr_dtor(&thrown);
}

/* onRequest(), then the action or actionNotFound(). */
static void run_action(zend_object *controller, zval *action)
{
    if (!call_hook(controller, ES_NAME_ONREQUEST, action) || EG(exception)) {
        return;
    }

    zend_function *function = find_action(controller->ce, action);
    if (!function) {
        call_hook(controller, ES_NAME_ACTIONNOTFOUND, action);
        return;
    }
    zend_call_known_function(function, function->common.fn_flags & ZEND_ACC_STATIC ? NULL : controller, controller->ce,
                             NULL, 0, NULL, NULL);
}

void es_controller_hook(zend_object *controller, zend_object *server, zend_object *caller, zend_object *response)
{
    zend_object *pending = NULL;
    zval action;

    es_slot_set_object(controller, CONTROLLER_CALLER, caller);
    es_slot_set_object(controller, CONTROLLER_RESPONSE, response);
    es_slot_set_object(controller, CONTROLLER_SERVER, server);
    if (!es_get(caller, es_ce_EasySwoole_Socket_Bean_Caller, ES_CALLER_ACTION, ES_NAME_GETACTION, &action)) {
        return;
    }

    run_action(controller, &action);
    catch_exception(controller);

    /* From here on it is a "finally", which exit() does not run either. */
    if (!EG(exception) || es_exception_catchable()) {
        if (EG(exception)) {
            pending = es_exception_take();
        }
        call_hook(controller, ES_NAME_AFTERACTION, &action);
        catch_exception(controller);
        if (pending && !EG(exception)) {
            es_exception_throw(pending);
        } else if (pending && es_exception_catchable() && EG(exception) != pending) {
            zend_exception_set_previous(EG(exception), pending);
        } else if (pending) {
            OBJ_RELEASE(pending); /* the same was thrown again, or the script ends */
        }
    }
    zval_ptr_dtor(&action);
}

PHP_METHOD(EasySwoole_Socket_AbstractInterface_Controller, __hook)
{
    zval *server, *caller, *response;

    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_OBJECT_OF_CLASS(server, es_ce_Swoole_Server)
        Z_PARAM_OBJECT_OF_CLASS(caller, es_ce_EasySwoole_Socket_Bean_Caller)
        Z_PARAM_OBJECT_OF_CLASS(response, es_ce_EasySwoole_Socket_Bean_Response)
    ZEND_PARSE_PARAMETERS_END();
    es_controller_hook(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(server), Z_OBJ_P(caller), Z_OBJ_P(response));
}

PHP_MINIT_FUNCTION(easyswoole_socket_abstract_interface_controller)
{
    es_ce_EasySwoole_Socket_AbstractInterface_Controller =
        register_class_EasySwoole_Socket_AbstractInterface_Controller();
    return SUCCESS;
}
