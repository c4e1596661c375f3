#include "unit.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/status.h"
#include "server/address_table.h"

static es_session_table_t sessions;

static int setup(void **state)
{
    (void)state;
    return es_session_table_init(&sessions, 100);
}

static int teardown(void **state)
{
    (void)state;
    es_session_table_destroy(&sessions);
    return 0;
}

static es_address_t ip(const char *text)
{
    es_address_t address;

    assert_true(es_address_parse(&address, text, strlen(text)));
    return address;
}

static bool add(es_address_table_t *table, const char *text, uint32_t max)
{
    return es_address_table_add(table, &sessions, &(es_address_t){.in6 = ip(text).in6}, max);
}

static void take(es_address_table_t *table, const char *text)
{
    es_address_table_remove(table, &sessions, &(es_address_t){.in6 = ip(text).in6});
}

static uint32_t count(es_address_table_t *table, const char *text)
{
    return es_address_table_count(table, &sessions, &(es_address_t){.in6 = ip(text).in6});
}

static void counts_up_to_the_limit(void **state)
{
    es_address_table_t table;

    (void)state;
    assert_int_equal(es_address_table_init(&table, 100), ES_OK);
    assert_true(add(&table, "192.0.2.1", 2));
    assert_true(add(&table, "192.0.2.1:99", 2)); /* the port does not matter */
    assert_false(add(&table, "192.0.2.1", 2));
    assert_true(add(&table, "192.0.2.2", 2));
    take(&table, "192.0.2.1");
    assert_true(add(&table, "192.0.2.1", 2));
    take(&table, "192.0.2.9"); /* never counted */
    assert_int_equal(count(&table, "192.0.2.1"), 2);
    assert_int_equal(count(&table, "192.0.2.9"), 0);
    es_address_table_destroy(&table);
}

static void ipv6_counts_by_its_first_half(void **state)
{
    es_address_table_t table;

    (void)state;
    es_address_table_init(&table, 100);
    assert_true(add(&table, "2001:db8::1", 2));
    assert_true(add(&table, "2001:db8::ffff:2", 2));
    assert_false(add(&table, "2001:db8:0:0:9::", 2));
    assert_true(add(&table, "2001:db8:0:1::", 2));
    es_address_table_destroy(&table);
}

static void not_made_or_no_address_is_not_counted(void **state)
{
    es_address_table_t table = {0};
    es_address_t none = {0};

    (void)state;
    assert_true(add(&table, "192.0.2.1", 0));
    take(&table, "192.0.2.1");
    none.any.sa_family = AF_UNIX;
    es_address_table_init(&table, 1);
    assert_true(es_address_table_add(&table, &sessions, &none, 0));
    es_address_table_remove(&table, &sessions, &none);
    es_address_table_destroy(&table);
}

/* Against an array that is indexed by the address. */
static void agrees_with_a_plain_count(void **state)
{
    es_address_table_t table;
    uint32_t expected[100] = {0}, seed = 1, sum = 0;

    (void)state;
    es_address_table_init(&table, 100);
    for (int i = 0; i < 200000; i++) {
        char text[32];
        uint32_t which;

        seed = seed * 1664525 + 1013904223;
        which = (seed >> 16) % 100;
        snprintf(text, sizeof(text), "10.0.%u.1", (unsigned)which);
        if (seed >> 31 && sum < 100) {
            assert_true(add(&table, text, 100));
            expected[which]++;
            sum++;
        } else if (expected[which] > 0) {
            take(&table, text);
            expected[which]--;
            sum--;
        }
        assert_int_equal(count(&table, text), expected[which]);
    }
    for (unsigned i = 0; i < 100; i++) {
        char text[32];

        snprintf(text, sizeof(text), "10.0.%u.1", i);
        assert_int_equal(count(&table, text), expected[i]);
    }
    es_address_table_destroy(&table);
}

static void processes_count_together(void **state)
{
    es_address_table_t table;

    (void)state;
    es_address_table_init(&table, 100);
    for (int i = 0; i < 4; i++) {
        if (fork() == 0) {
            for (int k = 0; k < 20000; k++) {
                if (add(&table, "192.0.2.1", 3)) {
                    take(&table, "192.0.2.1");
                }
            }
            _exit(add(&table, "192.0.2.1", 100) ? 0 : 1);
        }
    }
    for (int i = 0, status; i < 4; i++) {
        wait(&status);
        assert_int_equal(status, 0);
    }
    assert_int_equal(count(&table, "192.0.2.1"), 4);
    es_address_table_destroy(&table);
}

static void counts_anew_when_a_process_died(void **state)
{
    es_address_table_t table;
    es_record_t *records[3];

    (void)state;
    es_address_table_init(&table, 100);
    for (int i = 0; i < 3; i++) {
        records[i] = es_record_claim(&sessions);
        records[i]->peer = ip("192.0.2.7");
        records[i]->counted = i < 2;
        es_record_publish(&sessions, records[i]);
    }
    for (int i = 0; i < 9; i++) {
        add(&table, "192.0.2.8", 9);
    }
    if (fork() == 0) {
        es_mutex_lock((es_mutex_t *)(void *)table.shared, NULL); /* it stands in front */
        _exit(0);
    }
    wait(NULL);
    assert_int_equal(count(&table, "192.0.2.8"), 0);
    assert_int_equal(count(&table, "192.0.2.7"), 2);
    assert_true(add(&table, "192.0.2.7", 3));
    assert_int_equal(count(&table, "192.0.2.7"), 3);
    for (int i = 0; i < 3; i++) {
        es_record_release(&sessions, records[i]);
    }
    es_address_table_destroy(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_up_to_the_limit),
        cmocka_unit_test(ipv6_counts_by_its_first_half),
        cmocka_unit_test(not_made_or_no_address_is_not_counted),
        cmocka_unit_test(agrees_with_a_plain_count),
        cmocka_unit_test(processes_count_together),
        cmocka_unit_test(counts_anew_when_a_process_died),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
