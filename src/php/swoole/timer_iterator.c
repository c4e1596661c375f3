#include "php.h"
#include "ext/spl/spl_array.h"

#include "php/swoole/classes.h"
#include "php_stubs/swoole_timer_iterator_arginfo.h"

zend_class_entry *es_ce_Swoole_Timer_Iterator;

PHP_MINIT_FUNCTION(swoole_timer_iterator)
{
    es_ce_Swoole_Timer_Iterator = register_class_Swoole_Timer_Iterator(spl_ce_ArrayIterator);
    zend_register_class_alias("swoole_timer_iterator", es_ce_Swoole_Timer_Iterator);
    return SUCCESS;
}
