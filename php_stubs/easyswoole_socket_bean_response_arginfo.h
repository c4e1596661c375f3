/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: c30b24cdc6705668a8438f3f74efd947924cae5c */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Response_getStatus, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Response_setStatus, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, status, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Response_getMessage, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Response_setMessage, 0, 1, IS_VOID, 0)
	ZEND_ARG_INFO(0, message)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Response_getOpCode, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Response_setOpCode, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, opCode, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Response_isFinish, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Response_setFinish, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, finish, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_Socket_Bean_Response_isReset arginfo_class_EasySwoole_Socket_Bean_Response_isFinish

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Response_setReset, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, reset, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_Socket_Bean_Response_getCode arginfo_class_EasySwoole_Socket_Bean_Response_getOpCode

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Response_setCode, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, code, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Response_getReason, 0, 0, IS_STRING, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_Bean_Response_setReason, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, reason, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_Socket_Bean_Response, getStatus);
ZEND_METHOD(EasySwoole_Socket_Bean_Response, setStatus);
ZEND_METHOD(EasySwoole_Socket_Bean_Response, getMessage);
ZEND_METHOD(EasySwoole_Socket_Bean_Response, setMessage);
ZEND_METHOD(EasySwoole_Socket_Bean_Response, getOpCode);
ZEND_METHOD(EasySwoole_Socket_Bean_Response, setOpCode);
ZEND_METHOD(EasySwoole_Socket_Bean_Response, isFinish);
ZEND_METHOD(EasySwoole_Socket_Bean_Response, setFinish);
ZEND_METHOD(EasySwoole_Socket_Bean_Response, isReset);
ZEND_METHOD(EasySwoole_Socket_Bean_Response, setReset);
ZEND_METHOD(EasySwoole_Socket_Bean_Response, getCode);
ZEND_METHOD(EasySwoole_Socket_Bean_Response, setCode);
ZEND_METHOD(EasySwoole_Socket_Bean_Response, getReason);
ZEND_METHOD(EasySwoole_Socket_Bean_Response, setReason);


static const zend_function_entry class_EasySwoole_Socket_Bean_Response_methods[] = {
	ZEND_ME(EasySwoole_Socket_Bean_Response, getStatus, arginfo_class_EasySwoole_Socket_Bean_Response_getStatus, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Response, setStatus, arginfo_class_EasySwoole_Socket_Bean_Response_setStatus, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Response, getMessage, arginfo_class_EasySwoole_Socket_Bean_Response_getMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Response, setMessage, arginfo_class_EasySwoole_Socket_Bean_Response_setMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Response, getOpCode, arginfo_class_EasySwoole_Socket_Bean_Response_getOpCode, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Response, setOpCode, arginfo_class_EasySwoole_Socket_Bean_Response_setOpCode, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Response, isFinish, arginfo_class_EasySwoole_Socket_Bean_Response_isFinish, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Response, setFinish, arginfo_class_EasySwoole_Socket_Bean_Response_setFinish, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Response, isReset, arginfo_class_EasySwoole_Socket_Bean_Response_isReset, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Response, setReset, arginfo_class_EasySwoole_Socket_Bean_Response_setReset, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Response, getCode, arginfo_class_EasySwoole_Socket_Bean_Response_getCode, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Response, setCode, arginfo_class_EasySwoole_Socket_Bean_Response_setCode, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Response, getReason, arginfo_class_EasySwoole_Socket_Bean_Response_getReason, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Bean_Response, setReason, arginfo_class_EasySwoole_Socket_Bean_Response_setReason, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Socket_Bean_Response(zend_class_entry *class_entry_EasySwoole_Spl_SplBean)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Socket\\Bean", "Response", class_EasySwoole_Socket_Bean_Response_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_EasySwoole_Spl_SplBean);

	zval const_STATUS_RESPONSE_AND_CLOSE_value;
	zend_string *const_STATUS_RESPONSE_AND_CLOSE_value_str = zend_string_init("RESPONSE_AND_CLOSE", strlen("RESPONSE_AND_CLOSE"), 1);
	ZVAL_STR(&const_STATUS_RESPONSE_AND_CLOSE_value, const_STATUS_RESPONSE_AND_CLOSE_value_str);
	zend_string *const_STATUS_RESPONSE_AND_CLOSE_name = zend_string_init_interned("STATUS_RESPONSE_AND_CLOSE", sizeof("STATUS_RESPONSE_AND_CLOSE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_STATUS_RESPONSE_AND_CLOSE_name, &const_STATUS_RESPONSE_AND_CLOSE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_STATUS_RESPONSE_AND_CLOSE_name);

	zval const_STATUS_CLOSE_value;
	zend_string *const_STATUS_CLOSE_value_str = zend_string_init("CLOSE", strlen("CLOSE"), 1);
	ZVAL_STR(&const_STATUS_CLOSE_value, const_STATUS_CLOSE_value_str);
	zend_string *const_STATUS_CLOSE_name = zend_string_init_interned("STATUS_CLOSE", sizeof("STATUS_CLOSE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_STATUS_CLOSE_name, &const_STATUS_CLOSE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_STATUS_CLOSE_name);

	zval const_STATUS_OK_value;
	zend_string *const_STATUS_OK_value_str = zend_string_init("OK", strlen("OK"), 1);
	ZVAL_STR(&const_STATUS_OK_value, const_STATUS_OK_value_str);
	zend_string *const_STATUS_OK_name = zend_string_init_interned("STATUS_OK", sizeof("STATUS_OK") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_STATUS_OK_name, &const_STATUS_OK_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_STATUS_OK_name);

	zval property_status_default_value;
	zend_string *property_status_default_value_str = zend_string_init("OK", strlen("OK"), 1);
	ZVAL_STR(&property_status_default_value, property_status_default_value_str);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_property_ex(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_status_name);

	zval property_message_default_value;
	ZVAL_NULL(&property_message_default_value);
	zend_string *property_message_name = zend_string_init("message", sizeof("message") - 1, 1);
	zend_declare_property_ex(class_entry, property_message_name, &property_message_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_message_name);

	zval property_opCode_default_value;
	ZVAL_LONG(&property_opCode_default_value, 1);
	zend_string *property_opCode_name = zend_string_init("opCode", sizeof("opCode") - 1, 1);
	zend_declare_property_ex(class_entry, property_opCode_name, &property_opCode_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_opCode_name);

	zval property_finish_default_value;
	ZVAL_TRUE(&property_finish_default_value);
	zend_string *property_finish_name = zend_string_init("finish", sizeof("finish") - 1, 1);
	zend_declare_property_ex(class_entry, property_finish_name, &property_finish_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_finish_name);

	zval property_reset_default_value;
	ZVAL_FALSE(&property_reset_default_value);
	zend_string *property_reset_name = zend_string_init("reset", sizeof("reset") - 1, 1);
	zend_declare_property_ex(class_entry, property_reset_name, &property_reset_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_reset_name);

	zval property_code_default_value;
	ZVAL_LONG(&property_code_default_value, 1000);
	zend_string *property_code_name = zend_string_init("code", sizeof("code") - 1, 1);
	zend_declare_property_ex(class_entry, property_code_name, &property_code_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_code_name);

	zval property_reason_default_value;
	ZVAL_NULL(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_property_ex(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_reason_name);

	return class_entry;
}
