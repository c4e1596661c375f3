/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 3a4f64561db6d5029fd811157cc2f6014905e870 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_Tcp___construct, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, fd, "null")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, reactorId, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_Tcp_getReactorId, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_Tcp_setReactorId, 0, 0, 1)
	ZEND_ARG_INFO(0, reactorId)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_Socket_Client_Tcp_getFd arginfo_class_EasySwoole_Socket_Client_Tcp_getReactorId

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_Tcp_setFd, 0, 0, 1)
	ZEND_ARG_INFO(0, fd)
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_Socket_Client_Tcp, __construct);
ZEND_METHOD(EasySwoole_Socket_Client_Tcp, getReactorId);
ZEND_METHOD(EasySwoole_Socket_Client_Tcp, setReactorId);
ZEND_METHOD(EasySwoole_Socket_Client_Tcp, getFd);
ZEND_METHOD(EasySwoole_Socket_Client_Tcp, setFd);


static const zend_function_entry class_EasySwoole_Socket_Client_Tcp_methods[] = {
	ZEND_ME(EasySwoole_Socket_Client_Tcp, __construct, arginfo_class_EasySwoole_Socket_Client_Tcp___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_Tcp, getReactorId, arginfo_class_EasySwoole_Socket_Client_Tcp_getReactorId, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_Tcp, setReactorId, arginfo_class_EasySwoole_Socket_Client_Tcp_setReactorId, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_Tcp, getFd, arginfo_class_EasySwoole_Socket_Client_Tcp_getFd, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_Tcp, setFd, arginfo_class_EasySwoole_Socket_Client_Tcp_setFd, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Socket_Client_Tcp(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Socket\\Client", "Tcp", class_EasySwoole_Socket_Client_Tcp_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	zval property_reactorId_default_value;
	ZVAL_NULL(&property_reactorId_default_value);
	zend_string *property_reactorId_name = zend_string_init("reactorId", sizeof("reactorId") - 1, 1);
	zend_declare_property_ex(class_entry, property_reactorId_name, &property_reactorId_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_reactorId_name);

	zval property_fd_default_value;
	ZVAL_NULL(&property_fd_default_value);
	zend_string *property_fd_name = zend_string_init("fd", sizeof("fd") - 1, 1);
	zend_declare_property_ex(class_entry, property_fd_name, &property_fd_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_fd_name);

	return class_entry;
}
