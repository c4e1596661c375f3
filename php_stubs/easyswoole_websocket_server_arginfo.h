/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: d672615687cb520c4b504013ecfdbf1e97c1c3dc */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_WebSocketServer___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, host, IS_STRING, 0, "\'0.0.0.0\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, port, IS_LONG, 0, "9501")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, settings, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_EasySwoole_WebSocketServer_getEventRegister, 0, 0, EasySwoole\\EasySwoole\\Swoole\\EventRegister, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_WebSocketServer_run, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, event, EasySwoole\\EasySwoole\\AbstractInterface\\Event, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_WebSocketServer, __construct);
ZEND_METHOD(EasySwoole_WebSocketServer, getEventRegister);
ZEND_METHOD(EasySwoole_WebSocketServer, run);


static const zend_function_entry class_EasySwoole_WebSocketServer_methods[] = {
	ZEND_ME(EasySwoole_WebSocketServer, __construct, arginfo_class_EasySwoole_WebSocketServer___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_WebSocketServer, getEventRegister, arginfo_class_EasySwoole_WebSocketServer_getEventRegister, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_WebSocketServer, run, arginfo_class_EasySwoole_WebSocketServer_run, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_WebSocketServer(zend_class_entry *class_entry_Swoole_WebSocket_Server)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole", "WebSocketServer", class_EasySwoole_WebSocketServer_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Swoole_WebSocket_Server);

	return class_entry;
}
