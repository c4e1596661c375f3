#ifndef ES_PHP_EASYSWOOLE_SERVER_MANAGER_H
#define ES_PHP_EASYSWOOLE_SERVER_MANAGER_H

#include "php/easyswoole/support.h"

/** ServerManager::getInstance(). Borrowed from the class; NULL when an exception is pending. */
zend_object *es_server_manager(void);

/** Makes `server` the one that getSwooleServer() returns. */
void es_server_manager_set_server(zend_object *manager, zend_object *server);

/** The main server's EventRegister. Borrowed from the manager. */
zend_object *es_server_manager_register(zend_object *manager);

/**
 * ServerManager::start(): gives the registered callbacks to the server and its ports and calls the server's start().
 * `result` is what that returned and the caller's to destroy. Returns false when an exception is pending.
 */
bool es_server_manager_start(zend_object *manager, zval *result);

#endif
