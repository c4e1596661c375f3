/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 872b8aeda6e8316e9d71b2ca3ea08360e09cf9d6 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_EasySwoole_ServerManager_getInstance, 0, 0, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_EasySwoole_ServerManager___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_EasySwoole_ServerManager_getSwooleServer, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, serverName, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_EasySwoole_ServerManager_createSwooleServer, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_INFO(0, port)
	ZEND_ARG_INFO(0, type)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, address, "\'0.0.0.0\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, setting, IS_ARRAY, 0, "[]")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_EasySwoole_EasySwoole_ServerManager_addServer, 0, 2, EasySwoole\\EasySwoole\\Swoole\\EventRegister, 0)
	ZEND_ARG_TYPE_INFO(0, serverName, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, port, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, type, IS_LONG, 0, "1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, listenAddress, IS_STRING, 0, "\'0.0.0.0\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, setting, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_EasySwoole_EasySwoole_ServerManager_getEventRegister, 0, 0, EasySwoole\\EasySwoole\\Swoole\\EventRegister, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, serverName, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_EasySwoole_EasySwoole_ServerManager_getMainEventRegister, 0, 0, EasySwoole\\EasySwoole\\Swoole\\EventRegister, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_EasySwoole_ServerManager_getSubServerRegister, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_EasySwoole_ServerManager_start arginfo_class_EasySwoole_EasySwoole_ServerManager___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_EasySwoole_ServerManager_isStart, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_EasySwoole_ServerManager, getInstance);
ZEND_METHOD(EasySwoole_EasySwoole_ServerManager, __construct);
ZEND_METHOD(EasySwoole_EasySwoole_ServerManager, getSwooleServer);
ZEND_METHOD(EasySwoole_EasySwoole_ServerManager, createSwooleServer);
ZEND_METHOD(EasySwoole_EasySwoole_ServerManager, addServer);
ZEND_METHOD(EasySwoole_EasySwoole_ServerManager, getEventRegister);
ZEND_METHOD(EasySwoole_EasySwoole_ServerManager, getMainEventRegister);
ZEND_METHOD(EasySwoole_EasySwoole_ServerManager, getSubServerRegister);
ZEND_METHOD(EasySwoole_EasySwoole_ServerManager, start);
ZEND_METHOD(EasySwoole_EasySwoole_ServerManager, isStart);


static const zend_function_entry class_EasySwoole_EasySwoole_ServerManager_methods[] = {
	ZEND_ME(EasySwoole_EasySwoole_ServerManager, getInstance, arginfo_class_EasySwoole_EasySwoole_ServerManager_getInstance, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(EasySwoole_EasySwoole_ServerManager, __construct, arginfo_class_EasySwoole_EasySwoole_ServerManager___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_EasySwoole_ServerManager, getSwooleServer, arginfo_class_EasySwoole_EasySwoole_ServerManager_getSwooleServer, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_EasySwoole_ServerManager, createSwooleServer, arginfo_class_EasySwoole_EasySwoole_ServerManager_createSwooleServer, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_EasySwoole_ServerManager, addServer, arginfo_class_EasySwoole_EasySwoole_ServerManager_addServer, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_EasySwoole_ServerManager, getEventRegister, arginfo_class_EasySwoole_EasySwoole_ServerManager_getEventRegister, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_EasySwoole_ServerManager, getMainEventRegister, arginfo_class_EasySwoole_EasySwoole_ServerManager_getMainEventRegister, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_EasySwoole_ServerManager, getSubServerRegister, arginfo_class_EasySwoole_EasySwoole_ServerManager_getSubServerRegister, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_EasySwoole_ServerManager, start, arginfo_class_EasySwoole_EasySwoole_ServerManager_start, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_EasySwoole_ServerManager, isStart, arginfo_class_EasySwoole_EasySwoole_ServerManager_isStart, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static void register_easyswoole_easyswoole_server_manager_symbols(int module_number)
{
	REGISTER_LONG_CONSTANT("EASYSWOOLE_SERVER", 1, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("EASYSWOOLE_WEB_SERVER", 2, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("EASYSWOOLE_WEB_SOCKET_SERVER", 3, CONST_PERSISTENT);
}

static zend_class_entry *register_class_EasySwoole_EasySwoole_ServerManager(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\EasySwoole", "ServerManager", class_EasySwoole_EasySwoole_ServerManager_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	zval property_instance_default_value;
	ZVAL_NULL(&property_instance_default_value);
	zend_string *property_instance_name = zend_string_init("instance", sizeof("instance") - 1, 1);
	zend_declare_property_ex(class_entry, property_instance_name, &property_instance_default_value, ZEND_ACC_PRIVATE|ZEND_ACC_STATIC, NULL);
	zend_string_release(property_instance_name);

	zval property_swooleServer_default_value;
	ZVAL_NULL(&property_swooleServer_default_value);
	zend_string *property_swooleServer_name = zend_string_init("swooleServer", sizeof("swooleServer") - 1, 1);
	zend_declare_property_ex(class_entry, property_swooleServer_name, &property_swooleServer_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_swooleServer_name);

	zval property_mainServerEventRegister_default_value;
	ZVAL_NULL(&property_mainServerEventRegister_default_value);
	zend_string *property_mainServerEventRegister_name = zend_string_init("mainServerEventRegister", sizeof("mainServerEventRegister") - 1, 1);
	zend_declare_property_ex(class_entry, property_mainServerEventRegister_name, &property_mainServerEventRegister_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_mainServerEventRegister_name);

	zval property_subServer_default_value;
	ZVAL_EMPTY_ARRAY(&property_subServer_default_value);
	zend_string *property_subServer_name = zend_string_init("subServer", sizeof("subServer") - 1, 1);
	zend_declare_property_ex(class_entry, property_subServer_name, &property_subServer_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_subServer_name);

	zval property_subServerRegister_default_value;
	ZVAL_EMPTY_ARRAY(&property_subServerRegister_default_value);
	zend_string *property_subServerRegister_name = zend_string_init("subServerRegister", sizeof("subServerRegister") - 1, 1);
	zend_declare_property_ex(class_entry, property_subServerRegister_name, &property_subServerRegister_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_subServerRegister_name);

	zval property_isStart_default_value;
	ZVAL_FALSE(&property_isStart_default_value);
	zend_string *property_isStart_name = zend_string_init("isStart", sizeof("isStart") - 1, 1);
	zend_declare_property_ex(class_entry, property_isStart_name, &property_isStart_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_isStart_name);

	return class_entry;
}
