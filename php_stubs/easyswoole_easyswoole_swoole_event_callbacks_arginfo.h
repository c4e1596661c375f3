/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 989c85d5d2f1efabe4c52c7f5049160944ba5efb */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_EasySwoole_Swoole_EventCallbacks___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_EasySwoole_Swoole_EventCallbacks___invoke, 0, 0, IS_VOID, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_EasySwoole_Swoole_EventCallbacks, __construct);
ZEND_METHOD(EasySwoole_EasySwoole_Swoole_EventCallbacks, __invoke);


static const zend_function_entry class_EasySwoole_EasySwoole_Swoole_EventCallbacks_methods[] = {
	ZEND_ME(EasySwoole_EasySwoole_Swoole_EventCallbacks, __construct, arginfo_class_EasySwoole_EasySwoole_Swoole_EventCallbacks___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(EasySwoole_EasySwoole_Swoole_EventCallbacks, __invoke, arginfo_class_EasySwoole_EasySwoole_Swoole_EventCallbacks___invoke, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_EasySwoole_Swoole_EventCallbacks(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\EasySwoole\\Swoole", "EventCallbacks", class_EasySwoole_EasySwoole_Swoole_EventCallbacks_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_event_default_value;
	ZVAL_NULL(&property_event_default_value);
	zend_string *property_event_name = zend_string_init("event", sizeof("event") - 1, 1);
	zend_declare_property_ex(class_entry, property_event_name, &property_event_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_event_name);

	zval property_callbacks_default_value;
	ZVAL_EMPTY_ARRAY(&property_callbacks_default_value);
	zend_string *property_callbacks_name = zend_string_init("callbacks", sizeof("callbacks") - 1, 1);
	zend_declare_property_ex(class_entry, property_callbacks_name, &property_callbacks_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_callbacks_name);

	return class_entry;
}
