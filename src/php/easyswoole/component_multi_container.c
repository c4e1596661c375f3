#include "php/easyswoole/component_multi_container.h"
#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_component_multi_container_arginfo.h"

zend_class_entry *es_ce_EasySwoole_Component_MultiContainer;

PHP_METHOD(EasySwoole_Component_MultiContainer, __construct)
{
    zval *allow_keys = NULL;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_OR_NULL(allow_keys)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_CONTAINER_ALLOW_KEYS, allow_keys ? allow_keys : &EG(uninitialized_zval));
}

/* The key as PHP arrays know it: a string (borrowed; it may still be a number) or an integer. */
static bool array_key(zval *key, zval *result)
{
    switch (Z_TYPE_P(key)) {
    case IS_STRING:
        ZVAL_COPY_VALUE(result, key);
        return true;
    case IS_NULL:
        ZVAL_EMPTY_STRING(result);
        return true;
    case IS_LONG:
    case IS_FALSE:
    case IS_TRUE:
    case IS_DOUBLE:
    case IS_RESOURCE:
        ZVAL_LONG(result, zval_get_long(key));
        return true;
    default:
        zend_type_error("%s cannot be a key", zend_zval_type_name(key));
        return false;
    }
}

static zval *find(HashTable *table, zval *key)
{
    return Z_TYPE_P(key) == IS_STRING ? zend_symtable_find(table, Z_STR_P(key))
                                      : zend_hash_index_find(table, Z_LVAL_P(key));
}

/* The array of all lists, for changing: no longer shared with what all() has returned. */
static HashTable *writable_items(zend_object *container)
{
    zval *items = OBJ_PROP_NUM(container, ES_CONTAINER_ITEMS);

    ZVAL_DEREF(items);
    if (Z_TYPE_P(items) != IS_ARRAY) {
        array_init(items);
    }
    SEPARATE_ARRAY(items);
    return Z_ARRVAL_P(items);
}

bool es_container_allows(zend_object *container, zval *key)
{
    zval *allowed = es_slot_get(container, ES_CONTAINER_ALLOW_KEYS), *candidate;

    if (Z_TYPE_P(allowed) != IS_ARRAY) {
        return true;
    }
    ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(allowed), candidate) {
        if (zend_compare(key, candidate) == 0) {
            return true;
        }
    }
    ZEND_HASH_FOREACH_END();
    return false;
}

void es_container_put(zend_object *container, zval *key, zval *item, bool append)
{
    zval place, list;

    if (!array_key(key, &place)) {
        return;
    }

    HashTable *items = writable_items(container);
    zval *present = append ? find(items, &place) : NULL;
    Z_TRY_ADDREF_P(item);
    if (present && Z_TYPE_P(present) == IS_ARRAY) {
        SEPARATE_ARRAY(present);
        add_next_index_zval(present, item);
        return;
    }
    array_init_size(&list, 1);
    add_next_index_zval(&list, item);

    /* The old list is destroyed last: a destructor may use the container. */
    zval old;
    ZVAL_UNDEF(&old);
    present = find(items, &place);
    if (present) {
        ZVAL_COPY_VALUE(&old, present);
        ZVAL_COPY_VALUE(present, &list);
    } else if (Z_TYPE(place) == IS_STRING) {
        zend_symtable_update(items, Z_STR(place), &list);
    } else {
        zend_hash_index_update(items, Z_LVAL(place), &list);
    }
    zval_ptr_dtor(&old);
}

static void put(INTERNAL_FUNCTION_PARAMETERS, bool append)
{
    zval *key, *item;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_ZVAL(key)
        Z_PARAM_ZVAL(item)
    ZEND_PARSE_PARAMETERS_END();

    if (!es_container_allows(Z_OBJ_P(ZEND_THIS), key)) {
        RETURN_FALSE;
    }
    es_container_put(Z_OBJ_P(ZEND_THIS), key, item, append);
    if (EG(exception)) {
        RETURN_THROWS();
    }
    RETURN_COPY(ZEND_THIS);
}

PHP_METHOD(EasySwoole_Component_MultiContainer, add)
{
    put(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(EasySwoole_Component_MultiContainer, set)
{
    put(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(EasySwoole_Component_MultiContainer, delete)
{
    zval *key, place;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(key)
    ZEND_PARSE_PARAMETERS_END();

    if (!array_key(key, &place)) {
        RETURN_THROWS();
    }
    HashTable *items = writable_items(Z_OBJ_P(ZEND_THIS));
    if (Z_TYPE(place) == IS_STRING) {
        zend_symtable_del(items, Z_STR(place));
    } else {
        zend_hash_index_del(items, Z_LVAL(place));
    }
    RETURN_COPY(ZEND_THIS);
}

PHP_METHOD(EasySwoole_Component_MultiContainer, get)
{
    zval *key, place, *items = es_slot_get(Z_OBJ_P(ZEND_THIS), ES_CONTAINER_ITEMS), *list;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(key)
    ZEND_PARSE_PARAMETERS_END();

    if (!array_key(key, &place)) {
        RETURN_THROWS();
    }
    list = Z_TYPE_P(items) == IS_ARRAY ? find(Z_ARRVAL_P(items), &place) : NULL;
    if (list) {
        RETURN_COPY_DEREF(list);
    }
}

PHP_METHOD(EasySwoole_Component_MultiContainer, all)
{
    zval *items = es_slot_get(Z_OBJ_P(ZEND_THIS), ES_CONTAINER_ITEMS);

    ZEND_PARSE_PARAMETERS_NONE();
    if (Z_TYPE_P(items) != IS_ARRAY) {
        RETURN_EMPTY_ARRAY();
    }
    RETURN_COPY(items);
}

PHP_METHOD(EasySwoole_Component_MultiContainer, clear)
{
    zval empty;

    ZEND_PARSE_PARAMETERS_NONE();
    ZVAL_EMPTY_ARRAY(&empty);
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_CONTAINER_ITEMS, &empty);
}

PHP_MINIT_FUNCTION(easyswoole_component_multi_container)
{
    es_ce_EasySwoole_Component_MultiContainer = register_class_EasySwoole_Component_MultiContainer();
    return SUCCESS;
}
