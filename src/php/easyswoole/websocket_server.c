#include "php/easyswoole/easyswoole_server_manager.h"
#include "php/easyswoole/classes.h"
#include "php/swoole/classes.h"
#include "php_stubs/easyswoole_websocket_server_arginfo.h"

zend_class_entry *es_ce_EasySwoole_WebSocketServer;

#define MODE_BASE     1 /* SWOOLE_BASE */
#define SOCK_TYPE_TCP 1 /* SWOOLE_SOCK_TCP */

PHP_METHOD(EasySwoole_WebSocketServer, __construct)
{
    zend_string *host = NULL;
    zend_long port = 9501;
    zval *settings = NULL, argv[4];

    ZEND_PARSE_PARAMETERS_START(0, 3)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(host)
        Z_PARAM_LONG(port)
        Z_PARAM_ARRAY(settings)
    ZEND_PARSE_PARAMETERS_END();

    if (host) {
        ZVAL_STR_COPY(&argv[0], host);
    } else {
        ZVAL_STRING(&argv[0], "0.0.0.0");
    }
    ZVAL_LONG(&argv[1], port);
    ZVAL_LONG(&argv[2], MODE_BASE);
    ZVAL_LONG(&argv[3], SOCK_TYPE_TCP);
    zend_call_known_function(es_ce_Swoole_WebSocket_Server->constructor, Z_OBJ_P(ZEND_THIS), Z_OBJCE_P(ZEND_THIS), NULL,
                             4, argv, NULL);
    zval_ptr_dtor(&argv[0]);
    if (EG(exception)) {
        RETURN_THROWS();
    }
    if (settings && zend_hash_num_elements(Z_ARRVAL_P(settings)) > 0 &&
        !es_call_method(Z_OBJ_P(ZEND_THIS), ES_NAME_SET, NULL, 1, settings)) {
        RETURN_THROWS();
    }

    zend_object *manager = es_server_manager();
    if (!manager) {
        RETURN_THROWS();
    }
    es_server_manager_set_server(manager, Z_OBJ_P(ZEND_THIS));
}

PHP_METHOD(EasySwoole_WebSocketServer, getEventRegister)
{
    ZEND_PARSE_PARAMETERS_NONE();

    zend_object *manager = es_server_manager();
    if (!manager) {
        RETURN_THROWS();
    }
    RETURN_OBJ_COPY(es_server_manager_register(manager));
}

/* Whether the class has the static method; otherwise an exception that names both. */
static bool has_entry_point(zend_class_entry *ce, es_name_t name, const char *shown, bool from_argument)
{
    zend_function *function = es_find_method(ce, name);

    if (function && (function->common.fn_flags & ZEND_ACC_PUBLIC) && (function->common.fn_flags & ZEND_ACC_STATIC) &&
        !(function->common.fn_flags & ZEND_ACC_ABSTRACT)) {
        return true;
    }
    if (from_argument) {
        zend_argument_value_error(1, "must be a class with a public static method %s(), which %s does not have", shown,
                                  ZSTR_VAL(ce->name));
    } else {
        zend_throw_error(NULL, "%s must have a public static method %s()", ZSTR_VAL(ce->name), shown);
    }
    return false;
}

/* The class with the application's entry points; NULL: there is none, or an exception is pending. */
static zend_class_entry *find_event_class(zend_object *object, zend_string *name)
{
    static const char *const by_default = "EasySwoole\\EasySwoole\\EasySwooleEvent";
    bool from_argument = object || name;
    zend_class_entry *ce;

    if (object) {
        ce = object->ce;
    } else if (name) {
        ce = zend_lookup_class(name);
        if (!ce && !EG(exception)) {
            zend_argument_value_error(1, "must be the name of a class, \"%s\" does not exist", ZSTR_VAL(name));
        }
    } else {
        name = zend_string_init(by_default, strlen(by_default), 0);
        ce = zend_lookup_class(name);
        zend_string_release(name);
    }
    if (!ce || EG(exception) || !has_entry_point(ce, ES_NAME_INITIALIZE, "initialize", from_argument) ||
        !has_entry_point(ce, ES_NAME_MAINSERVERCREATE, "mainServerCreate", from_argument)) {
        return NULL;
    }
    return ce;
}

/* initialize(), mainServerCreate($register). */
static bool boot(zend_class_entry *ce, zend_object *manager)
{
    zval events;

    zend_call_known_function(es_find_method(ce, ES_NAME_INITIALIZE), NULL, ce, NULL, 0, NULL, NULL);
    if (EG(exception)) {
        return false;
    }
    ZVAL_OBJ_COPY(&events, es_server_manager_register(manager));
    zend_call_known_function(es_find_method(ce, ES_NAME_MAINSERVERCREATE), NULL, ce, NULL, 1, &events, NULL);
    zval_ptr_dtor(&events);
    return !EG(exception);
}

PHP_METHOD(EasySwoole_WebSocketServer, run)
{
    zend_object *object = NULL;
    zend_string *name = NULL;
    zval result;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_OBJ_OF_CLASS_OR_STR_OR_NULL(object, es_ce_EasySwoole_EasySwoole_AbstractInterface_Event, name)
    ZEND_PARSE_PARAMETERS_END();

    zend_class_entry *ce = find_event_class(object, name);
    zend_object *manager = EG(exception) ? NULL : es_server_manager();
    if (!manager) {
        RETURN_THROWS();
    }
    GC_ADDREF(manager); /* the application may replace it while it runs */
    /* Another server may have been created since; this is the one that runs. */
    es_server_manager_set_server(manager, Z_OBJ_P(ZEND_THIS));
    if ((!ce || boot(ce, manager)) && es_server_manager_start(manager, &result)) {
        RETVAL_BOOL(zend_is_true(&result));
        zval_ptr_dtor(&result);
    }
    OBJ_RELEASE(manager);
}

PHP_MINIT_FUNCTION(easyswoole_websocket_server)
{
    es_ce_EasySwoole_WebSocketServer = register_class_EasySwoole_WebSocketServer(es_ce_Swoole_WebSocket_Server);
    es_ce_EasySwoole_WebSocketServer->create_object = es_ce_Swoole_WebSocket_Server->create_object;
    return SUCCESS;
}
