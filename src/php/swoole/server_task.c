#include "php.h"

#include "php/host.h"
#include "php/parcel.h"
#include "php/swoole/classes.h"
#include "php_easyswoole.h"
#include "php_stubs/swoole_server_task_arginfo.h"

zend_class_entry *es_ce_Swoole_Server_Task;
static zend_object_handlers handlers;

/* Declared properties, in the order of the stub. */
enum {
    TASK_DATA,
    TASK_TIME,
    TASK_ID,
    TASK_WORKER,
    TASK_FLAGS
};

typedef struct es_php_task {
    es_task_t task;
    bool real;       /* the server made it */
    zend_object std; /* last */
} es_php_task_t;

static es_php_task_t *task_from(zend_object *object)
{
    return (es_php_task_t *)((char *)object - offsetof(es_php_task_t, std));
}

static zend_object *create(zend_class_entry *ce)
{
    es_php_task_t *t = zend_object_alloc(sizeof(*t), ce);

    zend_object_std_init(&t->std, ce);
    object_properties_init(&t->std, ce);
    t->std.handlers = &handlers;
    return &t->std;
}

void es_server_task_object(zval *into, const es_task_t *task, zval *data, double now)
{
    object_init_ex(into, es_ce_Swoole_Server_Task);
    es_php_task_t *t = task_from(Z_OBJ_P(into));

    t->task = *task;
    t->real = true;
    ZVAL_COPY_VALUE(OBJ_PROP_NUM(&t->std, TASK_DATA), data);
    ZVAL_DOUBLE(OBJ_PROP_NUM(&t->std, TASK_TIME), now);
    ZVAL_LONG(OBJ_PROP_NUM(&t->std, TASK_ID), task->id);
    ZVAL_LONG(OBJ_PROP_NUM(&t->std, TASK_WORKER), task->from);
}

PHP_METHOD(Swoole_Server_Task, finish)
{
    es_php_task_t *t = task_from(Z_OBJ_P(ZEND_THIS));
    zval *data;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(data)
    ZEND_PARSE_PARAMETERS_END();

    es_host_t *host = ES_G(host);
    if (!t->real || !host || !host->server || !es_server_running(host->server)) {
        RETURN_FALSE;
    }
    RETURN_BOOL(es_parcel_finish(host, &t->task, data));
}

/* One byte in front says how the rest is packed. */
PHP_METHOD(Swoole_Server_Task, pack)
{
    es_parcel_t parcel = {0};
    zval *data;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(data)
    ZEND_PARSE_PARAMETERS_END();

    zend_string *bytes = es_parcel_pack(data, &parcel);
    if (!bytes) {
        RETURN_FALSE;
    }
    RETVAL_STR(
        zend_string_concat2(parcel.flags & ES_PARCEL_SERIALIZED ? "S" : "R", 1, ZSTR_VAL(bytes), ZSTR_LEN(bytes)));
    zend_string_release(bytes);
}

PHP_METHOD(Swoole_Server_Task, unpack)
{
    zend_string *bytes;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(bytes)
    ZEND_PARSE_PARAMETERS_END();

    if (ZSTR_LEN(bytes) == 0 || (ZSTR_VAL(bytes)[0] != 'S' && ZSTR_VAL(bytes)[0] != 'R')) {
        RETURN_FALSE;
    }
    const es_parcel_t parcel = {.flags = ZSTR_VAL(bytes)[0] == 'S' ? ES_PARCEL_SERIALIZED : 0,
                                .bytes = ZSTR_VAL(bytes) + 1,
                                .len = ZSTR_LEN(bytes) - 1};
    es_parcel_unpack(&parcel, return_value);
}

PHP_MINIT_FUNCTION(swoole_server_task)
{
    es_ce_Swoole_Server_Task = register_class_Swoole_Server_Task();
    es_ce_Swoole_Server_Task->create_object = create;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(es_php_task_t, std);
    handlers.clone_obj = NULL;
    zend_register_class_alias("swoole_server_task", es_ce_Swoole_Server_Task);
    return SUCCESS;
}
