#ifndef ES_PHP_EASYSWOOLE_EVENT_CALLBACKS_H
#define ES_PHP_EASYSWOOLE_EVENT_CALLBACKS_H

#include "php/easyswoole/support.h"

/**
 * Makes the one callable that a server is given for an event. `list` is an array of callbacks; `callable` is the
 * caller's to destroy.
 */
void es_event_callbacks_make(zend_string *event, zval *list, zval *callable);

#endif
