#include "php/easyswoole/support.h"
#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_component_singleton_arginfo.h"

zend_class_entry *es_ce_EasySwoole_Component_Singleton;

/* Runs as a method of the class that uses the trait: the engine copies it there and makes that class its scope. */
PHP_METHOD(EasySwoole_Component_Singleton, getInstance)
{
    HashTable *named;
    uint32_t argc;
    zval *args;

    ZEND_PARSE_PARAMETERS_START(0, -1)
        Z_PARAM_VARIADIC_WITH_NAMED(args, argc, named)
    ZEND_PARSE_PARAMETERS_END();
    es_singleton(execute_data, return_value, argc, args, named);
}

PHP_MINIT_FUNCTION(easyswoole_component_singleton)
{
    es_ce_EasySwoole_Component_Singleton = register_class_EasySwoole_Component_Singleton();
    return SUCCESS;
}
