/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 04c6f0ac4c9ff6f96a5d8ad239619a3a87ba1133 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Component_Singleton_getInstance, 0, 0, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_Component_Singleton, getInstance);


static const zend_function_entry class_EasySwoole_Component_Singleton_methods[] = {
	ZEND_ME(EasySwoole_Component_Singleton, getInstance, arginfo_class_EasySwoole_Component_Singleton_getInstance, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Component_Singleton(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Component", "Singleton", class_EasySwoole_Component_Singleton_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_TRAIT;

	zval property_instance_default_value;
	ZVAL_NULL(&property_instance_default_value);
	zend_string *property_instance_name = zend_string_init("instance", sizeof("instance") - 1, 1);
	zend_declare_property_ex(class_entry, property_instance_name, &property_instance_default_value, ZEND_ACC_PRIVATE|ZEND_ACC_STATIC, NULL);
	zend_string_release(property_instance_name);

	return class_entry;
}
