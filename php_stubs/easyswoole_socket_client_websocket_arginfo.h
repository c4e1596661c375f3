/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 53a5b2ffb8575310a35a79ce53340b35e2b3cdfb */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_WebSocket___construct, 0, 0, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, frame, Swoole\\WebSocket\\Frame, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_WebSocket_getData, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_WebSocket_setData, 0, 0, 1)
	ZEND_ARG_INFO(0, data)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_Socket_Client_WebSocket_getOpCode arginfo_class_EasySwoole_Socket_Client_WebSocket_getData

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_WebSocket_setOpCode, 0, 0, 1)
	ZEND_ARG_INFO(0, opCode)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_Socket_Client_WebSocket_getIsFinish arginfo_class_EasySwoole_Socket_Client_WebSocket_getData

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_WebSocket_setIsFinish, 0, 0, 1)
	ZEND_ARG_INFO(0, isFinish)
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_Socket_Client_WebSocket, __construct);
ZEND_METHOD(EasySwoole_Socket_Client_WebSocket, getData);
ZEND_METHOD(EasySwoole_Socket_Client_WebSocket, setData);
ZEND_METHOD(EasySwoole_Socket_Client_WebSocket, getOpCode);
ZEND_METHOD(EasySwoole_Socket_Client_WebSocket, setOpCode);
ZEND_METHOD(EasySwoole_Socket_Client_WebSocket, getIsFinish);
ZEND_METHOD(EasySwoole_Socket_Client_WebSocket, setIsFinish);


static const zend_function_entry class_EasySwoole_Socket_Client_WebSocket_methods[] = {
	ZEND_ME(EasySwoole_Socket_Client_WebSocket, __construct, arginfo_class_EasySwoole_Socket_Client_WebSocket___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_WebSocket, getData, arginfo_class_EasySwoole_Socket_Client_WebSocket_getData, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_WebSocket, setData, arginfo_class_EasySwoole_Socket_Client_WebSocket_setData, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_WebSocket, getOpCode, arginfo_class_EasySwoole_Socket_Client_WebSocket_getOpCode, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_WebSocket, setOpCode, arginfo_class_EasySwoole_Socket_Client_WebSocket_setOpCode, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_WebSocket, getIsFinish, arginfo_class_EasySwoole_Socket_Client_WebSocket_getIsFinish, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_WebSocket, setIsFinish, arginfo_class_EasySwoole_Socket_Client_WebSocket_setIsFinish, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Socket_Client_WebSocket(zend_class_entry *class_entry_EasySwoole_Socket_Client_Tcp)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Socket\\Client", "WebSocket", class_EasySwoole_Socket_Client_WebSocket_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_EasySwoole_Socket_Client_Tcp);

	zval property_data_default_value;
	ZVAL_NULL(&property_data_default_value);
	zend_string *property_data_name = zend_string_init("data", sizeof("data") - 1, 1);
	zend_declare_property_ex(class_entry, property_data_name, &property_data_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_data_name);

	zval property_opCode_default_value;
	ZVAL_NULL(&property_opCode_default_value);
	zend_string *property_opCode_name = zend_string_init("opCode", sizeof("opCode") - 1, 1);
	zend_declare_property_ex(class_entry, property_opCode_name, &property_opCode_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_opCode_name);

	zval property_isFinish_default_value;
	ZVAL_NULL(&property_isFinish_default_value);
	zend_string *property_isFinish_name = zend_string_init("isFinish", sizeof("isFinish") - 1, 1);
	zend_declare_property_ex(class_entry, property_isFinish_name, &property_isFinish_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_isFinish_name);

	return class_entry;
}
