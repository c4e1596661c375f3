#include "unit.h"

#include "proto/ws_frame.h"

#define KEY "\x01\x02\x03\x04"

typedef struct header_row {
    const char *name, *bytes;
    size_t size;
    uint8_t opcode, flags;
    uint64_t length;
    bool shortest; /* es_ws_header_write() gives the same bytes */
} header_row_t;

static const header_row_t headers[] = {
    {"text, FIN, empty", BYTES("\x81\x00"), ES_WS_TEXT, ES_WS_FLAG_FIN, 0, true},
    {"binary without FIN", BYTES("\x02\x05"), ES_WS_BINARY, 0, 5, true},
    {"continuation", BYTES("\x00\x01"), ES_WS_CONTINUATION, 0, 1, true},
    {"close", BYTES("\x88\x02"), ES_WS_CLOSE, ES_WS_FLAG_FIN, 2, true},
    {"ping", BYTES("\x89\x7d"), ES_WS_PING, ES_WS_FLAG_FIN, 125, true},
    {"pong, masked", BYTES("\x8a\x80" KEY), ES_WS_PONG, ES_WS_FLAG_FIN | ES_WS_FLAG_MASK, 0, true},
    {"reserved bit 1", BYTES("\xc1\x00"), ES_WS_TEXT, ES_WS_FLAG_FIN | ES_WS_FLAG_RSV1, 0, true},
    {"reserved bit 2", BYTES("\xa1\x00"), ES_WS_TEXT, ES_WS_FLAG_FIN | ES_WS_FLAG_RSV2, 0, true},
    {"reserved bit 3", BYTES("\x91\x00"), ES_WS_TEXT, ES_WS_FLAG_FIN | ES_WS_FLAG_RSV3, 0, true},
    {"reserved opcode", BYTES("\x8f\x00"), 15, ES_WS_FLAG_FIN, 0, true},
    {"126 bytes", BYTES("\x82\x7e\x00\x7e"), ES_WS_BINARY, ES_WS_FLAG_FIN, 126, true},
    {"65535 bytes", BYTES("\x82\x7e\xff\xff"), ES_WS_BINARY, ES_WS_FLAG_FIN, 65535, true},
    {"65536 bytes", BYTES("\x82\x7f\0\0\0\0\0\x01\0\0"), ES_WS_BINARY, ES_WS_FLAG_FIN, 65536, true},
    {"65536 bytes, masked", BYTES("\x82\xff\0\0\0\0\0\x01\0\0" KEY), ES_WS_BINARY, ES_WS_FLAG_FIN | ES_WS_FLAG_MASK,
     65536, true},
    {"300 bytes, masked", BYTES("\x82\xfe\x01\x2c" KEY), ES_WS_BINARY, ES_WS_FLAG_FIN | ES_WS_FLAG_MASK, 300, true},
    {"every bit of the length", BYTES("\x82\x7f\xff\xff\xff\xff\xff\xff\xff\xff"), ES_WS_BINARY, ES_WS_FLAG_FIN,
     UINT64_MAX, true},
    {"5 in 16 bits", BYTES("\x82\x7e\x00\x05"), ES_WS_BINARY, ES_WS_FLAG_FIN, 5, false},
    {"5 in 64 bits", BYTES("\x82\x7f\0\0\0\0\0\0\0\x05"), ES_WS_BINARY, ES_WS_FLAG_FIN, 5, false},
};

static void header_is_read_and_written(void **state)
{
    const header_row_t *row = *state;
    const uint8_t *bytes = (const uint8_t *)row->bytes;
    bool masked = (row->flags & ES_WS_FLAG_MASK) != 0;
    uint8_t out[ES_WS_MAX_HEADER];
    es_ws_header_t h;

    for (size_t len = 0; len < row->size; len++) {
        assert_false(es_ws_header_parse(&h, bytes, len));
    }
    assert_true(es_ws_header_parse(&h, bytes, row->size));
    assert_int_equal(h.opcode, row->opcode);
    assert_int_equal(h.flags, row->flags);
    assert_int_equal(h.size, row->size);
    assert_true(h.length == row->length);
    assert_memory_equal(h.key, masked ? KEY : "\0\0\0\0", 4);
    if (row->shortest) {
        size_t size = es_ws_header_write(out, h.opcode, h.flags, h.length, masked ? h.key : NULL);

        assert_int_equal(size, row->size);
        assert_memory_equal(out, row->bytes, size);
    }
}

static void only_a_key_masks(void **state)
{
    uint8_t out[ES_WS_MAX_HEADER];

    (void)state;
    assert_int_equal(es_ws_header_write(out, ES_WS_TEXT, ES_WS_FLAG_FIN | ES_WS_FLAG_MASK, 1, NULL), 2);
    assert_memory_equal(out, "\x81\x01", 2);
}

static void close_codes_by_class(void **state)
{
    (void)state;
    for (unsigned code = 0; code <= 70000; code++) {
        bool valid = es_ws_close_code_valid(code);

        switch (code) {
        case 1000:
        case 1001:
        case 1002:
        case 1003:
        case 1007:
        case 1008:
        case 1009:
        case 1010:
        case 1011:
        case 1012:
        case 1013:
        case 1014:
            assert_true(valid);
            break;
        default:
            /* 0-999 unused; 1004-1006 and 1015 never on the wire; 1016-2999 for the protocol's future. */
            assert_int_equal(valid, code >= 3000 && code <= 4999);
        }
    }
}

typedef struct close_row {
    const char *name, *payload;
    size_t len;
    int result;
    unsigned code;
    const char *reason;
} close_row_t;

static const close_row_t closes[] = {
    {"empty", BYTES(""), 0, 1005, NULL},
    {"one byte", BYTES("\x03"), -1002, 0, NULL},
    {"1000", BYTES("\x03\xe8"), 0, 1000, NULL},
    {"1000 and a reason",
     BYTES("\x03\xe8"
           "bye \xc3\xa9"),
     0, 1000, "bye \xc3\xa9"},
    {"4999", BYTES("\x13\x87"), 0, 4999, NULL},
    {"999", BYTES("\x03\xe7"), -1002, 0, NULL},
    {"0", BYTES("\x00\x00"), -1002, 0, NULL},
    {"1004", BYTES("\x03\xec"), -1002, 0, NULL},
    {"1005", BYTES("\x03\xed"), -1002, 0, NULL},
    {"1006", BYTES("\x03\xee"), -1002, 0, NULL},
    {"1015", BYTES("\x03\xf7"), -1002, 0, NULL},
    {"2999", BYTES("\x0b\xb7"), -1002, 0, NULL},
    {"5000", BYTES("\x13\x88"), -1002, 0, NULL},
    {"65535", BYTES("\xff\xff"), -1002, 0, NULL},
    {"bad code in front of a bad reason", BYTES("\x03\xec\xff"), -1002, 0, NULL},
    {"reason is not UTF-8",
     BYTES("\x03\xe8"
           "a\xff"),
     -1007, 0, NULL},
    {"reason ends inside a character",
     BYTES("\x03\xe8"
           "a\xe4\xbd"),
     -1007, 0, NULL},
};

static void close_payload_is_read(void **state)
{
    const close_row_t *row = *state;
    unsigned code = 77;
    const char *reason = "untouched";
    size_t reason_len = 77;
    int result = es_ws_close_parse((const uint8_t *)row->payload, row->len, &code, &reason, &reason_len);

    assert_int_equal(result, row->result);
    if (result < 0) {
        return;
    }
    assert_int_equal(code, row->code);
    assert_int_equal(reason_len, row->reason != NULL ? strlen(row->reason) : 0);
    if (row->reason == NULL) {
        assert_null(reason);
    } else {
        assert_ptr_equal(reason, row->payload + 2);
        assert_memory_equal(reason, row->reason, reason_len);
    }
}

static void close_payload_is_written(void **state)
{
    uint8_t out[ES_WS_MAX_CONTROL];

    (void)state;
    assert_int_equal(es_ws_close_write(out, 1000, NULL, 0), 2);
    assert_memory_equal(out, "\x03\xe8", 2);
    assert_int_equal(es_ws_close_write(out, 4000, "why", 3), 5);
    assert_memory_equal(out, "\x0f\xa0why", 5);
    assert_int_equal(es_ws_close_write(out, 1005, "why", 3), 0);
    assert_int_equal(es_ws_close_write(out, 1006, "why", 3), 0);
}

static void long_reason_is_cut_between_characters(void **state)
{
    uint8_t out[ES_WS_MAX_CONTROL];
    char reason[200];

    (void)state;
    memset(reason, 'r', sizeof(reason));
    assert_int_equal(es_ws_close_write(out, 1000, reason, 123), 125);
    assert_int_equal(es_ws_close_write(out, 1000, reason, 124), 125);
    /* A character of four bytes that reaches over byte 123, in each of its positions. */
    for (size_t at = 119; at <= 124; at++) {
        unsigned code;
        const char *text;
        size_t len, expected = at > 123 || at == 119 ? 123 : at;

        memset(reason, 'r', sizeof(reason));
        memcpy(reason + at, "\xf0\x9f\x98\x80", 4);
        assert_int_equal(es_ws_close_write(out, 1000, reason, sizeof(reason)), 2 + expected);
        assert_int_equal(es_ws_close_parse(out, 2 + expected, &code, &text, &len), 0);
        assert_memory_equal(text, reason, expected);
    }
    memset(reason, 0x80, sizeof(reason));
    assert_int_equal(es_ws_close_write(out, 1000, reason, sizeof(reason)), 122);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(headers) + COUNT(closes) + 4] = {
        cmocka_unit_test(only_a_key_masks),
        cmocka_unit_test(close_codes_by_class),
        cmocka_unit_test(close_payload_is_written),
        cmocka_unit_test(long_reason_is_cut_between_characters),
    };
    size_t n = 4;

    for (size_t i = 0; i < COUNT(headers); i++) {
        tests[n++] = (struct CMUnitTest){headers[i].name, header_is_read_and_written, NULL, NULL, (void *)&headers[i]};
    }
    for (size_t i = 0; i < COUNT(closes); i++) {
        tests[n++] = (struct CMUnitTest){closes[i].name, close_payload_is_read, NULL, NULL, (void *)&closes[i]};
    }
    return cmocka_run_group_tests_name("ws_frame", tests, NULL, NULL);
}
