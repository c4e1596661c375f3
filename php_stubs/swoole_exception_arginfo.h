/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: a5f0d53d9bb1ebba5a17b5ead7a72824c54b7f57 */




static const zend_function_entry class_Swoole_Exception_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Swoole_Exception(zend_class_entry *class_entry_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Swoole", "Exception", class_Swoole_Exception_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Exception);

	return class_entry;
}
