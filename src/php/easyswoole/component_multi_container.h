#ifndef ES_PHP_EASYSWOOLE_COMPONENT_MULTI_CONTAINER_H
#define ES_PHP_EASYSWOOLE_COMPONENT_MULTI_CONTAINER_H

#include "php/easyswoole/support.h"

enum {
    ES_CONTAINER_ITEMS,
    ES_CONTAINER_ALLOW_KEYS,
};

/** Whether the container takes this key: compared loosely with the allowed ones, as in_array() does. */
bool es_container_allows(zend_object *container, zval *key);

/** Stores a copy of `item`: as the key's only one, or after the others. An impossible key is a pending TypeError. */
void es_container_put(zend_object *container, zval *key, zval *item, bool append);

#endif
