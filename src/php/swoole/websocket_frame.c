#include "php.h"
#include "zend_interfaces.h"
#include "zend_smart_str.h"

#include "php/callback.h"
#include "php/host.h"
#include "php/swoole/classes.h"
#include "php_easyswoole.h"
#include "base/mask.h"
#include "proto/ws_deflate.h"
#include "proto/ws_extension.h"
#include "proto/ws_frame.h"
#include "php_stubs/swoole_websocket_frame_arginfo.h"
#include "php_stubs/swoole_websocket_closeframe_arginfo.h"

zend_class_entry *es_ce_Swoole_WebSocket_Frame;
zend_class_entry *es_ce_Swoole_WebSocket_CloseFrame;

/* Declared properties, in the order of the stub. */
enum {
    FRAME_FD,
    FRAME_DATA,
    FRAME_OPCODE,
    FRAME_FLAGS,
    FRAME_FINISH,
};

/* What users may send: up to PONG. */
#define MAX_OPCODE 10

/* Strings of messages up to here serve the next one, too. */
#define SPARE_DATA_MAX 1024

/* Bytes that unpack() inflates at a time, at first. */
#define INFLATE_ROOM 4096

void es_frame_prepare(void)
{
    es_host_t *host = ES_G(host);

    if (!host->spare_frame) {
        zend_object *frame = zend_objects_new(es_ce_Swoole_WebSocket_Frame);

        object_properties_init(frame, es_ce_Swoole_WebSocket_Frame);
        host->spare_frame = frame;
    }
}

zend_object *es_frame_new(int64_t fd, zend_string *data, uint8_t opcode, uint8_t flags)
{
    es_host_t *host = ES_G(host);
    zend_object *frame = host->spare_frame;

    host->spare_frame = NULL;
    ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_FD), fd);
    ZVAL_STR(OBJ_PROP_NUM(frame, FRAME_DATA), data);
    ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_OPCODE), opcode);
    ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_FLAGS), flags);
    ZVAL_TRUE(OBJ_PROP_NUM(frame, FRAME_FINISH));
    return frame;
}

zend_string *es_frame_spare_data(size_t size)
{
    zend_string *data = ES_G(host)->spare_data;

    /* User code may keep the string: not for much less than it has room for. */
    if (!data || ZSTR_LEN(data) < size || ZSTR_LEN(data) - size > size / 4) {
        return NULL;
    }
    ES_G(host)->spare_data = NULL;
    return data;
}

static void recycle_data(es_host_t *host, zend_string *data)
{
    if (GC_REFCOUNT(data) > 1 || (GC_FLAGS(data) & (IS_STR_INTERNED | IS_STR_PERSISTENT)) ||
        ZSTR_LEN(data) > SPARE_DATA_MAX) {
        zend_string_release(data);
        return;
    }
    if (host->spare_data) {
        zend_string_efree(host->spare_data); /* it did not fit */
    }
    GC_TYPE_INFO(data) = GC_STRING; /* what was found out about the old text is not true of the next one */
    host->spare_data = data;
}

/* Whether a Frame can serve again. User code may have put anything into the properties. */
static bool is_recyclable(const es_host_t *host, zend_object *frame)
{
    return GC_REFCOUNT(frame) == 1 && !frame->properties && !host->spare_frame && !ES_G(calls).bailed_out &&
           !(OBJ_FLAGS(frame) & IS_OBJ_WEAKLY_REFERENCED) && Z_TYPE_P(OBJ_PROP_NUM(frame, FRAME_DATA)) == IS_STRING &&
           !Z_REFCOUNTED_P(OBJ_PROP_NUM(frame, FRAME_FD)) && !Z_REFCOUNTED_P(OBJ_PROP_NUM(frame, FRAME_OPCODE)) &&
           !Z_REFCOUNTED_P(OBJ_PROP_NUM(frame, FRAME_FLAGS)) && !Z_REFCOUNTED_P(OBJ_PROP_NUM(frame, FRAME_FINISH));
}

void es_frame_recycle(zend_object *frame)
{
    es_host_t *host = ES_G(host);
    zval object;

    if (EXPECTED(is_recyclable(host, frame))) {
        recycle_data(host, Z_STR_P(OBJ_PROP_NUM(frame, FRAME_DATA)));
        ZVAL_NULL(OBJ_PROP_NUM(frame, FRAME_DATA));
        host->spare_frame = frame;
    } else {
        ZVAL_OBJ(&object, frame);
        es_callback_release(&object);
    }
}

void es_close_frame_new(zval *into, int64_t fd, const uint8_t *payload, size_t len, uint8_t flags)
{
    zend_object *frame;
    unsigned code;
    const char *reason;
    size_t reason_len;

    object_init_ex(into, es_ce_Swoole_WebSocket_CloseFrame);
    frame = Z_OBJ_P(into);
    ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_FD), fd);
    ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_FLAGS), flags);
    ZVAL_TRUE(OBJ_PROP_NUM(frame, FRAME_FINISH));
    if (es_ws_close_parse(payload, len, &code, &reason, &reason_len) == 0 && code != ES_WS_CLOSE_NO_STATUS) {
        zend_update_property_long(frame->ce, frame, ZEND_STRL("code"), code);
        zend_update_property_stringl(frame->ce, frame, ZEND_STRL("reason"), reason ? reason : "", reason_len);
    }
}

/* The payload of a close frame out of code and reason (spec section 3.7). */
static zend_string *close_payload(zend_long code, const char *reason, size_t len)
{
    uint8_t payload[ES_WS_MAX_CONTROL];
    size_t size = es_ws_close_write(payload, (unsigned)code & 0xffff, reason, len);

    return zend_string_init((const char *)payload, size, false);
}

/* A Frame decides about everything by itself. */
static int args_of_frame(es_frame_args_t *args, zend_object *frame)
{
    zval rv, *value = zend_read_property(frame->ce, frame, ZEND_STRL("opcode"), true, &rv);

    args->opcode = zval_get_long(value);
    value = zend_read_property(frame->ce, frame, ZEND_STRL("flags"), true, &rv);
    args->flags = (uint8_t)zval_get_long(value);
    value = zend_read_property(frame->ce, frame, ZEND_STRL("finish"), true, &rv);
    if (Z_TYPE_P(value) != IS_NULL) {
        args->flags = (uint8_t)(zend_is_true(value) ? args->flags | ES_WS_FLAG_FIN : args->flags & ~ES_WS_FLAG_FIN);
    }
    if (instanceof_function(frame->ce, es_ce_Swoole_WebSocket_CloseFrame)) {
        zend_long code = zval_get_long(zend_read_property(frame->ce, frame, ZEND_STRL("code"), true, &rv));
        zend_string *reason = zval_get_string(zend_read_property(frame->ce, frame, ZEND_STRL("reason"), true, &rv));

        if (ZSTR_LEN(reason) <= ES_WS_MAX_CONTROL) {
            args->data = close_payload(code, ZSTR_VAL(reason), ZSTR_LEN(reason));
        }
        zend_string_release(reason);
        return args->data && !EG(exception) ? ES_OK : ES_E_WS_PACK_FAILED;
    }
    args->data = zval_get_string(zend_read_property(frame->ce, frame, ZEND_STRL("data"), true, &rv));
    return ES_OK;
}

int es_frame_args(es_frame_args_t *args, zval *data, zend_long opcode, zval *flags)
{
    int status = ES_OK;

    if (EXPECTED(Z_TYPE_P(data) == IS_STRING && !flags && (opcode == ES_WS_TEXT || opcode == ES_WS_BINARY))) {
        *args = (es_frame_args_t){zend_string_copy(Z_STR_P(data)), opcode, ES_WS_FLAG_FIN};
        return ES_OK;
    }
    args->data = NULL;
    ZVAL_DEREF(data);
    if (Z_TYPE_P(data) == IS_OBJECT && instanceof_function(Z_OBJCE_P(data), es_ce_Swoole_WebSocket_Frame)) {
        status = args_of_frame(args, Z_OBJ_P(data));
    } else {
        args->opcode = opcode;
        args->flags = ES_WS_FLAG_FIN;
        if (flags && Z_TYPE_P(flags) != IS_NULL) {
            args->flags = (uint8_t)zval_get_long(flags);
        }
        args->data = zval_get_string(data);
        if (opcode == ES_WS_CLOSE && ZSTR_LEN(args->data) <= ES_WS_MAX_CONTROL) {
            zend_string *reason = args->data;

            args->data = close_payload(ES_WS_CLOSE_NORMAL, ZSTR_VAL(reason), ZSTR_LEN(reason));
            zend_string_release(reason);
        }
    }
    if (status == ES_OK && (EG(exception) || args->opcode < 0 || args->opcode > MAX_OPCODE ||
                            (es_ws_is_control((uint8_t)args->opcode) && ZSTR_LEN(args->data) > ES_WS_MAX_CONTROL))) {
        status = ES_E_WS_PACK_FAILED;
    }
    if (status != ES_OK) {
        if (args->data) {
            zend_string_release(args->data);
            args->data = NULL;
        }
    } else if (es_ws_is_control((uint8_t)args->opcode)) {
        args->flags = ES_WS_FLAG_FIN;
    }
    return status;
}

static zend_string *frame_of(uint8_t opcode, uint8_t flags, const void *payload, size_t len)
{
    uint8_t header[ES_WS_MAX_HEADER];
    size_t size = es_ws_header_write(header, opcode, flags, len, NULL);
    zend_string *frame = zend_string_alloc(size + len, false);

    memcpy(ZSTR_VAL(frame), header, size);
    memcpy(ZSTR_VAL(frame) + size, payload, len);
    ZSTR_VAL(frame)[ZSTR_LEN(frame)] = '\0';
    return frame;
}

/* Whole messages can be compressed, and empty ones are not worth it (spec section 3.5). */
static bool is_compressed(const es_frame_args_t *args)
{
    const uint8_t both = ES_WS_FLAG_FIN | ES_WS_FLAG_COMPRESS;

    return (args->flags & both) == both && (args->opcode == ES_WS_TEXT || args->opcode == ES_WS_BINARY) &&
           ZSTR_LEN(args->data) > 0;
}

static zend_string *pack(es_frame_args_t *args)
{
    zend_string *frame;

    if (is_compressed(args)) {
        const es_ws_deflate_options_t options = {ES_WS_WINDOW_MAX, 6, 8};
        es_ws_deflater_t *deflater = es_ws_deflater_new(&options);
        es_buffer_t packed = {0};

        es_ws_deflate(deflater, ZSTR_VAL(args->data), ZSTR_LEN(args->data), SIZE_MAX, &packed);
        es_ws_deflater_free(deflater);
        frame = frame_of((uint8_t)args->opcode, ES_WS_FLAG_FIN | ES_WS_FLAG_RSV1, packed.data, packed.len);
        es_buffer_destroy(&packed);
    } else {
        frame =
            frame_of((uint8_t)args->opcode, args->flags & ES_WS_FLAG_FIN, ZSTR_VAL(args->data), ZSTR_LEN(args->data));
    }
    zend_string_release(args->data);
    return frame;
}

/* Inflates bytes, or what belongs behind the last ones (`pos` is NULL). @return whether they are in order */
static bool inflate_piece(smart_str *out, es_ws_inflater_t *inflater, const uint8_t *pos, const uint8_t *end)
{
    es_ws_inflated_t result;

    do {
        size_t len = out->s ? ZSTR_LEN(out->s) : 0, room = len < INFLATE_ROOM ? INFLATE_ROOM : len, written;
        uint8_t *to;

        smart_str_alloc(out, room, false);
        to = (uint8_t *)ZSTR_VAL(out->s) + len;
        result = pos ? es_ws_inflate(inflater, &pos, end, to, room, &written)
                     : es_ws_inflate_end(inflater, to, room, &written);
        ZSTR_LEN(out->s) = len + written;
    } while (result == ES_WS_INFLATE_MORE);
    return result == ES_WS_INFLATED;
}

/* The payload of a compressed frame, inflated; NULL when it is broken. */
static zend_string *inflate_payload(const zend_string *packed)
{
    const uint8_t *bytes = (const uint8_t *)ZSTR_VAL(packed);
    es_ws_pool_t pool = {0};
    es_ws_inflater_t *inflater = es_ws_inflater_take(&pool);
    smart_str out = {0};
    bool whole = inflate_piece(&out, inflater, bytes, bytes + ZSTR_LEN(packed)) &&
                 (ZSTR_LEN(packed) == 0 || inflate_piece(&out, inflater, NULL, NULL));

    es_ws_inflater_give(&pool, inflater);
    es_ws_pool_destroy(&pool);
    if (!whole) {
        smart_str_free(&out);
        return NULL;
    }
    return smart_str_extract(&out);
}

PHP_METHOD(Swoole_WebSocket_Frame, pack)
{
    zval *data, *flags = NULL;
    zend_long opcode = ES_WS_TEXT;
    es_frame_args_t args;

    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_ZVAL(data)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(opcode)
        Z_PARAM_ZVAL(flags)
    ZEND_PARSE_PARAMETERS_END();

    if (es_frame_args(&args, data, opcode, flags) != ES_OK) {
        es_host_fail(ES_E_WS_PACK_FAILED);
        RETURN_EMPTY_STRING();
    }
    RETURN_STR(pack(&args));
}

PHP_METHOD(Swoole_WebSocket_Frame, __toString)
{
    es_frame_args_t args;

    ZEND_PARSE_PARAMETERS_NONE();

    if (es_frame_args(&args, ZEND_THIS, 0, NULL) != ES_OK) {
        es_host_fail(ES_E_WS_PACK_FAILED);
        RETURN_EMPTY_STRING();
    }
    RETURN_STR(pack(&args));
}

PHP_METHOD(Swoole_WebSocket_Frame, unpack)
{
    zend_string *bytes, *data;
    es_ws_header_t header;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(bytes)
    ZEND_PARSE_PARAMETERS_END();

    if (!es_ws_header_parse(&header, (const uint8_t *)ZSTR_VAL(bytes), ZSTR_LEN(bytes)) ||
        header.length > ZSTR_LEN(bytes) - header.size) {
        es_host_fail(ES_E_PROTOCOL);
        RETURN_FALSE;
    }
    const uint8_t *payload = (const uint8_t *)ZSTR_VAL(bytes) + header.size;
    if (header.opcode == ES_WS_CLOSE && !(header.flags & ES_WS_FLAG_MASK)) {
        es_close_frame_new(return_value, 0, payload, (size_t)header.length, header.flags);
        return;
    }
    data = zend_string_alloc((size_t)header.length, false);
    if (header.flags & ES_WS_FLAG_MASK) {
        es_mask_copy((uint8_t *)ZSTR_VAL(data), payload, (size_t)header.length, header.key, 0);
    } else {
        memcpy(ZSTR_VAL(data), payload, (size_t)header.length);
    }
    ZSTR_VAL(data)[header.length] = '\0';
    if (header.opcode == ES_WS_CLOSE) {
        es_close_frame_new(return_value, 0, (const uint8_t *)ZSTR_VAL(data), ZSTR_LEN(data), header.flags);
        zend_string_release(data);
        return;
    }
    if ((header.flags & ES_WS_FLAG_RSV1) && (header.flags & ES_WS_FLAG_FIN)) {
        zend_string *packed = data;

        data = inflate_payload(packed);
        zend_string_release(packed);
        if (!data) {
            es_host_fail(ES_E_WS_UNPACK_FAILED);
            RETURN_FALSE;
        }
        header.flags |= ES_WS_FLAG_COMPRESS;
    }
    object_init_ex(return_value, es_ce_Swoole_WebSocket_Frame);
    zend_object *frame = Z_OBJ_P(return_value);
    zval_ptr_dtor(OBJ_PROP_NUM(frame, FRAME_DATA));
    ZVAL_STR(OBJ_PROP_NUM(frame, FRAME_DATA), data);
    ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_OPCODE), header.opcode);
    ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_FLAGS), header.flags);
    ZVAL_BOOL(OBJ_PROP_NUM(frame, FRAME_FINISH), (header.flags & ES_WS_FLAG_FIN) != 0);
}

PHP_MINIT_FUNCTION(swoole_websocket_frame)
{
    es_ce_Swoole_WebSocket_Frame = register_class_Swoole_WebSocket_Frame(zend_ce_stringable);
    zend_register_class_alias("swoole_websocket_frame", es_ce_Swoole_WebSocket_Frame);
    es_ce_Swoole_WebSocket_CloseFrame = register_class_Swoole_WebSocket_CloseFrame(es_ce_Swoole_WebSocket_Frame);
    zend_register_class_alias("swoole_websocket_closeframe", es_ce_Swoole_WebSocket_CloseFrame);
    return SUCCESS;
}
