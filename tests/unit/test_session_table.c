#include "unit.h"

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/shared.h"
#include "server/session_table.h"

static es_record_t *add(es_session_table_t *table)
{
    es_record_t *record = es_record_claim(table);

    assert_non_null(record);
    es_record_publish(table, record);
    return record;
}

static void empty_and_never_made(void **state)
{
    es_session_table_t table = {0};
    size_t entry = 0;

    (void)state;
    assert_null(es_session_table_find(&table, 1));
    assert_null(es_session_table_next(&table, &entry));
    assert_int_equal(es_session_table_count(&table), 0);
    assert_int_equal(es_session_table_last_id(&table), 0);
    assert_int_equal(es_session_table_init(&table, 10), 0);
    assert_null(es_session_table_next(&table, &entry));
    assert_null(es_session_table_find(&table, 0));
    assert_null(es_session_table_find(&table, -1));
    assert_null(es_session_table_find(&table, 1));
    es_session_table_destroy(&table);
    es_session_table_destroy(&table);
}

static void ids_count_up_and_are_found(void **state)
{
    es_session_table_t table;
    es_record_t *records[10];

    (void)state;
    es_session_table_init(&table, 10);
    for (int i = 0; i < 10; i++) {
        records[i] = add(&table);
        assert_int_equal(records[i]->id, i + 1);
        assert_ptr_equal(es_session_table_find(&table, i + 1), records[i]);
    }
    assert_null(es_record_claim(&table));
    assert_null(es_record_claim(&table));
    assert_int_equal(es_session_table_count(&table), 10);
    es_record_release(&table, records[3]);
    assert_null(es_session_table_find(&table, 4));
    assert_int_equal(es_session_table_count(&table), 9);
    /* The memory is used again, the id is not. */
    records[3] = add(&table);
    assert_int_equal(records[3]->id, 11);
    assert_null(es_session_table_find(&table, 4));
    assert_null(es_record_claim(&table));
    es_session_table_destroy(&table);
}

static void one_that_was_never_published_can_be_released(void **state)
{
    es_session_table_t table;
    es_record_t *record;

    (void)state;
    es_session_table_init(&table, 1);
    for (int i = 0; i < 3; i++) {
        record = es_record_claim(&table);
        assert_non_null(record);
        assert_null(es_record_claim(&table));
        es_record_release(&table, record);
    }
    assert_int_equal(es_session_table_last_id(&table), 0);
    assert_int_equal(es_session_table_count(&table), 0);
    es_session_table_destroy(&table);
}

static void a_claimed_record_is_empty(void **state)
{
    es_session_table_t table;
    es_record_t *record;

    (void)state;
    es_session_table_init(&table, 2);
    record = add(&table);
    record->uid = 5;
    record->closing = record->protected = true;
    es_record_release(&table, record);
    record = es_record_claim(&table);
    assert_int_equal(record->uid, 0);
    assert_false(record->closing || record->protected);
    es_session_table_destroy(&table);
}

static void walks_in_order_across_the_wrap(void **state)
{
    es_session_table_t table;
    es_record_t *old, *record;
    size_t entry, found;

    (void)state;
    es_session_table_init(&table, 4);
    old = add(&table); /* keeps entry 1 while ids go several times round the index */
    for (size_t i = 0; i < 5 * table.size; i++) {
        record = add(&table);
        assert_ptr_not_equal(record, old);
        assert_ptr_equal(es_session_table_find(&table, record->id), record);
        assert_ptr_equal(es_session_table_find(&table, 1), old);
        for (entry = 0, found = 0; es_session_table_next(&table, &entry); found++) {
        }
        assert_int_equal(found, 2);
        es_record_release(&table, record);
    }
    /* Numbers whose entry was taken were passed over. */
    assert_true(es_session_table_last_id(&table) > (int64_t)(5 * table.size));
    for (int64_t id = 2; id <= es_session_table_last_id(&table); id++) {
        assert_null(es_session_table_find(&table, id));
    }
    es_session_table_destroy(&table);
}

static void walks_while_they_go(void **state)
{
    es_session_table_t table;
    es_record_t *records[200];
    size_t entry = 0;
    int64_t last = 0;
    int seen = 0;

    (void)state;
    es_session_table_init(&table, 200);
    for (int i = 0; i < 200; i++) {
        records[i] = add(&table);
    }
    for (es_record_t *r; (r = es_session_table_next(&table, &entry)) != NULL; seen++) {
        assert_true(r->id > last);
        last = r->id;
        assert_int_equal(es_session_table_entry(&table, last) + 1, entry);
        es_record_release(&table, r);
        if (r != records[199]) {
            es_record_release(&table, es_session_table_find(&table, last + 1));
        }
    }
    assert_int_equal(seen, 100);
    assert_int_equal(es_session_table_count(&table), 0);
    es_session_table_destroy(&table);
}

/* --- at the same time --- */

#define AT_ONCE 4
#define ROUNDS  20000
#define LIMIT   64

/* Claims, publishes, checks and releases; every id it got goes into `ids`. @return whether all was in order */
static bool churn(es_session_table_t *table, uint64_t seed, int64_t *ids)
{
    es_record_t *mine[8] = {0};
    int count = 0;

    for (int i = 0; count < ROUNDS; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        es_record_t **slot = &mine[seed >> 61];

        if (*slot) {
            int64_t id = (*slot)->id;

            if ((*slot)->uid != (int64_t)seed % 1000 && es_session_table_find(table, id) != *slot) {
                return false;
            }
            es_record_release(table, *slot);
            if (es_session_table_find(table, id)) {
                return false;
            }
            *slot = NULL;
        } else if ((*slot = es_record_claim(table)) != NULL) {
            if ((*slot)->bound) {
                return false; /* somebody else's */
            }
            (*slot)->bound = true;
            ids[count++] = es_record_publish(table, *slot);
        } else {
            return false; /* 4 x 8 are fewer than the limit */
        }
        if (i % 100 == 0) {
            size_t entry = 0;
            int found = 0;

            while (es_session_table_next(table, &entry)) {
                found++;
            }
            if (found > AT_ONCE * 8) {
                return false;
            }
        }
    }
    for (int i = 0; i < 8; i++) {
        if (mine[i]) {
            es_record_release(table, mine[i]);
        }
    }
    return true;
}

static int compare(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

static void check_after(es_session_table_t *table, int64_t *ids)
{
    size_t entry = 0;
    es_record_t *records[LIMIT];

    qsort(ids, AT_ONCE * ROUNDS, sizeof(*ids), compare);
    for (int i = 1; i < AT_ONCE * ROUNDS; i++) {
        assert_true(ids[i] > ids[i - 1]);
    }
    assert_int_equal(es_session_table_count(table), 0);
    assert_null(es_session_table_next(table, &entry));
    /* None was lost, none is there twice. */
    for (int i = 0; i < LIMIT; i++) {
        records[i] = add(table);
        for (int k = 0; k < i; k++) {
            assert_ptr_not_equal(records[i], records[k]);
        }
    }
    assert_null(es_record_claim(table));
}

typedef struct es_churn {
    es_session_table_t *table;
    int64_t *ids;
    uint64_t seed;
    bool fine;
} es_churn_t;

static void *run_churn(void *arg)
{
    es_churn_t *c = arg;

    c->fine = churn(c->table, c->seed, c->ids);
    return NULL;
}

static void threads_share_it(void **state)
{
    int64_t *ids = es_malloc(AT_ONCE * ROUNDS * sizeof(*ids));
    es_session_table_t table;
    pthread_t threads[AT_ONCE];
    es_churn_t churns[AT_ONCE];

    (void)state;
    es_session_table_init(&table, LIMIT);
    for (unsigned i = 0; i < AT_ONCE; i++) {
        churns[i] = (es_churn_t){&table, ids + i * ROUNDS, i + 1, false};
        assert_int_equal(pthread_create(&threads[i], NULL, run_churn, &churns[i]), 0);
    }
    for (unsigned i = 0; i < AT_ONCE; i++) {
        pthread_join(threads[i], NULL);
        assert_true(churns[i].fine);
    }
    check_after(&table, ids);
    es_session_table_destroy(&table);
    es_free(ids);
}

static void processes_share_it(void **state)
{
    size_t size = AT_ONCE * ROUNDS * sizeof(int64_t);
    int64_t *ids = es_shared_map(size);
    es_session_table_t table;
    pid_t pids[AT_ONCE];

    (void)state;
    es_session_table_init(&table, LIMIT);
    for (unsigned i = 0; i < AT_ONCE; i++) {
        pids[i] = fork();
        if (pids[i] == 0) {
            _exit(churn(&table, i + 100, ids + i * ROUNDS) ? 0 : 1);
        }
    }
    for (unsigned i = 0; i < AT_ONCE; i++) {
        int status;

        assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
        assert_int_equal(status, 0);
    }
    check_after(&table, ids);
    es_session_table_destroy(&table);
    es_shared_unmap(ids, size);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_and_never_made),
        cmocka_unit_test(ids_count_up_and_are_found),
        cmocka_unit_test(one_that_was_never_published_can_be_released),
        cmocka_unit_test(a_claimed_record_is_empty),
        cmocka_unit_test(walks_in_order_across_the_wrap),
        cmocka_unit_test(walks_while_they_go),
        cmocka_unit_test(threads_share_it),
        cmocka_unit_test(processes_share_it),
    };

    return cmocka_run_group_tests_name("session_table", tests, NULL, NULL);
}
