#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif
#include "unit.h"

#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/ptrace.h>
#endif

#include "base/status.h"
#include "server/table.h"

/* The columns of every table here. */
enum {
    ID,
    RATIO,
    NAME,
    NOTE
};

#define NAME_SIZE 20

static void make(es_table_t *t, int64_t size)
{
    es_table_init(t, size, 0.2);
    assert_int_equal(es_table_add_column(t, BYTES("id"), ES_TABLE_INT, 0), ES_OK);
    assert_int_equal(es_table_add_column(t, BYTES("ratio"), ES_TABLE_FLOAT, 0), ES_OK);
    assert_int_equal(es_table_add_column(t, BYTES("name"), ES_TABLE_STRING, NAME_SIZE), ES_OK);
    assert_int_equal(es_table_add_column(t, BYTES("note"), ES_TABLE_STRING, 1000), ES_OK);
    assert_int_equal(es_table_create(t), ES_OK);
}

/* A row whose columns all say the same number. */
typedef struct row {
    char name[NAME_SIZE + 1], note[1001];
    es_table_value_t values[4];
} row_t;

static void row_of(row_t *row, int64_t n)
{
    int len = snprintf(row->name, sizeof(row->name), "%d", (int)n);

    memset(row->note, 'a' + (int)(n % 26), sizeof(row->note));
    row->values[0] = (es_table_value_t){.column = NOTE, .text = {row->note, (size_t)(n % 1000)}};
    row->values[1] = (es_table_value_t){.column = ID, .integer = n};
    row->values[2] = (es_table_value_t){.column = NAME, .text = {row->name, (size_t)len}};
    row->values[3] = (es_table_value_t){.column = RATIO, .number = (double)n / 2};
}

static int put(es_table_t *t, const char *key, int64_t n)
{
    row_t row;

    row_of(&row, n);
    return es_table_set(t, key, strlen(key), row.values, COUNT(row.values));
}

/* The number of a row, after a look whether all of its columns agree. */
static int64_t number_in(const es_table_t *t, const uint8_t *data)
{
    int64_t n = es_table_integer(t, ID, data);
    char name[NAME_SIZE + 1];
    size_t len;
    const char *text;

    snprintf(name, sizeof(name), "%d", (int)n);
    assert_true(es_table_number(t, RATIO, data) == (double)n / 2);
    text = es_table_text(t, NAME, data, &len);
    assert_int_equal(len, strlen(name));
    assert_memory_equal(text, name, len);
    text = es_table_text(t, NOTE, data, &len);
    assert_int_equal(len, n % 1000);
    for (size_t i = 0; i < len; i++) {
        assert_int_equal(text[i], 'a' + n % 26);
    }
    return n;
}

/* -1: no such row */
static int64_t look(es_table_t *t, const char *key)
{
    uint8_t data[2048];

    return es_table_get(t, key, strlen(key), -1, data) ? number_in(t, data) : -1;
}

static uint64_t rows(const es_table_t *t)
{
    es_table_stats_t stats;

    es_table_stats(t, &stats);
    return stats.rows;
}

/* Walks over all rows, which must agree in themselves and with the counter. */
static size_t walk(es_table_t *t)
{
    char key[ES_TABLE_KEY_MAX];
    uint8_t data[2048];
    uint32_t position = 0;
    size_t len, n = 0;

    while (es_table_next(t, &position, key, &len, data)) {
        number_in(t, data);
        n++;
    }
    assert_int_equal(n, rows(t));
    return n;
}

static void columns(void **state)
{
    es_table_t t;

    (void)state;
    es_table_init(&t, 1, 0);
    assert_int_equal(t.size, 64);
    assert_int_equal(t.capacity, 76);
    assert_int_equal(es_table_add_column(&t, BYTES("s"), ES_TABLE_STRING, 0), ES_E_INVALID_PARAMS);
    assert_int_equal(es_table_add_column(&t, BYTES("s"), ES_TABLE_STRING, INT64_MAX), ES_E_INVALID_PARAMS);
    assert_int_equal(es_table_add_column(&t, BYTES("s"), 9, 1), ES_E_INVALID_PARAMS);
    assert_int_equal(es_table_add_column(&t, BYTES("s"), ES_TABLE_STRING, 3), ES_OK);
    assert_int_equal(es_table_add_column(&t, BYTES("s"), ES_TABLE_INT, 3), ES_E_INVALID_PARAMS);
    assert_int_equal(es_table_add_column(&t, BYTES("n"), ES_TABLE_INT, 3), ES_OK);
    assert_int_equal(es_table_find_column(&t, BYTES("n")), 1);
    assert_int_equal(es_table_find_column(&t, BYTES("m")), -1);
    assert_int_equal(es_table_create(&t), ES_OK);
    assert_int_equal(es_table_create(&t), ES_E_WRONG_OPERATION);
    assert_int_equal(es_table_add_column(&t, BYTES("m"), ES_TABLE_INT, 3), ES_E_WRONG_OPERATION);
    es_table_destroy(&t);

    es_table_init(&t, INT64_MAX, 5);
    assert_int_equal(t.size, 1 << 30);
    assert_int_equal(t.capacity, 1U << 31);
    es_table_destroy(&t);
}

static void fill_and_empty(void **state)
{
    es_table_t t;
    char key[80];

    (void)state;
    make(&t, 1000);
    for (int round = 0; round < 3; round++) {
        for (uint32_t i = 0; i < t.capacity; i++) {
            snprintf(key, sizeof(key), "key %d", (int)i);
            assert_int_equal(put(&t, key, i), ES_OK);
        }
        assert_int_equal(rows(&t), t.capacity);
        assert_int_equal(put(&t, "one more", 1), ES_E_NOMEM);
        assert_int_equal(put(&t, "key 7", 12345), ES_OK);
        assert_int_equal(look(&t, "key 7"), 12345);
        assert_int_equal(look(&t, "one more"), -1);
        assert_int_equal(walk(&t), t.capacity);
        for (uint32_t i = 0; i < t.capacity; i++) {
            snprintf(key, sizeof(key), "key %d", (int)i);
            assert_true(es_table_delete(&t, key, strlen(key)));
            assert_false(es_table_delete(&t, key, strlen(key)));
            assert_false(es_table_exists(&t, key, strlen(key)));
        }
        assert_int_equal(walk(&t), 0);
    }
    es_table_destroy(&t);
}

static void values(void **state)
{
    es_table_t t;
    uint8_t data[2048];
    size_t len;
    char key[ES_TABLE_KEY_MAX + 10];
    es_table_value_t by = {.column = ID, .integer = INT64_MAX};

    (void)state;
    make(&t, 64);
    /* cut off: keys and strings */
    memset(key, 'k', sizeof(key));
    es_table_value_t name = {.column = NAME, .text = {BYTES("0123456789012345678901234")}};
    assert_int_equal(es_table_set(&t, key, sizeof(key), &name, 1), ES_OK);
    assert_true(es_table_get(&t, key, ES_TABLE_KEY_MAX, NAME, data));
    assert_memory_equal(es_table_text(&t, NAME, data, &len), "01234567890123456789", NAME_SIZE);
    assert_int_equal(len, NAME_SIZE);
    /* a new row is zeroed although its slot was used before */
    assert_int_equal(put(&t, "a", 999), ES_OK);
    assert_true(es_table_delete(&t, "a", 1));
    for (uint32_t i = 0; i < t.capacity; i++) {
        assert_int_equal(es_table_set(&t, "", 0, NULL, 0), ES_OK);
        assert_true(es_table_get(&t, "", 0, -1, data));
        assert_int_equal(es_table_integer(&t, ID, data), 0);
        es_table_text(&t, NOTE, data, &len);
        assert_int_equal(len, 0);
        assert_true(es_table_delete(&t, "", 0));
    }
    /* sums wrap around, missing rows are made */
    assert_int_equal(es_table_add(&t, "n", 1, &by), ES_OK);
    assert_true(by.integer == INT64_MAX);
    by.integer = 1;
    assert_int_equal(es_table_add(&t, "n", 1, &by), ES_OK);
    assert_true(by.integer == INT64_MIN);
    by = (es_table_value_t){.column = RATIO, .number = 0.5};
    assert_int_equal(es_table_add(&t, "n", 1, &by), ES_OK);
    assert_true(by.number == 0.5);
    es_table_destroy(&t);
}

/* Several processes write the same few rows; each one counts, too. */
static void many_writers(void **state)
{
    enum {
        WRITERS = 4,
        ROUNDS = 4000
    };
    es_table_t t;
    char key[16];
    uint8_t data[2048];
    pid_t pids[WRITERS];

    (void)state;
    make(&t, 64);
    for (int w = 0; w < WRITERS; w++) {
        pids[w] = fork();
        if (pids[w] == 0) {
            alarm(60);
            for (int i = 0; i < ROUNDS; i++) {
                es_table_value_t one = {.column = ID, .integer = 1};

                snprintf(key, sizeof(key), "%d", i % 5);
                if (i % 7 == 0) {
                    es_table_delete(&t, key, strlen(key));
                } else {
                    put(&t, key, w * ROUNDS + i);
                }
                es_table_add(&t, "sum", 3, &one);
            }
            _exit(0);
        }
    }
    for (int i = 0; i < ROUNDS; i++) {
        snprintf(key, sizeof(key), "%d", i % 5);
        look(&t, key);
    }
    for (int w = 0; w < WRITERS; w++) {
        int status;

        waitpid(pids[w], &status, 0);
        assert_int_equal(status, 0);
    }
    assert_true(es_table_get(&t, "sum", 3, -1, data));
    assert_int_equal(es_table_integer(&t, ID, data), WRITERS * ROUNDS);
    assert_true(es_table_delete(&t, "sum", 3));
    walk(&t);
    es_table_destroy(&t);
}

#ifdef __linux__

typedef void (*work_t)(es_table_t *t, const row_t *row);

static void overwrite(es_table_t *t, const row_t *row)
{
    es_table_set(t, "old", 3, row->values, COUNT(row->values));
}

static void insert(es_table_t *t, const row_t *row)
{
    es_table_set(t, "new", 3, row->values, COUNT(row->values));
}

static void delete (es_table_t *t, const row_t *row)
{
    (void)row;
    es_table_delete(t, "old", 3);
}

static void increment(es_table_t *t, const row_t *row)
{
    es_table_value_t by = {.column = ID, .integer = 0};

    (void)row;
    es_table_add(t, "old", 3, &by);
}

static void read_only(es_table_t *t, const row_t *row)
{
    uint8_t data[2048];

    (void)row;
    es_table_get(t, "old", 3, -1, data);
}

/* Runs a child until `steps` instructions of its work are done, then kills it. @return steps; -1: no ptrace here */
static long kill_after(es_table_t *t, work_t work, long steps)
{
    int status;
    long done = 0;
    row_t row;
    pid_t pid;

    row_of(&row, 2777);
    pid = fork();
    if (pid == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0) {
            _exit(1);
        }
        raise(SIGSTOP);
        work(t, &row);
        raise(SIGSTOP);
        _exit(0);
    }
    waitpid(pid, &status, 0);
    if (!WIFSTOPPED(status)) {
        return -1;
    }
    while (done < steps) {
        if (ptrace(PTRACE_SINGLESTEP, pid, NULL, NULL) != 0) {
            break;
        }
        waitpid(pid, &status, 0);
        if (!WIFSTOPPED(status) || WSTOPSIG(status) != SIGTRAP) {
            break;
        }
        done++;
    }
    kill(pid, SIGKILL);
    while (waitpid(pid, &status, 0) == pid && !WIFSIGNALED(status) && !WIFEXITED(status)) {
    }
    return done;
}

/* Whatever happened, the table is in order: the rows that were there, the one in question old or new, all slots usable.
 */
static void check_after_death(es_table_t *t, work_t work)
{
    int64_t old = look(t, "old"), new = look(t, "new");
    char key[16];

    assert_int_equal(look(t, "a"), 1);
    assert_int_equal(look(t, "c"), 3);
    if (work == overwrite) {
        assert_true(old == 1888 || old == 2777);
    } else if (work == delete) {
        assert_true(old == 1888 || old == -1);
    } else {
        assert_int_equal(old, 1888);
    }
    assert_true(new == -1 || (work == insert && new == 2777));
    size_t n = walk(t);
    for (uint32_t i = 0; n + i < t->capacity; i++) {
        snprintf(key, sizeof(key), "fill %d", (int)i);
        assert_int_equal(put(t, key, i), ES_OK);
    }
    assert_int_equal(put(t, "full", 1), ES_E_NOMEM);
    assert_int_equal(walk(t), t->capacity);
}

/* A process is killed at every place inside its work, or at about 100 places spread over it. */
static void killed_inside(work_t work)
{
    long total = 0, step = 1;

    for (long steps = LONG_MAX; steps > 0; steps -= step) {
        es_table_t t;

        make(&t, 64);
        put(&t, "a", 1);
        put(&t, "b", 2);
        put(&t, "c", 3);
        put(&t, "old", 1888);
        long done = kill_after(&t, work, steps);
        if (done < 0) {
            es_table_destroy(&t);
            skip();
        }
        if (steps == LONG_MAX) {
            total = steps = done;
            step = total > 100 ? total / 100 : 1;
            assert_true(total > 100);
        }
        alarm(20); /* who waits for a dead owner does not end by itself */
        check_after_death(&t, work);
        alarm(0);
        es_table_destroy(&t);
    }
}

static void killed_inside_overwrite(void **state)
{
    (void)state;
    killed_inside(overwrite);
}

static void killed_inside_insert(void **state)
{
    (void)state;
    killed_inside(insert);
}

static void killed_inside_delete(void **state)
{
    (void)state;
    killed_inside(delete);
}

static void killed_inside_increment(void **state)
{
    (void)state;
    killed_inside(increment);
}

static void killed_inside_read(void **state)
{
    (void)state;
    killed_inside(read_only);
}

#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns),
        cmocka_unit_test(fill_and_empty),
        cmocka_unit_test(values),
        cmocka_unit_test(many_writers),
#ifdef __linux__
        cmocka_unit_test(killed_inside_overwrite),
        cmocka_unit_test(killed_inside_insert),
        cmocka_unit_test(killed_inside_delete),
        cmocka_unit_test(killed_inside_increment),
        cmocka_unit_test(killed_inside_read),
#endif
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
