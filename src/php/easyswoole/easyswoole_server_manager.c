#include "php/easyswoole/easyswoole_server_manager.h"
#include "php/easyswoole/component_multi_container.h"
#include "php/easyswoole/easyswoole_swoole_event_callbacks.h"
#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_easyswoole_server_manager_arginfo.h"

zend_class_entry *es_ce_EasySwoole_EasySwoole_ServerManager;

enum {
    MANAGER_SERVER,
    MANAGER_REGISTER,
    MANAGER_PORTS,
    MANAGER_PORT_REGISTERS,
    MANAGER_IS_START,
};

PHP_METHOD(EasySwoole_EasySwoole_ServerManager, getInstance)
{
    HashTable *named;
    uint32_t argc;
    zval *args;

    ZEND_PARSE_PARAMETERS_START(0, -1)
        Z_PARAM_VARIADIC_WITH_NAMED(args, argc, named)
    ZEND_PARSE_PARAMETERS_END();
    es_singleton(execute_data, return_value, argc, args, named);
}

zend_object *es_server_manager(void)
{
    zend_class_entry *ce = es_ce_EasySwoole_EasySwoole_ServerManager;
    zval made, *instance = zend_read_static_property(ce, ZEND_STRL("instance"), false);

    ZVAL_DEREF(instance);
    if (Z_TYPE_P(instance) != IS_OBJECT || !instanceof_function(Z_OBJCE_P(instance), ce)) {
        if (!es_new(ce, &made, 0, NULL, NULL)) {
            return NULL;
        }
        zend_update_static_property(ce, ZEND_STRL("instance"), &made);
        zval_ptr_dtor(&made);
        instance = zend_read_static_property(ce, ZEND_STRL("instance"), false);
    }
    return Z_OBJ_P(instance);
}

void es_server_manager_set_server(zend_object *manager, zend_object *server)
{
    es_slot_set_object(manager, MANAGER_SERVER, server);
}

/* A new EventRegister; the caller owns it. */
static void make_register(zval *result)
{
    es_new(es_ce_EasySwoole_EasySwoole_Swoole_EventRegister, result, 0, NULL, NULL);
}

/* Whether a property really holds a register: reflection and unserialize() can put anything there. */
static bool is_register(zval *value)
{
    return Z_TYPE_P(value) == IS_OBJECT &&
           instanceof_function(Z_OBJCE_P(value), es_ce_EasySwoole_EasySwoole_Swoole_EventRegister);
}

zend_object *es_server_manager_register(zend_object *manager)
{
    zval made;

    /* A subclass may have a constructor that does not call ours. */
    if (!is_register(es_slot_get(manager, MANAGER_REGISTER))) {
        make_register(&made);
        es_slot_set(manager, MANAGER_REGISTER, &made);
        zval_ptr_dtor(&made);
    }
    return Z_OBJ_P(es_slot_get(manager, MANAGER_REGISTER));
}

PHP_METHOD(EasySwoole_EasySwoole_ServerManager, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
    es_server_manager_register(Z_OBJ_P(ZEND_THIS));
}

/* The value of `name` in an array property, or NULL. */
static zval *find(zend_object *manager, uint32_t slot, zend_string *name)
{
    zval *table = es_slot_get(manager, slot);

    return Z_TYPE_P(table) == IS_ARRAY ? zend_symtable_find(Z_ARRVAL_P(table), name) : NULL;
}

/* Stores a value, whose reference it takes over, under `name` in an array property. */
static void store(zend_object *manager, uint32_t slot, zend_string *name, zval *value)
{
    zval *table = OBJ_PROP_NUM(manager, slot);

    ZVAL_DEREF(table);
    if (Z_TYPE_P(table) != IS_ARRAY) {
        array_init(table);
    }
    SEPARATE_ARRAY(table);
    zend_symtable_update(Z_ARRVAL_P(table), name, value);
}

PHP_METHOD(EasySwoole_EasySwoole_ServerManager, getSwooleServer)
{
    zend_string *name = NULL;
    zval *found;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(name)
    ZEND_PARSE_PARAMETERS_END();

    found = name ? find(Z_OBJ_P(ZEND_THIS), MANAGER_PORTS, name) : es_slot_get(Z_OBJ_P(ZEND_THIS), MANAGER_SERVER);
    if (found) {
        RETURN_COPY_DEREF(found);
    }
}

/* The class of a server type, which may be a number or a string of digits; NULL with a warning or an exception. */
static zend_class_entry *server_class(zval *type)
{
    static const char *const names[] = {"Swoole\\Server", "Swoole\\Http\\Server", "Swoole\\WebSocket\\Server"};
    zval number;

    for (zend_long i = 0; i < 3; i++) {
        ZVAL_LONG(&number, i + 1);
        if (zend_compare(type, &number) == 0) {
            zend_string *name = zend_string_init(names[i], strlen(names[i]), 0);
            zend_class_entry *ce = zend_fetch_class_by_name(name, NULL, ZEND_FETCH_CLASS_EXCEPTION);

            zend_string_release(name);
            return ce;
        }
    }

    zend_string *shown = zval_try_get_string(type);
    if (shown) {
        php_error_docref(NULL, E_WARNING, "unknown server type: %s", ZSTR_VAL(shown));
        zend_string_release(shown);
    }
    return NULL;
}

PHP_METHOD(EasySwoole_EasySwoole_ServerManager, createSwooleServer)
{
    zval *port, *type, *address = NULL, *setting = NULL, *args = NULL, server, none;
    uint32_t argc = 0;

    ZEND_PARSE_PARAMETERS_START(2, -1)
        Z_PARAM_ZVAL(port)
        Z_PARAM_ZVAL(type)
        Z_PARAM_OPTIONAL
        Z_PARAM_ZVAL(address)
        Z_PARAM_ARRAY(setting)
        Z_PARAM_VARIADIC('*', args, argc)
    ZEND_PARSE_PARAMETERS_END();

    zend_class_entry *ce = server_class(type);
    if (!ce) {
        RETURN_FALSE;
    }

    zval *argv = safe_emalloc(argc + 2, sizeof(zval), 0);
    if (address) {
        ZVAL_COPY(&argv[0], address);
    } else {
        ZVAL_STRING(&argv[0], "0.0.0.0");
    }
    ZVAL_COPY_VALUE(&argv[1], port);
    for (uint32_t i = 0; i < argc; i++) {
        ZVAL_COPY_VALUE(&argv[i + 2], &args[i]);
    }
    bool ok = es_new(ce, &server, argc + 2, argv, NULL);
    zval_ptr_dtor(&argv[0]);
    efree(argv);
    if (!ok) {
        RETURN_THROWS();
    }
    es_slot_set(Z_OBJ_P(ZEND_THIS), MANAGER_SERVER, &server);

    /* Even when it is empty: some defaults change with the first set(). */
    ZVAL_EMPTY_ARRAY(&none);
    ok = es_call_method(Z_OBJ(server), ES_NAME_SET, NULL, 1, setting ? setting : &none);
    zval_ptr_dtor(&server);
    RETURN_BOOL(ok);
}

/* addlistener() of the main server, then set() of the port if there is anything to set. The caller owns the port. */
static bool add_port(zend_object *manager, zval *argv, zval *setting, zval *port)
{
    zval *server = es_slot_get(manager, MANAGER_SERVER);

    if (Z_TYPE_P(server) != IS_OBJECT) {
        zend_throw_error(NULL, "A port can only be added after the main server was created");
        return false;
    }
    if (!es_call_method(Z_OBJ_P(server), ES_NAME_ADDLISTENER, port, 3, argv)) {
        return false;
    }
    if (Z_TYPE_P(port) != IS_OBJECT) {
        zval_ptr_dtor(port);
        zend_throw_error(NULL, "The server cannot listen on %s:" ZEND_LONG_FMT, Z_STRVAL(argv[0]), Z_LVAL(argv[1]));
        return false;
    }
    if (setting && zend_hash_num_elements(Z_ARRVAL_P(setting)) > 0 &&
        !es_call_method(Z_OBJ_P(port), ES_NAME_SET, NULL, 1, setting)) {
        zval_ptr_dtor(port);
        return false;
    }
    return true;
}

PHP_METHOD(EasySwoole_EasySwoole_ServerManager, addServer)
{
    zend_string *name, *address = NULL;
    zend_long port_number, type = 1;
    zval *setting = NULL, argv[3], port, entry, events;

    ZEND_PARSE_PARAMETERS_START(2, 5)
        Z_PARAM_STR(name)
        Z_PARAM_LONG(port_number)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(type)
        Z_PARAM_STR(address)
        Z_PARAM_ARRAY(setting)
    ZEND_PARSE_PARAMETERS_END();

    zend_object *manager = Z_OBJ_P(ZEND_THIS);
    if (address) {
        ZVAL_STR_COPY(&argv[0], address);
    } else {
        ZVAL_STRING(&argv[0], "0.0.0.0");
    }
    ZVAL_LONG(&argv[1], port_number);
    ZVAL_LONG(&argv[2], type);
    if (!add_port(manager, argv, setting, &port)) {
        zval_ptr_dtor(&argv[0]);
        RETURN_THROWS();
    }
    store(manager, MANAGER_PORTS, name, &port);

    make_register(&events);
    array_init(&entry);
    add_assoc_long(&entry, "port", port_number);
    add_assoc_zval(&entry, "listenAddress", &argv[0]);
    add_assoc_long(&entry, "type", type);
    if (setting) {
        Z_TRY_ADDREF_P(setting);
        add_assoc_zval(&entry, "setting", setting);
    } else {
        zval none;
        ZVAL_EMPTY_ARRAY(&none);
        add_assoc_zval(&entry, "setting", &none);
    }
    Z_ADDREF(events);
    add_assoc_zval(&entry, "eventRegister", &events);
    store(manager, MANAGER_PORT_REGISTERS, name, &entry);
    RETURN_COPY_VALUE(&events);
}

/* The EventRegister in an entry of getSubServerRegister(), or NULL. */
static zval *entry_register(zval *entry)
{
    zval *events;

    if (!entry) {
        return NULL;
    }
    ZVAL_DEREF(entry);
    events = Z_TYPE_P(entry) == IS_ARRAY ? zend_hash_str_find(Z_ARRVAL_P(entry), ZEND_STRL("eventRegister")) : NULL;
    return events && is_register(events) ? events : NULL;
}

PHP_METHOD(EasySwoole_EasySwoole_ServerManager, getEventRegister)
{
    zend_string *name = NULL;
    zval *events;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(name)
    ZEND_PARSE_PARAMETERS_END();

    if (!name) {
        RETURN_OBJ_COPY(es_server_manager_register(Z_OBJ_P(ZEND_THIS)));
    }
    events = entry_register(find(Z_OBJ_P(ZEND_THIS), MANAGER_PORT_REGISTERS, name));
    if (events) {
        RETURN_COPY(events);
    }
}

PHP_METHOD(EasySwoole_EasySwoole_ServerManager, getMainEventRegister)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_OBJ_COPY(es_server_manager_register(Z_OBJ_P(ZEND_THIS)));
}

PHP_METHOD(EasySwoole_EasySwoole_ServerManager, getSubServerRegister)
{
    ZEND_PARSE_PARAMETERS_NONE();
    zval *registers = es_slot_get(Z_OBJ_P(ZEND_THIS), MANAGER_PORT_REGISTERS);
    if (Z_TYPE_P(registers) != IS_ARRAY) {
        RETURN_EMPTY_ARRAY();
    }
    RETURN_COPY(registers);
}

/* $target->on($event, ...) for every event of a register. $target is a server or a port. */
static bool apply_register(zend_object *target, zend_object *events)
{
    zval all, *list, argv[2];
    zend_string *event;

    ZVAL_COPY(&all, es_slot_get(events, ES_CONTAINER_ITEMS));
    if (Z_TYPE(all) == IS_ARRAY) {
        ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL(all), event, list) {
            if (!event || Z_TYPE_P(list) != IS_ARRAY) {
                continue;
            }
            ZVAL_STR(&argv[0], event);
            es_event_callbacks_make(event, list, &argv[1]);
            es_call_method(target, ES_NAME_ON, NULL, 2, argv);
            zval_ptr_dtor(&argv[1]);
            if (EG(exception)) {
                break;
            }
        }
        ZEND_HASH_FOREACH_END();
    }
    zval_ptr_dtor(&all);
    return !EG(exception);
}

/* The same for every port of addServer(). */
static bool apply_port_registers(zend_object *manager)
{
    zval ports, *port, *events;
    zend_string *name;
    zend_ulong index;

    ZVAL_COPY(&ports, es_slot_get(manager, MANAGER_PORTS));
    if (Z_TYPE(ports) == IS_ARRAY) {
        ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL(ports), index, name, port) {
            zval *registers = es_slot_get(manager, MANAGER_PORT_REGISTERS);

            if (Z_TYPE_P(registers) != IS_ARRAY || Z_TYPE_P(port) != IS_OBJECT) {
                continue;
            }
            events = entry_register(name ? zend_hash_find(Z_ARRVAL_P(registers), name)
                                         : zend_hash_index_find(Z_ARRVAL_P(registers), index));
            if (events && !apply_register(Z_OBJ_P(port), Z_OBJ_P(events))) {
                break;
            }
        }
        ZEND_HASH_FOREACH_END();
    }
    zval_ptr_dtor(&ports);
    return !EG(exception);
}

bool es_server_manager_start(zend_object *manager, zval *result)
{
    zval server, yes;

    ZVAL_UNDEF(result);
    ZVAL_COPY(&server, es_slot_get(manager, MANAGER_SERVER));
    if (Z_TYPE(server) != IS_OBJECT) {
        zval_ptr_dtor(&server);
        zend_throw_error(NULL, "There is no server to start: none was created");
        return false;
    }
    if (apply_register(Z_OBJ(server), es_server_manager_register(manager)) && apply_port_registers(manager)) {
        ZVAL_TRUE(&yes);
        es_slot_set(manager, MANAGER_IS_START, &yes);
        es_call_method(Z_OBJ(server), ES_NAME_START, result, 0, NULL);
    }
    zval_ptr_dtor(&server);
    return !EG(exception);
}

PHP_METHOD(EasySwoole_EasySwoole_ServerManager, start)
{
    zval result;

    ZEND_PARSE_PARAMETERS_NONE();
    es_server_manager_start(Z_OBJ_P(ZEND_THIS), &result);
    zval_ptr_dtor(&result);
}

PHP_METHOD(EasySwoole_EasySwoole_ServerManager, isStart)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_BOOL(zend_is_true(es_slot_get(Z_OBJ_P(ZEND_THIS), MANAGER_IS_START)));
}

PHP_MINIT_FUNCTION(easyswoole_easyswoole_server_manager)
{
    register_easyswoole_easyswoole_server_manager_symbols(module_number);
    es_ce_EasySwoole_EasySwoole_ServerManager = register_class_EasySwoole_EasySwoole_ServerManager();
    return SUCCESS;
}
