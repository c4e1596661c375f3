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

/*
 * When a class gives a trait's method another name ("use T { getInstance as make; }"), the engine copies the method as
 * a whole zend_function, of which an internal one is only the first part. The block is made large enough for that.
 */
static void widen_method(zend_class_entry *trait, const char *name)
{
    zval *entry = zend_hash_str_find(&trait->function_table, name, strlen(name));
    char *block = perealloc(Z_PTR_P(entry), sizeof(zend_function), true);

    memset(block + sizeof(zend_internal_function), 0, sizeof(zend_function) - sizeof(zend_internal_function));
    Z_PTR_P(entry) = block;
}

PHP_MINIT_FUNCTION(easyswoole_component_singleton)
{
    es_ce_EasySwoole_Component_Singleton = register_class_EasySwoole_Component_Singleton();
    widen_method(es_ce_EasySwoole_Component_Singleton, "getinstance");
    return SUCCESS;
}
