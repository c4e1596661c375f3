#include "php/easyswoole/support.h"
#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_spl_spl_bean_arginfo.h"
#include "ext/json/php_json.h"
#include "ext/json/php_json_parser.h"
#include "zend_smart_str.h"

zend_class_entry *es_ce_EasySwoole_Spl_SplBean;

/* A bean's fields: declared, not static, public or protected. */
static bool is_field(const zend_property_info *info)
{
    return !(info->flags & (ZEND_ACC_STATIC | ZEND_ACC_PRIVATE));
}

/* Typed fields without a value that may be null become null: reading them is then no error. */
static void initialize_typed_fields(zend_object *bean)
{
    zend_property_info *info;

    ZEND_HASH_FOREACH_PTR(&bean->ce->properties_info, info) {
        if (is_field(info) && es_property_has_slot(info) && !(info->flags & ZEND_ACC_READONLY) &&
            Z_ISUNDEF_P(OBJ_PROP(bean, info->offset)) && ZEND_TYPE_ALLOW_NULL(info->type)) {
            ZVAL_NULL(OBJ_PROP(bean, info->offset));
        }
    }
    ZEND_HASH_FOREACH_END();
}

PHP_METHOD(EasySwoole_Spl_SplBean, __construct)
{
    zend_object *bean = Z_OBJ_P(ZEND_THIS);
    zval *data = NULL;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_OR_NULL(data)
    ZEND_PARSE_PARAMETERS_END();

    initialize_typed_fields(bean);
    if (data && zend_hash_num_elements(Z_ARRVAL_P(data)) > 0 && !es_call_method(bean, ES_NAME_RESTORE, NULL, 1, data)) {
        RETURN_THROWS();
    }
    zend_call_known_instance_method_with_0_params(es_find_method(bean->ce, ES_NAME_INITIALIZE), bean, NULL);
}

PHP_METHOD(EasySwoole_Spl_SplBean, initialize)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(EasySwoole_Spl_SplBean, allProperty)
{
    zend_property_info *info;
    zend_string *name;

    ZEND_PARSE_PARAMETERS_NONE();
    array_init(return_value);
    ZEND_HASH_FOREACH_STR_KEY_PTR(&Z_OBJCE_P(ZEND_THIS)->properties_info, name, info) {
        if (is_field(info)) {
            add_next_index_str(return_value, zend_string_copy(name));
        }
    }
    ZEND_HASH_FOREACH_END();
}

/* The value of a field; the caller owns it. A typed field without a value is an Error, as for PHP code. */
static void read_field(zend_object *bean, zend_string *name, zval *result)
{
    zval copy, *value = zend_read_property_ex(bean->ce, bean, name, false, &copy);

    ZVAL_COPY_DEREF(result, value);
    if (value == &copy) {
        zval_ptr_dtor(&copy);
    }
}

static bool has_value(zend_object *bean, zend_property_info *info)
{
    return !es_property_has_slot(info) || !Z_ISUNDEF_P(OBJ_PROP(bean, info->offset));
}

PHP_METHOD(EasySwoole_Spl_SplBean, getProperty)
{
    zval *name;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(name)
    ZEND_PARSE_PARAMETERS_END();

    zend_object *bean = Z_OBJ_P(ZEND_THIS);
    zend_string *text = zval_try_get_string(name);
    if (!text) {
        RETURN_THROWS();
    }
    zend_property_info *info = zend_hash_find_ptr(&bean->ce->properties_info, text);
    if (info && is_field(info)) {
        read_field(bean, text, return_value);
    }
    zend_string_release(text);
}

PHP_METHOD(EasySwoole_Spl_SplBean, jsonSerialize)
{
    zend_object *bean = Z_OBJ_P(ZEND_THIS);
    zend_property_info *info;
    zend_string *name;
    zval value, nested;

    ZEND_PARSE_PARAMETERS_NONE();
    array_init(return_value);
    ZEND_HASH_FOREACH_STR_KEY_PTR(&bean->ce->properties_info, name, info) {
        if (!is_field(info)) {
            continue;
        }
        if (has_value(bean, info)) {
            read_field(bean, name, &value);
        } else {
            ZVAL_NULL(&value);
        }
        /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): zvals are set whole */
        if (Z_TYPE(value) == IS_OBJECT && instanceof_function(Z_OBJCE(value), es_ce_EasySwoole_Spl_SplBean)) {
            es_call_method(Z_OBJ(value), ES_NAME_JSONSERIALIZE, &nested, 0, NULL);
            zval_ptr_dtor(&value);
            ZVAL_COPY_VALUE(&value, &nested);
        }
        if (EG(exception)) {
            zval_ptr_dtor(&value);
            RETURN_THROWS();
        }
        zend_hash_update(Z_ARRVAL_P(return_value), name, &value);
    }
    ZEND_HASH_FOREACH_END();
}

typedef enum {
    KEEP_ALL,
    KEEP_NOT_NULL,
    KEEP_NOT_EMPTY,
    KEEP_NULL,
    KEEP_EMPTY,
    KEEP_CALLABLE,
} keep_t;

/* What the filter argument of toArray() asks for. A number that is no constant keeps everything. */
static bool parse_filter(zval *filter, keep_t *keep)
{
    zend_long number;

    *keep = KEEP_ALL;
    if (!filter || Z_TYPE_P(filter) == IS_NULL) {
        return true;
    }
    if (Z_TYPE_P(filter) == IS_LONG) {
        number = Z_LVAL_P(filter);
    } else if (zend_is_callable(filter, 0, NULL)) {
        *keep = KEEP_CALLABLE;
        return true;
    } else if (EG(exception)) {
        return false;
    } else if (Z_TYPE_P(filter) >= IS_ARRAY || !zend_parse_arg_long_weak(filter, &number, 1)) {
        if (!EG(exception)) {
            zend_argument_type_error(1, "must be of type callable|int|null, %s given", zend_zval_type_name(filter));
        }
        return false;
    }
    if (number >= KEEP_NOT_NULL && number <= KEEP_EMPTY) {
        *keep = (keep_t)number;
    }
    return true;
}

static bool keeps(keep_t keep, zval *filter, zval *value)
{
    zval verdict;

    switch (keep) {
    case KEEP_NOT_NULL:
        return Z_TYPE_P(value) != IS_NULL;
    case KEEP_NOT_EMPTY:
        return zend_is_true(value);
    case KEEP_NULL:
        return Z_TYPE_P(value) == IS_NULL;
    case KEEP_EMPTY:
        return !zend_is_true(value);
    case KEEP_CALLABLE:
        ZVAL_UNDEF(&verdict);
        if (call_user_function(NULL, NULL, filter, &verdict, 1, value) != SUCCESS || Z_ISUNDEF(verdict)) {
            return false;
        }
        bool kept = zend_is_true(&verdict);
        zval_ptr_dtor(&verdict);
        return kept;
    default:
        return true;
    }
}

PHP_METHOD(EasySwoole_Spl_SplBean, toArray)
{
    zval *filter = NULL, *value, all;
    zend_string *name;
    zend_ulong index;
    keep_t keep;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_ZVAL(filter)
    ZEND_PARSE_PARAMETERS_END();

    if (!parse_filter(filter, &keep) || !es_call_method(Z_OBJ_P(ZEND_THIS), ES_NAME_JSONSERIALIZE, &all, 0, NULL)) {
        RETURN_THROWS();
    }
    if (keep == KEEP_ALL || Z_TYPE(all) != IS_ARRAY) {
        RETURN_COPY_VALUE(&all);
    }
    array_init(return_value);
    ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL(all), index, name, value) {
        if (keeps(keep, filter, value)) {
            Z_TRY_ADDREF_P(value);
            if (name) {
                zend_hash_update(Z_ARRVAL_P(return_value), name, value);
            } else {
                zend_hash_index_update(Z_ARRVAL_P(return_value), index, value);
            }
        }
        if (EG(exception)) {
            break;
        }
    }
    ZEND_HASH_FOREACH_END();
    zval_ptr_dtor(&all);
}

PHP_METHOD(EasySwoole_Spl_SplBean, __toString)
{
    smart_str json = {0};
    zval data;

    ZEND_PARSE_PARAMETERS_NONE();
    if (!es_call_method(Z_OBJ_P(ZEND_THIS), ES_NAME_JSONSERIALIZE, &data, 0, NULL)) {
        RETURN_THROWS();
    }

    int failed = php_json_encode_ex(&json, &data, 0, PHP_JSON_PARSER_DEFAULT_DEPTH);
    zval_ptr_dtor(&data);
    if (failed || !json.s) {
        smart_str_free(&json);
        RETURN_EMPTY_STRING(); /* what cannot be encoded is false there, and that is '' as a string */
    }
    smart_str_0(&json);
    RETURN_STR(json.s);
}

PHP_METHOD(EasySwoole_Spl_SplBean, restore)
{
    zend_object *bean = Z_OBJ_P(ZEND_THIS);
    zend_property_info *info;
    zend_string *name;
    zval *data = NULL, *value;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY(data)
    ZEND_PARSE_PARAMETERS_END();

    if (data) {
        ZEND_HASH_FOREACH_STR_KEY_PTR(&bean->ce->properties_info, name, info) {
            value = is_field(info) ? zend_hash_find(Z_ARRVAL_P(data), name) : NULL;
            if (!value) {
                continue;
            }
            ZVAL_DEREF(value);
            zend_update_property_ex(bean->ce, bean, name, value);
            if (EG(exception)) {
                RETURN_THROWS();
            }
        }
        ZEND_HASH_FOREACH_END();
    }
    RETURN_COPY(ZEND_THIS);
}

PHP_MINIT_FUNCTION(easyswoole_spl_spl_bean)
{
    es_ce_EasySwoole_Spl_SplBean = register_class_EasySwoole_Spl_SplBean(php_json_serializable_ce);
    return SUCCESS;
}
