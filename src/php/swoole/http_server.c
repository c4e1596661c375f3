#include "php/swoole/classes.h"
#include "php_stubs/swoole_http_server_arginfo.h"

zend_class_entry *es_ce_Swoole_Http_Server;

PHP_MINIT_FUNCTION(swoole_http_server)
{
    es_ce_Swoole_Http_Server = register_class_Swoole_Http_Server(es_ce_Swoole_Server);
    es_ce_Swoole_Http_Server->create_object = es_ce_Swoole_Server->create_object;
    zend_register_class_alias("swoole_http_server", es_ce_Swoole_Http_Server);
    return SUCCESS;
}
