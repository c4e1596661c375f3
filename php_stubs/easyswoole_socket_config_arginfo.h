/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 7fb2703aa2fc4ebc26e5edf93b553c5f864193e8 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Config_getType, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Config_setType, 0, 1, IS_VOID, 0)
	ZEND_ARG_INFO(0, type)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_Socket_Config_getOnExceptionHandler arginfo_class_EasySwoole_Socket_Config_getType

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Config_setOnExceptionHandler, 0, 1, IS_VOID, 0)
	ZEND_ARG_INFO(0, onExceptionHandler)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_EasySwoole_Socket_Config_getParser, 0, 0, EasySwoole\\Socket\\AbstractInterface\\ParserInterface, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Config_setParser, 0, 1, IS_VOID, 0)
	ZEND_ARG_INFO(0, parser)
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_Socket_Config, getType);
ZEND_METHOD(EasySwoole_Socket_Config, setType);
ZEND_METHOD(EasySwoole_Socket_Config, getOnExceptionHandler);
ZEND_METHOD(EasySwoole_Socket_Config, setOnExceptionHandler);
ZEND_METHOD(EasySwoole_Socket_Config, getParser);
ZEND_METHOD(EasySwoole_Socket_Config, setParser);


static const zend_function_entry class_EasySwoole_Socket_Config_methods[] = {
	ZEND_ME(EasySwoole_Socket_Config, getType, arginfo_class_EasySwoole_Socket_Config_getType, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Config, setType, arginfo_class_EasySwoole_Socket_Config_setType, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Config, getOnExceptionHandler, arginfo_class_EasySwoole_Socket_Config_getOnExceptionHandler, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Config, setOnExceptionHandler, arginfo_class_EasySwoole_Socket_Config_setOnExceptionHandler, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Config, getParser, arginfo_class_EasySwoole_Socket_Config_getParser, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Config, setParser, arginfo_class_EasySwoole_Socket_Config_setParser, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Socket_Config(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Socket", "Config", class_EasySwoole_Socket_Config_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	zval const_UDP_value;
	zend_string *const_UDP_value_str = zend_string_init("UDP", strlen("UDP"), 1);
	ZVAL_STR(&const_UDP_value, const_UDP_value_str);
	zend_string *const_UDP_name = zend_string_init_interned("UDP", sizeof("UDP") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UDP_name, &const_UDP_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UDP_name);

	zval const_TCP_value;
	zend_string *const_TCP_value_str = zend_string_init("TCP", strlen("TCP"), 1);
	ZVAL_STR(&const_TCP_value, const_TCP_value_str);
	zend_string *const_TCP_name = zend_string_init_interned("TCP", sizeof("TCP") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TCP_name, &const_TCP_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TCP_name);

	zval const_WEB_SOCKET_value;
	zend_string *const_WEB_SOCKET_value_str = zend_string_init("WEB_SOCKET", strlen("WEB_SOCKET"), 1);
	ZVAL_STR(&const_WEB_SOCKET_value, const_WEB_SOCKET_value_str);
	zend_string *const_WEB_SOCKET_name = zend_string_init_interned("WEB_SOCKET", sizeof("WEB_SOCKET") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_WEB_SOCKET_name, &const_WEB_SOCKET_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_WEB_SOCKET_name);

	zval property_type_default_value;
	ZVAL_NULL(&property_type_default_value);
	zend_string *property_type_name = zend_string_init("type", sizeof("type") - 1, 1);
	zend_declare_property_ex(class_entry, property_type_name, &property_type_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_type_name);

	zval property_onExceptionHandler_default_value;
	ZVAL_NULL(&property_onExceptionHandler_default_value);
	zend_string *property_onExceptionHandler_name = zend_string_init("onExceptionHandler", sizeof("onExceptionHandler") - 1, 1);
	zend_declare_property_ex(class_entry, property_onExceptionHandler_name, &property_onExceptionHandler_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_onExceptionHandler_name);

	zval property_parser_default_value;
	ZVAL_NULL(&property_parser_default_value);
	zend_string *property_parser_name = zend_string_init("parser", sizeof("parser") - 1, 1);
	zend_declare_property_ex(class_entry, property_parser_name, &property_parser_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_parser_name);

	return class_entry;
}
