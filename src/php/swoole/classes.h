#ifndef ES_PHP_SWOOLE_CLASSES_H
#define ES_PHP_SWOOLE_CLASSES_H

#include "php.h"

extern zend_class_entry *es_ce_Swoole_Server;
extern zend_class_entry *es_ce_Swoole_Http_Server;
extern zend_class_entry *es_ce_Swoole_WebSocket_Server;
extern zend_class_entry *es_ce_Swoole_WebSocket_Frame;

#endif
