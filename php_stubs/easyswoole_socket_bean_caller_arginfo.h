/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 335ed212f72a921abf8fd66a824afde91da9eb4e */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Caller_getArgs, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Caller_setArgs, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, args, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Caller_getControllerClass, 0, 0, IS_STRING, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Caller_setControllerClass, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, controllerClass, IS_STRING, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_Socket_Bean_Caller_getAction arginfo_class_EasySwoole_Socket_Bean_Caller_getControllerClass

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Caller_setAction, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, action, IS_STRING, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Caller_getClient, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Caller_setClient, 0, 1, IS_VOID, 0)
	ZEND_ARG_INFO(0, client)
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_Socket_Bean_Caller, getArgs);
ZEND_METHOD(EasySwoole_Socket_Bean_Caller, setArgs);
ZEND_METHOD(EasySwoole_Socket_Bean_Caller, getControllerClass);
ZEND_METHOD(EasySwoole_Socket_Bean_Caller, setControllerClass);
ZEND_METHOD(EasySwoole_Socket_Bean_Caller, getAction);
ZEND_METHOD(EasySwoole_Socket_Bean_Caller, setAction);
ZEND_METHOD(EasySwoole_Socket_Bean_Caller, getClient);
ZEND_METHOD(EasySwoole_Socket_Bean_Caller, setClient);


static const zend_function_entry class_EasySwoole_Socket_Bean_Caller_methods[] = {
	ZEND_ME(EasySwoole_Socket_Bean_Caller, getArgs, arginfo_class_EasySwoole_Socket_Bean_Caller_getArgs, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Caller, setArgs, arginfo_class_EasySwoole_Socket_Bean_Caller_setArgs, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Caller, getControllerClass, arginfo_class_EasySwoole_Socket_Bean_Caller_getControllerClass, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Caller, setControllerClass, arginfo_class_EasySwoole_Socket_Bean_Caller_setControllerClass, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Caller, getAction, arginfo_class_EasySwoole_Socket_Bean_Caller_getAction, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Caller, setAction, arginfo_class_EasySwoole_Socket_Bean_Caller_setAction, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Caller, getClient, arginfo_class_EasySwoole_Socket_Bean_Caller_getClient, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Caller, setClient, arginfo_class_EasySwoole_Socket_Bean_Caller_setClient, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Socket_Bean_Caller(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Socket\\Bean", "Caller", class_EasySwoole_Socket_Bean_Caller_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	zval property_args_default_value;
	ZVAL_EMPTY_ARRAY(&property_args_default_value);
	zend_string *property_args_name = zend_string_init("args", sizeof("args") - 1, 1);
	zend_declare_property_ex(class_entry, property_args_name, &property_args_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_args_name);

	zval property_controllerClass_default_value;
	ZVAL_NULL(&property_controllerClass_default_value);
	zend_string *property_controllerClass_name = zend_string_init("controllerClass", sizeof("controllerClass") - 1, 1);
	zend_declare_property_ex(class_entry, property_controllerClass_name, &property_controllerClass_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_controllerClass_name);

	zval property_action_default_value;
	ZVAL_NULL(&property_action_default_value);
	zend_string *property_action_name = zend_string_init("action", sizeof("action") - 1, 1);
	zend_declare_property_ex(class_entry, property_action_name, &property_action_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_action_name);

	zval property_client_default_value;
	ZVAL_NULL(&property_client_default_value);
	zend_string *property_client_name = zend_string_init("client", sizeof("client") - 1, 1);
	zend_declare_property_ex(class_entry, property_client_name, &property_client_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_client_name);

	return class_entry;
}
