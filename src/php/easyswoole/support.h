#ifndef ES_PHP_EASYSWOOLE_SUPPORT_H
#define ES_PHP_EASYSWOOLE_SUPPORT_H

#include "php.h"

/*
 * What the EasySwoole\* classes share: declared properties read by slot, method calls without a look-up by C string,
 * and the C counterpart of try/catch.
 *
 * These functions call user code synchronously on behalf of a PHP method that is running. Callbacks of the event loop
 * do not come this way.
 */

/* Names that are needed for every message, interned once: methods in lower case, properties as declared. */
typedef enum {
    ES_NAME_ACTIONNOTFOUND,
    ES_NAME_ADD,
    ES_NAME_ADDLISTENER,
    ES_NAME_AFTERACTION,
    ES_NAME_CLOSE,
    ES_NAME_DATA,
    ES_NAME_DECODE,
    ES_NAME_DISCONNECT,
    ES_NAME_ENCODE,
    ES_NAME_EXIST,
    ES_NAME_FD,
    ES_NAME_FINISH,
    ES_NAME_GETACTION,
    ES_NAME_GETADDRESS,
    ES_NAME_GETCLIENT,
    ES_NAME_GETCONTROLLERCLASS,
    ES_NAME_GETFD,
    ES_NAME_GETONEXCEPTIONHANDLER,
    ES_NAME_GETPARSER,
    ES_NAME_GETPORT,
    ES_NAME_GETSERVERSOCKET,
    ES_NAME_GETTYPE,
    ES_NAME_HOOK,
    ES_NAME_INITIALIZE,
    ES_NAME_JSONSERIALIZE,
    ES_NAME_MAINSERVERCREATE,
    ES_NAME_ON,
    ES_NAME_ONEXCEPTION,
    ES_NAME_ONREQUEST,
    ES_NAME_OPCODE,
    ES_NAME_PUSH,
    ES_NAME_RESTORE,
    ES_NAME_SEND,
    ES_NAME_SENDTO,
    ES_NAME_SET,
    ES_NAME_SETCLIENT,
    ES_NAME_START,
    ES_NAME_COUNT,
} es_name_t;

extern zend_string *es_names[ES_NAME_COUNT];

/**
 * The value of the property in `slot`: the n-th declared one, the parent's first. Redeclaring a property in a subclass
 * does not move it. Never a reference; null when it was unset. Borrowed from the object.
 */
zval *es_slot_get(zend_object *object, uint32_t slot);

/** Stores a copy of `value` in a slot. What was there is destroyed last: its destructor may use the object. */
void es_slot_set(zend_object *object, uint32_t slot, zval *value);

/** Stores an object in a slot and takes a reference of its own. */
void es_slot_set_object(zend_object *object, uint32_t slot, zend_object *value);

/**
 * Calls a public method by name, __call() included. `result` may be NULL; else it is the caller's to destroy, and
 * undefined on failure. Returns false when an exception is pending: a missing method is an Error.
 */
bool es_call_method(zend_object *object, es_name_t name, zval *result, uint32_t argc, zval *argv);

/**
 * Reads what a getter returns. An object of exactly class `exact` is read by slot; a subclass may override the getter,
 * so it is called. `result` is the caller's to destroy. Returns false, `result` undefined, when an exception is
 * pending.
 */
bool es_get(zend_object *object, zend_class_entry *exact, uint32_t slot, es_name_t getter, zval *result);

/** Whether objects keep the property's value in a slot; some properties with hooks have none. */
static inline bool es_property_has_slot(const zend_property_info *info)
{
#ifdef ZEND_ACC_VIRTUAL
    return !(info->flags & (ZEND_ACC_STATIC | ZEND_ACC_VIRTUAL));
#else
    return !(info->flags & ZEND_ACC_STATIC);
#endif
}

/** The function behind a method that every class in question has; `lower` says which. Visibility is not checked. */
zend_function *es_find_method(zend_class_entry *ce, es_name_t name);

/**
 * `new Class(...$args)` in the scope of the running method. On failure returns false with an exception pending and
 * `object` undefined.
 */
bool es_new(zend_class_entry *ce, zval *object, uint32_t argc, zval *argv, HashTable *named);

/** As es_new for an internal class of ours whose constructor would do nothing: the bare object. */
zend_object *es_new_bare(zend_class_entry *ce);

/** Whether an exception is pending that PHP code could catch: exit() and the end of a fiber are not. */
bool es_exception_catchable(void);

/** Takes the pending exception over; the caller owns it. */
zend_object *es_exception_take(void);

/** Throws an object; takes the caller's reference over. */
void es_exception_throw(zend_object *exception);

/** TypeError for argument `number` when `value` is not callable. Returns whether it is. */
bool es_arg_callable(uint32_t number, zval *value);

/**
 * Calls any callable and drops what it returns. Returns false when the value is not callable, without an exception:
 * `error`, if given, then says why (efree it) or is NULL. The callee's exceptions stay pending, with true.
 */
bool es_call_callable(zval *callable, uint32_t argc, zval *argv, HashTable *named, char **error);

/**
 * The object in the static property $instance of the running method's class, made with the called class's
 * constructor when there is none. `result` gets a reference; on failure an exception is pending and it is null.
 */
void es_singleton(zend_execute_data *execute_data, zval *result, uint32_t argc, zval *argv, HashTable *named);

#endif
