/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 288128227d5282ee9f925677511a7deb62ea9c9f */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Component_MultiContainer___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, allowKeys, IS_ARRAY, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Component_MultiContainer_add, 0, 0, 2)
	ZEND_ARG_INFO(0, key)
	ZEND_ARG_INFO(0, item)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_Component_MultiContainer_set arginfo_class_EasySwoole_Component_MultiContainer_add

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Component_MultiContainer_delete, 0, 0, 1)
	ZEND_ARG_INFO(0, key)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Component_MultiContainer_get, 0, 1, IS_ARRAY, 1)
	ZEND_ARG_INFO(0, key)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Component_MultiContainer_all, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Component_MultiContainer_clear, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_Component_MultiContainer, __construct);
ZEND_METHOD(EasySwoole_Component_MultiContainer, add);
ZEND_METHOD(EasySwoole_Component_MultiContainer, set);
ZEND_METHOD(EasySwoole_Component_MultiContainer, delete);
ZEND_METHOD(EasySwoole_Component_MultiContainer, get);
ZEND_METHOD(EasySwoole_Component_MultiContainer, all);
ZEND_METHOD(EasySwoole_Component_MultiContainer, clear);


static const zend_function_entry class_EasySwoole_Component_MultiContainer_methods[] = {
	ZEND_ME(EasySwoole_Component_MultiContainer, __construct, arginfo_class_EasySwoole_Component_MultiContainer___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Component_MultiContainer, add, arginfo_class_EasySwoole_Component_MultiContainer_add, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Component_MultiContainer, set, arginfo_class_EasySwoole_Component_MultiContainer_set, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Component_MultiContainer, delete, arginfo_class_EasySwoole_Component_MultiContainer_delete, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Component_MultiContainer, get, arginfo_class_EasySwoole_Component_MultiContainer_get, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Component_MultiContainer, all, arginfo_class_EasySwoole_Component_MultiContainer_all, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Component_MultiContainer, clear, arginfo_class_EasySwoole_Component_MultiContainer_clear, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Component_MultiContainer(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Component", "MultiContainer", class_EasySwoole_Component_MultiContainer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	zval property_container_default_value;
	ZVAL_EMPTY_ARRAY(&property_container_default_value);
	zend_string *property_container_name = zend_string_init("container", sizeof("container") - 1, 1);
	zend_declare_property_ex(class_entry, property_container_name, &property_container_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_container_name);

	zval property_allowKeys_default_value;
	ZVAL_NULL(&property_allowKeys_default_value);
	zend_string *property_allowKeys_name = zend_string_init("allowKeys", sizeof("allowKeys") - 1, 1);
	zend_declare_property_ex(class_entry, property_allowKeys_name, &property_allowKeys_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_allowKeys_name);

	return class_entry;
}
