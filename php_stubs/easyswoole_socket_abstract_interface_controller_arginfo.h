/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: c624111c57aa49c2b325ab56347595492d363e2f */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_AbstractInterface_Controller___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_actionNotFound, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, actionName, IS_STRING, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_afterAction arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_actionNotFound

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_onException, 0, 1, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, throwable, Throwable, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_onRequest, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, actionName, IS_STRING, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_response, 0, 0, EasySwoole\\Socket\\Bean\\Response, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_responseImmediately, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, string, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_caller, 0, 0, EasySwoole\\Socket\\Bean\\Caller, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_AbstractInterface_Controller___hook, 0, 0, 3)
	ZEND_ARG_OBJ_INFO(0, server, Swoole\\Server, 0)
	ZEND_ARG_OBJ_INFO(0, request, EasySwoole\\Socket\\Bean\\Caller, 0)
	ZEND_ARG_OBJ_INFO(0, response, EasySwoole\\Socket\\Bean\\Response, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_Socket_AbstractInterface_Controller, __construct);
ZEND_METHOD(EasySwoole_Socket_AbstractInterface_Controller, actionNotFound);
ZEND_METHOD(EasySwoole_Socket_AbstractInterface_Controller, afterAction);
ZEND_METHOD(EasySwoole_Socket_AbstractInterface_Controller, onException);
ZEND_METHOD(EasySwoole_Socket_AbstractInterface_Controller, onRequest);
ZEND_METHOD(EasySwoole_Socket_AbstractInterface_Controller, response);
ZEND_METHOD(EasySwoole_Socket_AbstractInterface_Controller, responseImmediately);
ZEND_METHOD(EasySwoole_Socket_AbstractInterface_Controller, caller);
ZEND_METHOD(EasySwoole_Socket_AbstractInterface_Controller, __hook);


static const zend_function_entry class_EasySwoole_Socket_AbstractInterface_Controller_methods[] = {
	ZEND_ME(EasySwoole_Socket_AbstractInterface_Controller, __construct, arginfo_class_EasySwoole_Socket_AbstractInterface_Controller___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_AbstractInterface_Controller, actionNotFound, arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_actionNotFound, ZEND_ACC_PROTECTED)
	ZEND_ME(EasySwoole_Socket_AbstractInterface_Controller, afterAction, arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_afterAction, ZEND_ACC_PROTECTED)
	ZEND_ME(EasySwoole_Socket_AbstractInterface_Controller, onException, arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_onException, ZEND_ACC_PROTECTED)
	ZEND_ME(EasySwoole_Socket_AbstractInterface_Controller, onRequest, arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_onRequest, ZEND_ACC_PROTECTED)
	ZEND_ME(EasySwoole_Socket_AbstractInterface_Controller, response, arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_response, ZEND_ACC_PROTECTED)
	ZEND_ME(EasySwoole_Socket_AbstractInterface_Controller, responseImmediately, arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_responseImmediately, ZEND_ACC_PROTECTED)
	ZEND_ME(EasySwoole_Socket_AbstractInterface_Controller, caller, arginfo_class_EasySwoole_Socket_AbstractInterface_Controller_caller, ZEND_ACC_PROTECTED)
	ZEND_ME(EasySwoole_Socket_AbstractInterface_Controller, __hook, arginfo_class_EasySwoole_Socket_AbstractInterface_Controller___hook, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Socket_AbstractInterface_Controller(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Socket\\AbstractInterface", "Controller", class_EasySwoole_Socket_AbstractInterface_Controller_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_ABSTRACT;

	zval property_response_default_value;
	ZVAL_NULL(&property_response_default_value);
	zend_string *property_response_name = zend_string_init("response", sizeof("response") - 1, 1);
	zend_declare_property_ex(class_entry, property_response_name, &property_response_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_response_name);

	zval property_caller_default_value;
	ZVAL_NULL(&property_caller_default_value);
	zend_string *property_caller_name = zend_string_init("caller", sizeof("caller") - 1, 1);
	zend_declare_property_ex(class_entry, property_caller_name, &property_caller_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_caller_name);

	zval property_server_default_value;
	ZVAL_NULL(&property_server_default_value);
	zend_string *property_server_name = zend_string_init("server", sizeof("server") - 1, 1);
	zend_declare_property_ex(class_entry, property_server_name, &property_server_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_server_name);

	return class_entry;
}
