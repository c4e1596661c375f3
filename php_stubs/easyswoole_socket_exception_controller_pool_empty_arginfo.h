/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 40e29beba16b473a46b034bf0a7c3ef58d7a698d */




static const zend_function_entry class_EasySwoole_Socket_Exception_ControllerPoolEmpty_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Socket_Exception_ControllerPoolEmpty(zend_class_entry *class_entry_EasySwoole_Socket_Exception_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Socket\\Exception", "ControllerPoolEmpty", class_EasySwoole_Socket_Exception_ControllerPoolEmpty_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_EasySwoole_Socket_Exception_Exception);

	return class_entry;
}
