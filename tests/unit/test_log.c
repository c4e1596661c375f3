#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/log.h"

/* A log that writes to one end of a pipe, and what came out of the other. */
static int ends[2];
static es_log_t log_to_pipe;
static char seen[16384];

static int setup(void **state)
{
    (void)state;
    es_log_init(&log_to_pipe);
    assert_int_equal(log_to_pipe.fd, STDERR_FILENO);
    assert_int_equal(log_to_pipe.level, ES_LOG_INFO);
    if (pipe(ends) != 0 || fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0) {
        return -1;
    }
    log_to_pipe.fd = ends[1];
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    es_log_destroy(&log_to_pipe);
    return close(ends[0]) + close(ends[1]);
}

static const char *read_pipe(void)
{
    ssize_t n = read(ends[0], seen, sizeof(seen) - 1);

    seen[n > 0 ? n : 0] = '\0';
    return seen;
}

static void line_has_time_pid_and_level(void **state)
{
    int year, month, day, hour, minute, second, pid, end = 0;

    (void)state;
    es_log_write(&log_to_pipe, ES_LOG_WARNING, "worker %d of %s", 3, "four");
    read_pipe();
    assert_int_equal(sscanf(seen, "[%4d-%2d-%2d %2d:%2d:%2d #%d] WARNING worker 3 of four%n", &year, &month, &day,
                            &hour, &minute, &second, &pid, &end),
                     7);
    assert_string_equal(seen + end, "\n");
    assert_true(year >= 2024 && month <= 12 && day <= 31);
    assert_int_equal(pid, getpid());
}

static void lower_levels_are_dropped(void **state)
{
    (void)state;
    es_log_write(&log_to_pipe, ES_LOG_TRACE, "x");
    assert_string_equal(read_pipe(), "");
    log_to_pipe.level = ES_LOG_DEBUG;
    es_log_write(&log_to_pipe, ES_LOG_DEBUG, "x");
    assert_non_null(strstr(read_pipe(), "] DEBUG x\n"));
    log_to_pipe.level = ES_LOG_NONE;
    es_log_write(&log_to_pipe, ES_LOG_ERROR, "x");
    es_log_write(&log_to_pipe, ES_LOG_NONE, "x");
    assert_string_equal(read_pipe(), "");
}

static void control_characters_cannot_fake_a_line(void **state)
{
    (void)state;
    es_log_write(&log_to_pipe, ES_LOG_ERROR, "a\r\n[x] ERROR b\x1b[2J\x7f\t\xc3\xa9");
    assert_non_null(strstr(read_pipe(), "] ERROR a??[x] ERROR b?[2J??\xc3\xa9\n"));
}

static void long_line_is_cut(void **state)
{
    char text[9000];

    (void)state;
    memset(text, 'x', sizeof(text));
    text[sizeof(text) - 1] = '\0';
    es_log_write(&log_to_pipe, ES_LOG_ERROR, "%s", text);
    read_pipe();
    assert_int_equal(strlen(seen), 4095);
    assert_string_equal(seen + 4090, "xxxx\n");
}

static void errno_survives(void **state)
{
    (void)state;
    log_to_pipe.fd = -1;
    errno = ENOENT;
    es_log_write(&log_to_pipe, ES_LOG_ERROR, "x");
    assert_int_equal(errno, ENOENT);
}

static void file_is_appended_to(void **state)
{
    char path[] = "/tmp/easyswoole-test-log-XXXXXX";
    int fd = mkstemp(path);
    ssize_t n;

    (void)state;
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "first\n", 6), 6);
    assert_int_equal(es_log_open(&log_to_pipe, path), 0);
    assert_string_equal(log_to_pipe.path, path);
    es_log_write(&log_to_pipe, ES_LOG_INFO, "second");
    /* Opened anew by its own path, as after a rotation. */
    assert_int_equal(es_log_open(&log_to_pipe, log_to_pipe.path), 0);
    es_log_write(&log_to_pipe, ES_LOG_INFO, "third");
    /* A path that cannot be opened changes nothing. */
    assert_int_equal(es_log_open(&log_to_pipe, "/nonexistent/directory/log"), -ENOENT);
    es_log_write(&log_to_pipe, ES_LOG_INFO, "fourth");
    es_log_destroy(&log_to_pipe);
    assert_null(log_to_pipe.path);
    assert_int_equal(log_to_pipe.fd, STDERR_FILENO);

    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
    n = read(fd, seen, sizeof(seen) - 1);
    assert_true(n > 0);
    seen[n] = '\0';
    assert_memory_equal(seen, "first\n[", 7);
    assert_non_null(strstr(seen, "INFO second\n["));
    assert_non_null(strstr(seen, "INFO third\n["));
    assert_non_null(strstr(seen, "INFO fourth\n"));
    close(fd);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(line_has_time_pid_and_level, setup, teardown),
        cmocka_unit_test_setup_teardown(lower_levels_are_dropped, setup, teardown),
        cmocka_unit_test_setup_teardown(control_characters_cannot_fake_a_line, setup, teardown),
        cmocka_unit_test_setup_teardown(long_line_is_cut, setup, teardown),
        cmocka_unit_test_setup_teardown(errno_survives, setup, teardown),
        cmocka_unit_test_setup_teardown(file_is_appended_to, setup, teardown),
    };

    return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
