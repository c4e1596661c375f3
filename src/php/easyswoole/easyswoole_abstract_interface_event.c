#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_easyswoole_abstract_interface_event_arginfo.h"

zend_class_entry *es_ce_EasySwoole_EasySwoole_AbstractInterface_Event;

PHP_MINIT_FUNCTION(easyswoole_easyswoole_abstract_interface_event)
{
    es_ce_EasySwoole_EasySwoole_AbstractInterface_Event =
        register_class_EasySwoole_EasySwoole_AbstractInterface_Event();
    return SUCCESS;
}
