/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: a75e5fe3801fd70300f6f53f36a9a240d2cf9c8a */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_EasySwoole_Swoole_EventHelper_register, 0, 3, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, register, EasySwoole\\EasySwoole\\Swoole\\EventRegister, 0)
	ZEND_ARG_TYPE_INFO(0, event, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_EasySwoole_Swoole_EventHelper_registerWithAdd arginfo_class_EasySwoole_EasySwoole_Swoole_EventHelper_register

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_EasySwoole_Swoole_EventHelper_on, 0, 0, 3)
	ZEND_ARG_OBJ_INFO(0, server, Swoole\\Server, 0)
	ZEND_ARG_TYPE_INFO(0, event, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_EasySwoole_Swoole_EventHelper, register);
ZEND_METHOD(EasySwoole_EasySwoole_Swoole_EventHelper, registerWithAdd);
ZEND_METHOD(EasySwoole_EasySwoole_Swoole_EventHelper, on);


static const zend_function_entry class_EasySwoole_EasySwoole_Swoole_EventHelper_methods[] = {
	ZEND_ME(EasySwoole_EasySwoole_Swoole_EventHelper, register, arginfo_class_EasySwoole_EasySwoole_Swoole_EventHelper_register, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(EasySwoole_EasySwoole_Swoole_EventHelper, registerWithAdd, arginfo_class_EasySwoole_EasySwoole_Swoole_EventHelper_registerWithAdd, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(EasySwoole_EasySwoole_Swoole_EventHelper, on, arginfo_class_EasySwoole_EasySwoole_Swoole_EventHelper_on, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_EasySwoole_Swoole_EventHelper(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\EasySwoole\\Swoole", "EventHelper", class_EasySwoole_EasySwoole_Swoole_EventHelper_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	return class_entry;
}
