/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: cf33e32aea6370983c8762a180bb13de59d470a8 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_EasySwoole_AbstractInterface_Event_initialize, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_EasySwoole_AbstractInterface_Event_mainServerCreate, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, register, EasySwoole\\EasySwoole\\Swoole\\EventRegister, 0)
ZEND_END_ARG_INFO()




static const zend_function_entry class_EasySwoole_EasySwoole_AbstractInterface_Event_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(EasySwoole_EasySwoole_AbstractInterface_Event, initialize, arginfo_class_EasySwoole_EasySwoole_AbstractInterface_Event_initialize, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(EasySwoole_EasySwoole_AbstractInterface_Event, mainServerCreate, arginfo_class_EasySwoole_EasySwoole_AbstractInterface_Event_mainServerCreate, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_EasySwoole_AbstractInterface_Event(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\EasySwoole\\AbstractInterface", "Event", class_EasySwoole_EasySwoole_AbstractInterface_Event_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}
