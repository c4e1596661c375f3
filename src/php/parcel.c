#include "php/parcel.h"

#include "ext/standard/php_var.h"
#include "zend_smart_str.h"

zend_string *es_parcel_pack(zval *value, es_parcel_t *parcel)
{
    zend_string *bytes;

    ZVAL_DEREF(value);
    if (Z_TYPE_P(value) == IS_STRING) {
        bytes = zend_string_copy(Z_STR_P(value));
    } else {
        php_serialize_data_t memory;
        smart_str out = {0};

        PHP_VAR_SERIALIZE_INIT(memory);
        php_var_serialize(&out, value, &memory);
        PHP_VAR_SERIALIZE_DESTROY(memory);
        if (EG(exception) || !out.s) {
            smart_str_free(&out);
            return NULL;
        }
        smart_str_0(&out);
        bytes = out.s;
        parcel->flags |= ES_PARCEL_SERIALIZED;
    }
    parcel->bytes = ZSTR_VAL(bytes);
    parcel->len = ZSTR_LEN(bytes);
    return bytes;
}

void es_parcel_unpack(const es_parcel_t *parcel, zval *into)
{
    if (parcel->flags & ES_PARCEL_SERIALIZED) {
        php_unserialize_data_t memory;
        const unsigned char *pos = parcel->bytes, *end = pos + parcel->len;

        ZVAL_NULL(into);
        PHP_VAR_UNSERIALIZE_INIT(memory);
        if (!php_var_unserialize(into, &pos, end, &memory)) {
            zval_ptr_dtor(into);
            ZVAL_NULL(into);
        } else if (Z_ISREF_P(into)) {
            zend_unwrap_reference(into);
        }
        PHP_VAR_UNSERIALIZE_DESTROY(memory);
    } else {
        ZVAL_STRINGL(into, parcel->bytes, parcel->len);
    }
}

bool es_parcel_finish(es_host_t *host, const es_task_t *task, zval *data)
{
    es_parcel_t parcel = {.id = task->id, .flags = task->flags & ES_PARCEL_WAITS};
    zend_string *packed;
    int status;

    if (task->flags & ES_PARCEL_NO_REPLY) {
        return es_host_fail(ES_E_WRONG_OPERATION);
    }
    packed = es_parcel_pack(data, &parcel);
    if (!packed) {
        return false;
    }
    status = es_task_finish(host->server, task->from, &parcel);
    zend_string_release(packed);
    return status == ES_OK || es_host_fail(status);
}
