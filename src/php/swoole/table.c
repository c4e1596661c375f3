#include "php.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"
#include "ext/spl/spl_iterators.h"

#include "base/status.h"
#include "php/host.h"
#include "php/swoole/classes.h"
#include "server/table.h"
#include "php_stubs/swoole_table_arginfo.h"

zend_class_entry *es_ce_Swoole_Table;
static zend_object_handlers handlers;

typedef struct es_table_object {
    es_table_t table; /* without size before the constructor and after destroy() */
    uint8_t *data;    /* owned; a copy of a row; NULL until needed */
    unsigned busy;    /* set() calls that may run user code */
    /* The iterator's current row. */
    uint32_t position;
    zend_string *key; /* owned; NULL: none */
    zval row;         /* owned */
    zend_object std;  /* last */
} es_table_object_t;

static es_table_object_t *object_from(zend_object *object)
{
    return (es_table_object_t *)((char *)object - offsetof(es_table_object_t, std));
}

static zend_object *create(zend_class_entry *ce)
{
    es_table_object_t *o = zend_object_alloc(sizeof(*o), ce);

    zend_object_std_init(&o->std, ce);
    object_properties_init(&o->std, ce);
    o->std.handlers = &handlers;
    return &o->std;
}

static void leave_row(es_table_object_t *o)
{
    if (o->key) {
        zend_string_release(o->key);
        o->key = NULL;
        zval_ptr_dtor(&o->row);
        ZVAL_UNDEF(&o->row);
    }
}

static void free_table(es_table_object_t *o)
{
    leave_row(o);
    if (o->data) {
        efree(o->data);
        o->data = NULL;
    }
    es_table_destroy(&o->table);
}

static void free_object(zend_object *object)
{
    free_table(object_from(object));
    zend_object_std_dtor(object);
}

static es_table_object_t *constructed(zval *this)
{
    es_table_object_t *o = object_from(Z_OBJ_P(this));

    if (!o->table.size) {
        zend_throw_error(NULL, "table is not constructed or has been destroyed");
        return NULL;
    }
    return o;
}

/* The object, with its table ready for use; else NULL with an exception. */
static es_table_object_t *created(zval *this)
{
    es_table_object_t *o = object_from(Z_OBJ_P(this));

    if (!o->table.shared) {
        zend_throw_error(NULL, "table is not created or has been destroyed");
        return NULL;
    }
    if (!o->data) {
        o->data = safe_emalloc(1, o->table.data_size, 1);
    }
    return o;
}

static void column_value(const es_table_t *table, uint32_t column, const uint8_t *data, zval *into)
{
    size_t len;

    switch (table->columns[column].type) {
    case ES_TABLE_INT:
        ZVAL_LONG(into, (zend_long)es_table_integer(table, column, data));
        break;
    case ES_TABLE_FLOAT:
        ZVAL_DOUBLE(into, es_table_number(table, column, data));
        break;
    default: {
        const char *text = es_table_text(table, column, data, &len);

        ZVAL_STRINGL_FAST(into, text, len);
    }
    }
}

static void row_value(const es_table_t *table, const uint8_t *data, zval *into)
{
    zval value;

    array_init_size(into, (uint32_t)table->column_count);
    for (uint32_t i = 0; i < table->column_count; i++) {
        const es_table_column_t *column = &table->columns[i];

        column_value(table, i, data, &value);
        zend_symtable_str_update(Z_ARRVAL_P(into), column->name, column->name_len, &value);
    }
}

PHP_METHOD(Swoole_Table, __construct)
{
    es_table_object_t *o = object_from(Z_OBJ_P(ZEND_THIS));
    zend_long size;
    double overflow = 0.2;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_LONG(size)
        Z_PARAM_OPTIONAL
        Z_PARAM_DOUBLE(overflow)
    ZEND_PARSE_PARAMETERS_END();

    if (o->table.size) {
        zend_throw_error(NULL, "Constructor of %s can only be called once", ZSTR_VAL(o->std.ce->name));
        RETURN_THROWS();
    }
    es_table_init(&o->table, size, overflow);
}

PHP_METHOD(Swoole_Table, column)
{
    zend_string *name;
    zend_long type, size = 0;

    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_STR(name)
        Z_PARAM_LONG(type)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(size)
    ZEND_PARSE_PARAMETERS_END();

    es_table_object_t *o = constructed(ZEND_THIS);
    if (!o) {
        RETURN_THROWS();
    }
    int type_number = type >= ES_TABLE_INT && type <= ES_TABLE_STRING ? (int)type : 0;
    int status = es_table_add_column(&o->table, ZSTR_VAL(name), ZSTR_LEN(name), type_number, size);
    if (status == ES_OK) {
        RETURN_TRUE;
    }
    if (status == ES_E_WRONG_OPERATION) {
        php_error_docref(NULL, E_WARNING, "unable to add column after table has been created");
    } else if (!type_number) {
        php_error_docref(NULL, E_WARNING, "unknown column type " ZEND_LONG_FMT, type);
    } else if (es_table_find_column(&o->table, ZSTR_VAL(name), ZSTR_LEN(name)) >= 0) {
        php_error_docref(NULL, E_WARNING, "there is a column[%s] already", ZSTR_VAL(name));
    } else {
        php_error_docref(NULL, E_WARNING, "the size of column[%s] must be more than 0 and less than 2 GiB",
                         ZSTR_VAL(name));
    }
    RETURN_BOOL(es_host_fail(status));
}

PHP_METHOD(Swoole_Table, create)
{
    ZEND_PARSE_PARAMETERS_NONE();

    es_table_object_t *o = constructed(ZEND_THIS);
    if (!o) {
        RETURN_THROWS();
    }
    int status = es_table_create(&o->table);
    if (status != ES_OK) {
        php_error_docref(NULL, E_WARNING,
                         status == ES_E_NOMEM ? "unable to allocate memory" : "the table has been created already");
        RETURN_BOOL(es_host_fail(status));
    }
    zend_update_property_long(es_ce_Swoole_Table, &o->std, ZEND_STRL("size"), o->table.size);
    zend_update_property_long(es_ce_Swoole_Table, &o->std, ZEND_STRL("memorySize"), (zend_long)o->table.memory_size);
    RETURN_TRUE;
}

PHP_METHOD(Swoole_Table, destroy)
{
    ZEND_PARSE_PARAMETERS_NONE();

    es_table_object_t *o = created(ZEND_THIS);
    if (!o) {
        RETURN_THROWS();
    }
    if (o->busy) {
        zend_throw_error(NULL, "table is being written");
        RETURN_THROWS();
    }
    free_table(o);
    RETURN_TRUE;
}

/* Only where a key is stored; what looks it up cuts it off in the same way. */
static void check_key(const zend_string *key)
{
    if (ZSTR_LEN(key) > ES_TABLE_KEY_MAX) {
        php_error_docref(NULL, E_WARNING, "key[%s] is too long", ZSTR_VAL(key));
    }
}

static bool result(int status, const zend_string *key)
{
    if (status != ES_OK) {
        php_error_docref(NULL, E_WARNING, "failed to set('%s'), unable to allocate memory", ZSTR_VAL(key));
        return es_host_fail(status);
    }
    return true;
}

/* Takes the values for known columns out of an array. What converts them may run user code. */
static size_t collect(const es_table_t *table, HashTable *array, const zend_string *key, es_table_value_t *values,
                      zend_string **strings)
{
    size_t count = 0;

    for (uint32_t i = 0; i < table->column_count && !EG(exception); i++) {
        const es_table_column_t *column = &table->columns[i];
        zval *given = zend_symtable_str_find(array, column->name, column->name_len);

        if (!given) {
            continue;
        }
        strings[count] = NULL;
        values[count].column = i;
        switch (column->type) {
        case ES_TABLE_INT:
            values[count].integer = zval_get_long(given);
            break;
        case ES_TABLE_FLOAT:
            values[count].number = zval_get_double(given);
            break;
        default:
            strings[count] = zval_get_string(given);
            values[count].text.bytes = ZSTR_VAL(strings[count]);
            values[count].text.len = ZSTR_LEN(strings[count]);
            if (ZSTR_LEN(strings[count]) > column->size) {
                php_error_docref(NULL, E_WARNING, "[key=%s,field=%s]string value is too long", ZSTR_VAL(key),
                                 column->name);
            }
        }
        count++;
    }
    return count;
}

PHP_METHOD(Swoole_Table, set)
{
    zend_string *key;
    HashTable *array;
    bool stored = false;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_STR(key)
        Z_PARAM_ARRAY_HT(array)
    ZEND_PARSE_PARAMETERS_END();

    es_table_object_t *o = created(ZEND_THIS);
    if (!o) {
        RETURN_THROWS();
    }
    check_key(key);
    size_t columns = o->table.column_count;
    es_table_value_t *values = safe_emalloc(columns, sizeof(*values) + sizeof(zend_string *), 1);
    zend_string **strings = (zend_string **)(values + columns);
    o->busy++;
    size_t count = collect(&o->table, array, key, values, strings);
    o->busy--;
    if (!EG(exception)) {
        stored = result(es_table_set(&o->table, ZSTR_VAL(key), ZSTR_LEN(key), values, count), key);
    }
    for (size_t i = 0; i < count; i++) {
        if (strings[i]) {
            zend_string_release(strings[i]);
        }
    }
    efree(values);
    RETURN_BOOL(stored);
}

PHP_METHOD(Swoole_Table, get)
{
    zend_string *key, *field = NULL;
    int column = -1;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_STR(key)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(field)
    ZEND_PARSE_PARAMETERS_END();

    es_table_object_t *o = created(ZEND_THIS);
    if (!o) {
        RETURN_THROWS();
    }
    if (field && ZSTR_LEN(field) > 0) {
        column = es_table_find_column(&o->table, ZSTR_VAL(field), ZSTR_LEN(field));
        if (column < 0) {
            RETURN_FALSE;
        }
    }
    if (!es_table_get(&o->table, ZSTR_VAL(key), ZSTR_LEN(key), column, o->data)) {
        RETURN_FALSE;
    }
    if (column >= 0) {
        column_value(&o->table, (uint32_t)column, o->data, return_value);
    } else {
        row_value(&o->table, o->data, return_value);
    }
}

PHP_METHOD(Swoole_Table, del)
{
    zend_string *key;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(key)
    ZEND_PARSE_PARAMETERS_END();

    es_table_object_t *o = created(ZEND_THIS);
    if (!o) {
        RETURN_THROWS();
    }
    RETURN_BOOL(es_table_delete(&o->table, ZSTR_VAL(key), ZSTR_LEN(key)));
}

PHP_METHOD(Swoole_Table, exists)
{
    zend_string *key;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(key)
    ZEND_PARSE_PARAMETERS_END();

    es_table_object_t *o = created(ZEND_THIS);
    if (!o) {
        RETURN_THROWS();
    }
    RETURN_BOOL(es_table_exists(&o->table, ZSTR_VAL(key), ZSTR_LEN(key)));
}

static void add(INTERNAL_FUNCTION_PARAMETERS, bool negative)
{
    zend_string *key, *name;
    zval *by = NULL;
    es_table_value_t value;

    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_STR(key)
        Z_PARAM_STR(name)
        Z_PARAM_OPTIONAL
        Z_PARAM_NUMBER(by)
    ZEND_PARSE_PARAMETERS_END();

    es_table_object_t *o = created(ZEND_THIS);
    if (!o) {
        RETURN_THROWS();
    }
    int column = es_table_find_column(&o->table, ZSTR_VAL(name), ZSTR_LEN(name));
    if (column < 0) {
        php_error_docref(NULL, E_WARNING, "column[%s] does not exist", ZSTR_VAL(name));
        RETURN_BOOL(es_host_fail(ES_E_INVALID_PARAMS));
    }
    es_table_type_t type = o->table.columns[column].type;
    if (type == ES_TABLE_STRING) {
        php_error_docref(NULL, E_WARNING, "can't execute 'incr' or 'decr' on the string type column[%s]",
                         ZSTR_VAL(name));
        RETURN_BOOL(es_host_fail(ES_E_INVALID_PARAMS));
    }
    check_key(key);
    if (EG(exception)) {
        RETURN_THROWS();
    }
    value.column = (uint32_t)column;
    if (type == ES_TABLE_INT) {
        value.integer = by ? zval_get_long(by) : 1;
        value.integer = negative ? (int64_t)(0 - (uint64_t)value.integer) : value.integer;
    } else {
        value.number = by ? zval_get_double(by) : 1;
        value.number = negative ? -value.number : value.number;
    }
    if (!result(es_table_add(&o->table, ZSTR_VAL(key), ZSTR_LEN(key), &value), key)) {
        RETURN_FALSE;
    }
    if (type == ES_TABLE_INT) {
        RETURN_LONG((zend_long)value.integer);
    }
    RETURN_DOUBLE(value.number);
}

PHP_METHOD(Swoole_Table, incr)
{
    add(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Swoole_Table, decr)
{
    add(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Swoole_Table, count)
{
    es_table_stats_t stats;

    ZEND_PARSE_PARAMETERS_NONE();

    es_table_object_t *o = object_from(Z_OBJ_P(ZEND_THIS));
    if (!o->table.shared) {
        RETURN_LONG(0);
    }
    es_table_stats(&o->table, &stats);
    RETURN_LONG((zend_long)stats.rows);
}

PHP_METHOD(Swoole_Table, getSize)
{
    ZEND_PARSE_PARAMETERS_NONE();

    es_table_object_t *o = constructed(ZEND_THIS);
    if (!o) {
        RETURN_THROWS();
    }
    RETURN_LONG(o->table.size);
}

PHP_METHOD(Swoole_Table, getMemorySize)
{
    ZEND_PARSE_PARAMETERS_NONE();

    es_table_object_t *o = constructed(ZEND_THIS);
    if (!o) {
        RETURN_THROWS();
    }
    RETURN_LONG((zend_long)o->table.memory_size);
}

PHP_METHOD(Swoole_Table, stats)
{
    es_table_stats_t stats;

    ZEND_PARSE_PARAMETERS_NONE();

    es_table_object_t *o = object_from(Z_OBJ_P(ZEND_THIS));
    if (!o->table.shared) {
        RETURN_FALSE;
    }
    es_table_stats(&o->table, &stats);
    array_init(return_value);
    add_assoc_long(return_value, "num", (zend_long)stats.rows);
    add_assoc_long(return_value, "conflict_count", (zend_long)stats.conflicts);
    add_assoc_long(return_value, "conflict_max_level", (zend_long)stats.longest);
    add_assoc_long(return_value, "insert_count", (zend_long)stats.inserts);
    add_assoc_long(return_value, "update_count", (zend_long)stats.updates);
    add_assoc_long(return_value, "delete_count", (zend_long)stats.deletes);
    add_assoc_long(return_value, "available_slice_num", (zend_long)(o->table.capacity - stats.rows));
    add_assoc_long(return_value, "total_slice_num", (zend_long)o->table.capacity);
}

static void go_on(es_table_object_t *o)
{
    char key[ES_TABLE_KEY_MAX];
    size_t len;

    leave_row(o);
    if (es_table_next(&o->table, &o->position, key, &len, o->data)) {
        o->key = zend_string_init(key, len, false);
        row_value(&o->table, o->data, &o->row);
    }
}

PHP_METHOD(Swoole_Table, rewind)
{
    ZEND_PARSE_PARAMETERS_NONE();

    es_table_object_t *o = created(ZEND_THIS);
    if (!o) {
        RETURN_THROWS();
    }
    o->position = 0;
    go_on(o);
}

PHP_METHOD(Swoole_Table, next)
{
    ZEND_PARSE_PARAMETERS_NONE();

    es_table_object_t *o = created(ZEND_THIS);
    if (!o) {
        RETURN_THROWS();
    }
    go_on(o);
}

PHP_METHOD(Swoole_Table, valid)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_BOOL(object_from(Z_OBJ_P(ZEND_THIS))->key != NULL);
}

PHP_METHOD(Swoole_Table, current)
{
    es_table_object_t *o = object_from(Z_OBJ_P(ZEND_THIS));

    ZEND_PARSE_PARAMETERS_NONE();
    if (o->key) {
        RETURN_COPY(&o->row);
    }
}

PHP_METHOD(Swoole_Table, key)
{
    es_table_object_t *o = object_from(Z_OBJ_P(ZEND_THIS));

    ZEND_PARSE_PARAMETERS_NONE();
    if (o->key) {
        RETURN_STR_COPY(o->key);
    }
}

PHP_MINIT_FUNCTION(swoole_table)
{
    es_ce_Swoole_Table = register_class_Swoole_Table(zend_ce_iterator, zend_ce_countable);
    es_ce_Swoole_Table->create_object = create;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(es_table_object_t, std);
    handlers.free_obj = free_object;
    handlers.clone_obj = NULL;
    zend_register_class_alias("swoole_table", es_ce_Swoole_Table);
    return SUCCESS;
}
