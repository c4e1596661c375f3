/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 00a80e850e6c151e6979ff78beedd84af3377a37 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_Udp___construct, 0, 0, 3)
	ZEND_ARG_INFO(0, serSock)
	ZEND_ARG_INFO(0, address)
	ZEND_ARG_INFO(0, port)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_Udp_getServerSocket, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_Udp_setServerSocket, 0, 0, 1)
	ZEND_ARG_INFO(0, server_socket)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_Socket_Client_Udp_getAddress arginfo_class_EasySwoole_Socket_Client_Udp_getServerSocket

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_Udp_setAddress, 0, 0, 1)
	ZEND_ARG_INFO(0, address)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_Socket_Client_Udp_getPort arginfo_class_EasySwoole_Socket_Client_Udp_getServerSocket

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Socket_Client_Udp_setPort, 0, 0, 1)
	ZEND_ARG_INFO(0, port)
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_Socket_Client_Udp, __construct);
ZEND_METHOD(EasySwoole_Socket_Client_Udp, getServerSocket);
ZEND_METHOD(EasySwoole_Socket_Client_Udp, setServerSocket);
ZEND_METHOD(EasySwoole_Socket_Client_Udp, getAddress);
ZEND_METHOD(EasySwoole_Socket_Client_Udp, setAddress);
ZEND_METHOD(EasySwoole_Socket_Client_Udp, getPort);
ZEND_METHOD(EasySwoole_Socket_Client_Udp, setPort);


static const zend_function_entry class_EasySwoole_Socket_Client_Udp_methods[] = {
	ZEND_ME(EasySwoole_Socket_Client_Udp, __construct, arginfo_class_EasySwoole_Socket_Client_Udp___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_Udp, getServerSocket, arginfo_class_EasySwoole_Socket_Client_Udp_getServerSocket, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_Udp, setServerSocket, arginfo_class_EasySwoole_Socket_Client_Udp_setServerSocket, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_Udp, getAddress, arginfo_class_EasySwoole_Socket_Client_Udp_getAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_Udp, setAddress, arginfo_class_EasySwoole_Socket_Client_Udp_setAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_Udp, getPort, arginfo_class_EasySwoole_Socket_Client_Udp_getPort, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Socket_Client_Udp, setPort, arginfo_class_EasySwoole_Socket_Client_Udp_setPort, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Socket_Client_Udp(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Socket\\Client", "Udp", class_EasySwoole_Socket_Client_Udp_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	zval property_server_socket_default_value;
	ZVAL_LONG(&property_server_socket_default_value, -1);
	zend_string *property_server_socket_name = zend_string_init("server_socket", sizeof("server_socket") - 1, 1);
	zend_declare_property_ex(class_entry, property_server_socket_name, &property_server_socket_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_server_socket_name);

	zval property_address_default_value;
	ZVAL_NULL(&property_address_default_value);
	zend_string *property_address_name = zend_string_init("address", sizeof("address") - 1, 1);
	zend_declare_property_ex(class_entry, property_address_name, &property_address_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_address_name);

	zval property_port_default_value;
	ZVAL_NULL(&property_port_default_value);
	zend_string *property_port_name = zend_string_init("port", sizeof("port") - 1, 1);
	zend_declare_property_ex(class_entry, property_port_name, &property_port_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_port_name);

	return class_entry;
}
