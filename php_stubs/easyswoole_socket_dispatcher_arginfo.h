/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 13bb9995c4c7e8cb386e3000e809db9368831372 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Dispatcher___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, config, EasySwoole\\Socket\\Config, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Dispatcher_dispatch, 0, 2, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, server, Swoole\\Server, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_Socket_Dispatcher, __construct);
ZEND_METHOD(EasySwoole_Socket_Dispatcher, dispatch);


static const zend_function_entry class_EasySwoole_Socket_Dispatcher_methods[] = {
	ZEND_ME(EasySwoole_Socket_Dispatcher, __construct, arginfo_class_EasySwoole_Socket_Dispatcher___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Dispatcher, dispatch, arginfo_class_EasySwoole_Socket_Dispatcher_dispatch, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Socket_Dispatcher(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Socket", "Dispatcher", class_EasySwoole_Socket_Dispatcher_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	zval property_config_default_value;
	ZVAL_NULL(&property_config_default_value);
	zend_string *property_config_name = zend_string_init("config", sizeof("config") - 1, 1);
	zend_declare_property_ex(class_entry, property_config_name, &property_config_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_config_name);

	return class_entry;
}
