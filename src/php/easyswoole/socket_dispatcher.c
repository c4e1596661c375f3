#include "php/easyswoole/socket_support.h"
#include "php/easyswoole/classes.h"
#include "php/swoole/classes.h"
#include "php_stubs/easyswoole_socket_dispatcher_arginfo.h"
#include "zend_exceptions.h"

zend_class_entry *es_ce_EasySwoole_Socket_Dispatcher;

enum {
    DISPATCHER_CONFIG,
};

/* One message on its way. The client and the controller are owned; the server is held by the caller's arguments. */
typedef struct {
    zend_object *config;
    zend_object *server;
    zend_object *response; /* exactly a Response, so its properties are read by slot */
    zval *raw;
    zval client;
    zval controller;
} dispatch_t;

PHP_METHOD(EasySwoole_Socket_Dispatcher, __construct)
{
    zval *config, parser;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(config, es_ce_EasySwoole_Socket_Config)
    ZEND_PARSE_PARAMETERS_END();

    es_slot_set(Z_OBJ_P(ZEND_THIS), DISPATCHER_CONFIG, config);
    if (!es_config_parser(Z_OBJ_P(config), &parser)) {
        RETURN_THROWS();
    }
    if (Z_TYPE(parser) != IS_OBJECT) {
        zval_ptr_dtor(&parser);
        zend_throw_exception(zend_ce_exception, "Package parser is required", 0);
        RETURN_THROWS();
    }
    zval_ptr_dtor(&parser);
}

/*
 * The exception that is pending goes to the config's handler. Returns whether the response is sent all the same;
 * otherwise an exception is pending: without a handler, the one that came in.
 */
static bool hook_exception(dispatch_t *d)
{
    zval handler, argv[5];

    if (!es_exception_catchable()) {
        return false;
    }

    zend_object *thrown = es_exception_take();
    if (!es_get(d->config, es_ce_EasySwoole_Socket_Config, ES_CONFIG_ON_EXCEPTION, ES_NAME_GETONEXCEPTIONHANDLER,
                &handler)) {
        OBJ_RELEASE(thrown);
        return false;
    }
    ZVAL_OBJ(&argv[0], d->server);
    ZVAL_OBJ(&argv[1], thrown);
    ZVAL_COPY_VALUE(&argv[2], d->raw);
    ZVAL_COPY_VALUE(&argv[3], &d->client);
    ZVAL_OBJ(&argv[4], d->response);
    bool handled = Z_TYPE(handler) > IS_NULL && es_call_callable(&handler, 5, argv, NULL, NULL);
    if (!handled && !EG(exception) && es_client_close(d->server, &d->client, d->response)) {
        es_exception_throw(thrown);
    } else {
        OBJ_RELEASE(thrown);
    }
    zval_ptr_dtor(&handler);
    return !EG(exception);
}

/* Makes d->client; on failure an exception is pending. */
static bool make_client(dispatch_t *d, uint32_t argc, zval *argv)
{
    zend_class_entry *ce = NULL;
    zval type;

    if (!es_get(d->config, es_ce_EasySwoole_Socket_Config, ES_CONFIG_TYPE, ES_NAME_GETTYPE, &type)) {
        return false;
    }
    if (Z_TYPE(type) == IS_STRING) {
        if (zend_string_equals_literal(Z_STR(type), "WEB_SOCKET")) {
            ce = es_ce_EasySwoole_Socket_Client_WebSocket;
            argc = MIN(argc, 1); /* more arguments than the constructor takes do no harm */
        } else if (zend_string_equals_literal(Z_STR(type), "TCP")) {
            ce = es_ce_EasySwoole_Socket_Client_Tcp;
            argc = MIN(argc, 2);
        } else if (zend_string_equals_literal(Z_STR(type), "UDP")) {
            ce = es_ce_EasySwoole_Socket_Client_Udp;
            argc = MIN(argc, 3);
        }
    }
    if (!ce) {
        zend_string *shown = zval_get_string(&type);

        if (!EG(exception)) {
            zend_throw_exception_ex(zend_ce_exception, 0, "dispatcher type error : %s", ZSTR_VAL(shown));
        }
        zend_string_release(shown);
        zval_ptr_dtor(&type);
        return false;
    }
    zval_ptr_dtor(&type);

    if (ce == es_ce_EasySwoole_Socket_Client_WebSocket && argc == 1 && Z_TYPE(argv[0]) == IS_OBJECT &&
        es_ce_Swoole_WebSocket_Frame && instanceof_function(Z_OBJCE(argv[0]), es_ce_Swoole_WebSocket_Frame)) {
        /* What the constructor would do, without a call. */
        ZVAL_OBJ(&d->client, es_new_bare(ce));
        return es_client_websocket_fill(Z_OBJ(d->client), Z_OBJ(argv[0]));
    }
    return es_new(ce, &d->client, argc, argv, NULL);
}

/* parser->decode($raw, $client). */
static bool decode(dispatch_t *d, zval *caller)
{
    zval parser, argv[2];

    ZVAL_UNDEF(caller);
    if (!es_config_parser(d->config, &parser)) {
        return false;
    }
    if (UNEXPECTED(Z_TYPE(parser) != IS_OBJECT)) {
        zval_ptr_dtor(&parser);
        zend_throw_error(NULL, "The dispatcher's config has no parser");
        return false;
    }
    ZVAL_COPY_VALUE(&argv[0], d->raw);
    ZVAL_COPY_VALUE(&argv[1], &d->client);

    bool ok = es_call_method(Z_OBJ(parser), ES_NAME_DECODE, caller, 2, argv);
    zval_ptr_dtor(&parser);
    return ok;
}

/* new $controllerClass(), whatever class that is. */
static bool make_controller(dispatch_t *d, zval *class_name)
{
    if (Z_TYPE_P(class_name) != IS_STRING) {
        zend_throw_error(NULL, "The parser's Caller names no controller class");
        return false;
    }

    zend_class_entry *ce = zend_fetch_class_by_name(Z_STR_P(class_name), NULL, ZEND_FETCH_CLASS_EXCEPTION);
    if (!ce) {
        return false;
    }
    if (ce->constructor && ce->constructor->common.scope == es_ce_EasySwoole_Socket_AbstractInterface_Controller) {
        /* Our own constructor does nothing. */
        return object_init_ex(&d->controller, ce) == SUCCESS;
    }
    return es_new(ce, &d->controller, 0, NULL, NULL);
}

/* __hook() of the controller; what is no controller is refused. */
static bool run_controller(dispatch_t *d, zend_object *caller)
{
    zend_object *controller = Z_OBJ(d->controller);

    if (!instanceof_function(controller->ce, es_ce_EasySwoole_Socket_AbstractInterface_Controller)) {
        zend_throw_exception_ex(es_ce_EasySwoole_Socket_Exception_ControllerPoolEmpty, 0,
                                "controller pool empty: %s is not a controller", ZSTR_VAL(controller->ce->name));
        return false;
    }
    if (EXPECTED(es_find_method(controller->ce, ES_NAME_HOOK)->type == ZEND_INTERNAL_FUNCTION)) {
        es_controller_hook(controller, d->server, caller, d->response);
        return !EG(exception);
    }

    zval argv[3];
    ZVAL_OBJ(&argv[0], d->server);
    ZVAL_OBJ(&argv[1], caller);
    ZVAL_OBJ(&argv[2], d->response);
    return es_call_method(controller, ES_NAME_HOOK, NULL, 3, argv);
}

/* From the decoded Caller through the controller. Returns whether the response phase follows. */
static bool serve(dispatch_t *d, zend_object *caller)
{
    zval class_name;

    if (EXPECTED(caller->ce == es_ce_EasySwoole_Socket_Bean_Caller)) {
        es_slot_set(caller, ES_CALLER_CLIENT, &d->client);
    } else if (!es_call_method(caller, ES_NAME_SETCLIENT, NULL, 1, &d->client)) {
        return false;
    }
    if (!es_get(caller, es_ce_EasySwoole_Socket_Bean_Caller, ES_CALLER_CONTROLLER_CLASS, ES_NAME_GETCONTROLLERCLASS,
                &class_name)) {
        return false;
    }

    bool ok = make_controller(d, &class_name) && run_controller(d, caller);
    zval_ptr_dtor(&class_name);
    return ok || hook_exception(d);
}

/* parser->encode($response, $client), and off it goes. */
static bool respond(dispatch_t *d)
{
    zval parser, data, argv[2];

    if (!es_config_parser(d->config, &parser)) {
        return false;
    }
    if (UNEXPECTED(Z_TYPE(parser) != IS_OBJECT)) {
        zval_ptr_dtor(&parser);
        zend_throw_error(NULL, "The dispatcher's config has no parser");
        return false;
    }
    ZVAL_OBJ(&argv[0], d->response);
    ZVAL_COPY_VALUE(&argv[1], &d->client);

    bool ok = es_call_method(Z_OBJ(parser), ES_NAME_ENCODE, &data, 2, argv);
    zval_ptr_dtor(&parser);
    if (!ok) {
        return false;
    }
    if (Z_TYPE(data) > IS_NULL) {
        ok = es_client_send(d->server, &d->client, &data, d->response);
    }
    zval_ptr_dtor(&data);
    return ok;
}

/* Acts on the response's status as the controller left it; encode() comes too late to change it. */
static void finish(dispatch_t *d)
{
    zval *status = es_slot_get(d->response, ES_RESPONSE_STATUS);

    if (Z_TYPE_P(status) != IS_STRING) {
        return;
    }
    if (EXPECTED(zend_string_equals_literal(Z_STR_P(status), "OK"))) {
        respond(d);
    } else if (zend_string_equals_literal(Z_STR_P(status), "RESPONSE_AND_CLOSE")) {
        if (respond(d)) {
            es_client_close(d->server, &d->client, d->response);
        }
    } else if (zend_string_equals_literal(Z_STR_P(status), "CLOSE")) {
        es_client_close(d->server, &d->client, d->response);
    }
}

PHP_METHOD(EasySwoole_Socket_Dispatcher, dispatch)
{
    zval *server, *args, *config = es_slot_get(Z_OBJ_P(ZEND_THIS), DISPATCHER_CONFIG);
    zend_string *data;
    uint32_t argc;
    zval raw, caller;

    ZEND_PARSE_PARAMETERS_START(2, -1)
        Z_PARAM_OBJECT_OF_CLASS(server, es_ce_Swoole_Server)
        Z_PARAM_STR(data)
        Z_PARAM_VARIADIC('*', args, argc)
    ZEND_PARSE_PARAMETERS_END();

    if (UNEXPECTED(Z_TYPE_P(config) != IS_OBJECT)) {
        zend_throw_error(NULL, "The constructor of %s was not called",
                         ZSTR_VAL(es_ce_EasySwoole_Socket_Dispatcher->name));
        RETURN_THROWS();
    }

    ZVAL_STR(&raw, data);
    dispatch_t d = {.config = Z_OBJ_P(config), .server = Z_OBJ_P(server), .raw = &raw};
    if (!make_client(&d, argc, args)) {
        zval_ptr_dtor(&d.client);
        RETURN_THROWS();
    }
    GC_ADDREF(d.config);
    d.response = es_new_bare(es_ce_EasySwoole_Socket_Bean_Response);

    bool go_on = decode(&d, &caller) || hook_exception(&d);
    if (go_on && Z_TYPE(caller) == IS_OBJECT &&
        /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): zvals are set whole */
        instanceof_function(Z_OBJCE(caller), es_ce_EasySwoole_Socket_Bean_Caller)) {
        go_on = serve(&d, Z_OBJ(caller));
    }
    if (go_on) {
        finish(&d);
    }

    zval_ptr_dtor(&d.controller);
    zval_ptr_dtor(&caller);
    OBJ_RELEASE(d.response);
    OBJ_RELEASE(d.config);
    zval_ptr_dtor(&d.client);
}

PHP_MINIT_FUNCTION(easyswoole_socket_dispatcher)
{
    es_ce_EasySwoole_Socket_Dispatcher = register_class_EasySwoole_Socket_Dispatcher();
    return SUCCESS;
}
