/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 7a7033eb77aa926b6269598e934aad7afe62c976 */

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_EasySwoole_Socket_AbstractInterface_ParserInterface_decode, 0, 2, EasySwoole\\Socket\\Bean\\Caller, 1)
	ZEND_ARG_INFO(0, raw)
	ZEND_ARG_INFO(0, client)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_EasySwoole_Socket_AbstractInterface_ParserInterface_encode, 0, 2, IS_STRING, 1)
	ZEND_ARG_OBJ_INFO(0, response, EasySwoole\\Socket\\Bean\\Response, 0)
	ZEND_ARG_INFO(0, client)
ZEND_END_ARG_INFO()




static const zend_function_entry class_EasySwoole_Socket_AbstractInterface_ParserInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(EasySwoole_Socket_AbstractInterface_ParserInterface, decode, arginfo_class_EasySwoole_Socket_AbstractInterface_ParserInterface_decode, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(EasySwoole_Socket_AbstractInterface_ParserInterface, encode, arginfo_class_EasySwoole_Socket_AbstractInterface_ParserInterface_encode, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_Socket_AbstractInterface_ParserInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\Socket\\AbstractInterface", "ParserInterface", class_EasySwoole_Socket_AbstractInterface_ParserInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}
