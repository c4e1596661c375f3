#include "unit.h"

#include "base/buffer.h"
#include "base/memory.h"

static void zeroed_buffer_is_empty(void **state)
{
    es_buffer_t b = {0};

    (void)state;
    es_buffer_append(&b, NULL, 0);
    es_buffer_consume(&b, 0);
    assert_null(b.data);
    assert_int_equal(b.len, 0);
    es_buffer_destroy(&b);
}

static void append_keeps_the_bytes(void **state)
{
    es_buffer_t b = {0};

    (void)state;
    for (unsigned i = 0; i < 10000; i++) {
        uint8_t bytes[3] = {(uint8_t)i, (uint8_t)(i >> 8), 0xee};

        es_buffer_append(&b, bytes, sizeof(bytes));
    }
    assert_int_equal(b.len, 30000);
    assert_true(b.cap >= b.len && b.cap <= 4 * b.len);
    for (unsigned i = 0; i < 10000; i++) {
        assert_int_equal((uint8_t)b.data[3 * i], i & 0xff);
        assert_int_equal((uint8_t)b.data[3 * i + 1], i >> 8);
    }
    es_buffer_destroy(&b);
    assert_int_equal(b.cap, 0);
    es_buffer_append_str(&b, "again");
    assert_memory_equal(b.data, "again", 5);
    es_buffer_destroy(&b);
}

static void growth_is_geometric(void **state)
{
    es_buffer_t b = {0};
    unsigned moves = 0;
    size_t cap = 0;

    (void)state;
    for (unsigned i = 0; i < 1000000; i++) {
        es_buffer_append(&b, "x", 1);
        moves += b.cap != cap;
        cap = b.cap;
    }
    assert_true(moves < 20);
    es_buffer_destroy(&b);
}

static void reserve_makes_room_only(void **state)
{
    es_buffer_t b = {0};
    char *to;

    (void)state;
    es_buffer_append_str(&b, "ab");
    to = es_buffer_reserve(&b, 5000);
    assert_ptr_equal(to, b.data + 2);
    assert_int_equal(b.len, 2);
    assert_true(b.cap >= 5002);
    memset(to, 'z', 5000);
    assert_ptr_equal(es_buffer_reserve(&b, 0), to);
    es_buffer_destroy(&b);
}

static void consume_moves_the_rest_to_the_front(void **state)
{
    es_buffer_t b = {0};

    (void)state;
    es_buffer_append_str(&b, "abcdef");
    es_buffer_consume(&b, 4);
    assert_int_equal(b.len, 2);
    assert_memory_equal(b.data, "ef", 2);
    es_buffer_consume(&b, 2);
    assert_int_equal(b.len, 0);
    es_buffer_append_str(&b, "g");
    assert_memory_equal(b.data, "g", 1);
    es_buffer_destroy(&b);
}

static void memory_of_no_size_is_memory(void **state)
{
    void *block = es_malloc(0), *zeroed = es_calloc(0, 8);
    unsigned char *many = es_calloc(16, 4);

    (void)state;
    assert_non_null(block);
    assert_non_null(zeroed);
    for (unsigned i = 0; i < 64; i++) {
        assert_int_equal(many[i], 0);
    }
    block = es_realloc(block, 0);
    assert_non_null(block);
    es_free(block);
    es_free(zeroed);
    es_free(many);
    es_free(NULL);
}

static void strndup_ends_with_nul(void **state)
{
    char *copy = es_strndup("abc", 2), *empty = es_strndup(NULL, 0);

    (void)state;
    assert_string_equal(copy, "ab");
    assert_string_equal(empty, "");
    es_free(copy);
    es_free(empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zeroed_buffer_is_empty),
        cmocka_unit_test(append_keeps_the_bytes),
        cmocka_unit_test(growth_is_geometric),
        cmocka_unit_test(reserve_makes_room_only),
        cmocka_unit_test(consume_moves_the_rest_to_the_front),
        cmocka_unit_test(memory_of_no_size_is_memory),
        cmocka_unit_test(strndup_ends_with_nul),
    };

    return cmocka_run_group_tests_name("buffer", tests, NULL, NULL);
}
