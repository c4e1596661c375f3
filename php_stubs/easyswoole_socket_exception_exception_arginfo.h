/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 11bf2cdd2bf4b06c216f5ffd54e741ee5a1be0c7 */




static const zend_function_entry class_EasySwoole_Socket_Exception_Exception_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Socket_Exception_Exception(zend_class_entry *class_entry_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Socket\\Exception", "Exception", class_EasySwoole_Socket_Exception_Exception_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Exception);

	return class_entry;
}
