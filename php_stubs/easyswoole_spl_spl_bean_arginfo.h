/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: c41f82eb5e63333b6807550227ee897d054aa3b7 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Spl_SplBean___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, data, IS_ARRAY, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Spl_SplBean_allProperty, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Spl_SplBean_toArray, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, filter, MAY_BE_LONG|MAY_BE_CALLABLE|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Spl_SplBean_getProperty, 0, 0, 1)
	ZEND_ARG_INFO(0, name)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_Spl_SplBean_jsonSerialize arginfo_class_EasySwoole_Spl_SplBean_allProperty

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Spl_SplBean___toString, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Spl_SplBean_initialize, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_Spl_SplBean_restore, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, data, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()


ZEND_METHOD(EasySwoole_Spl_SplBean, __construct);
ZEND_METHOD(EasySwoole_Spl_SplBean, allProperty);
ZEND_METHOD(EasySwoole_Spl_SplBean, toArray);
ZEND_METHOD(EasySwoole_Spl_SplBean, getProperty);
ZEND_METHOD(EasySwoole_Spl_SplBean, jsonSerialize);
ZEND_METHOD(EasySwoole_Spl_SplBean, __toString);
ZEND_METHOD(EasySwoole_Spl_SplBean, initialize);
ZEND_METHOD(EasySwoole_Spl_SplBean, restore);


static const zend_function_entry class_EasySwoole_Spl_SplBean_methods[] = {
	ZEND_ME(EasySwoole_Spl_SplBean, __construct, arginfo_class_EasySwoole_Spl_SplBean___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Spl_SplBean, allProperty, arginfo_class_EasySwoole_Spl_SplBean_allProperty, ZEND_ACC_PUBLIC|ZEND_ACC_FINAL)
	ZEND_ME(EasySwoole_Spl_SplBean, toArray, arginfo_class_EasySwoole_Spl_SplBean_toArray, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Spl_SplBean, getProperty, arginfo_class_EasySwoole_Spl_SplBean_getProperty, ZEND_ACC_PUBLIC|ZEND_ACC_FINAL)
	ZEND_ME(EasySwoole_Spl_SplBean, jsonSerialize, arginfo_class_EasySwoole_Spl_SplBean_jsonSerialize, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Spl_SplBean, __toString, arginfo_class_EasySwoole_Spl_SplBean___toString, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_Spl_SplBean, initialize, arginfo_class_EasySwoole_Spl_SplBean_initialize, ZEND_ACC_PROTECTED)
	ZEND_ME(EasySwoole_Spl_SplBean, restore, arginfo_class_EasySwoole_Spl_SplBean_restore, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Spl_SplBean(zend_class_entry *class_entry_JsonSerializable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Spl", "SplBean", class_EasySwoole_Spl_SplBean_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 1, class_entry_JsonSerializable);

	zval const_FILTER_NOT_NULL_value;
	ZVAL_LONG(&const_FILTER_NOT_NULL_value, 1);
	zend_string *const_FILTER_NOT_NULL_name = zend_string_init_interned("FILTER_NOT_NULL", sizeof("FILTER_NOT_NULL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FILTER_NOT_NULL_name, &const_FILTER_NOT_NULL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FILTER_NOT_NULL_name);

	zval const_FILTER_NOT_EMPTY_value;
	ZVAL_LONG(&const_FILTER_NOT_EMPTY_value, 2);
	zend_string *const_FILTER_NOT_EMPTY_name = zend_string_init_interned("FILTER_NOT_EMPTY", sizeof("FILTER_NOT_EMPTY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FILTER_NOT_EMPTY_name, &const_FILTER_NOT_EMPTY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FILTER_NOT_EMPTY_name);

	zval const_FILTER_NULL_value;
	ZVAL_LONG(&const_FILTER_NULL_value, 3);
	zend_string *const_FILTER_NULL_name = zend_string_init_interned("FILTER_NULL", sizeof("FILTER_NULL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FILTER_NULL_name, &const_FILTER_NULL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FILTER_NULL_name);

	zval const_FILTER_EMPTY_value;
	ZVAL_LONG(&const_FILTER_EMPTY_value, 4);
	zend_string *const_FILTER_EMPTY_name = zend_string_init_interned("FILTER_EMPTY", sizeof("FILTER_EMPTY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FILTER_EMPTY_name, &const_FILTER_EMPTY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FILTER_EMPTY_name);

	return class_entry;
}
