#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_socket_abstract_interface_parser_interface_arginfo.h"

zend_class_entry *es_ce_EasySwoole_Socket_AbstractInterface_ParserInterface;

PHP_MINIT_FUNCTION(easyswoole_socket_abstract_interface_parser_interface)
{
    es_ce_EasySwoole_Socket_AbstractInterface_ParserInterface =
        register_class_EasySwoole_Socket_AbstractInterface_ParserInterface();
    return SUCCESS;
}
