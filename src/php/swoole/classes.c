#include "php/swoole/classes.h"

/* Place-holders: the server classes are not there yet. */
zend_class_entry *es_ce_Swoole_Server;
zend_class_entry *es_ce_Swoole_Http_Server;
zend_class_entry *es_ce_Swoole_WebSocket_Server;
zend_class_entry *es_ce_Swoole_WebSocket_Frame;
