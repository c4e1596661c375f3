#include "unit.h"

#include <limits.h>

#include "base/status.h"

static void every_code_has_its_own_text(void **state)
{
    static const int codes[] = {
        0,     -501,  -502,  -503,  -504,  -505,  -508,  -509,  -510,  -550,  -1001, -1002, -1003, -1004, -1005,
        -1006, -1009, -1201, -1203, -7102, -7105, -7106, -8501, -8502, -8503, -8504, -8505, -8506, -8507, -9004,
    };

    (void)state;
    for (size_t i = 0; i < COUNT(codes); i++) {
        const char *text = es_status_text(codes[i]);

        assert_non_null(text);
        assert_ptr_equal(es_status_text(-codes[i]), text);
        for (size_t j = 0; j < i; j++) {
            assert_string_not_equal(es_status_text(codes[j]), text);
        }
    }
}

static void other_numbers_have_none(void **state)
{
    (void)state;
    assert_null(es_status_text(1));
    assert_null(es_status_text(-500));
    assert_null(es_status_text(1008));
    assert_null(es_status_text(INT_MAX));
    assert_null(es_status_text(INT_MIN));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_has_its_own_text),
        cmocka_unit_test(other_numbers_have_none),
    };

    return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
