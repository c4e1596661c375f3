#include "unit.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/shared.h"
#include "server/atomic.h"
#include "server/lock.h"

static const es_lock_type_t types[] = {ES_LOCK_MUTEX, ES_LOCK_RWLOCK, ES_LOCK_SPINLOCK};

/* A child that takes the lock, says so, and keeps it until it is killed. */
static pid_t holder(es_lock_t *lock, bool shared)
{
    int said[2];
    char byte;
    pid_t pid;

    assert_int_equal(pipe(said), 0);
    pid = fork();
    if (pid == 0) {
        alarm(60);
        byte = es_lock_acquire(lock, shared, -1) == 0 ? 'y' : 'n';
        _exit(write(said[1], &byte, 1) == 1 && pause() == -1);
    }
    assert_int_equal(read(said[0], &byte, 1), 1);
    assert_int_equal(byte, 'y');
    close(said[0]);
    close(said[1]);
    return pid;
}

static void end(pid_t pid)
{
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

static void alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(types); i++) {
        es_lock_t lock;

        assert_int_equal(es_lock_init(&lock, types[i]), 0);
        assert_int_equal(es_lock_release(&lock), -EPERM);
        assert_int_equal(es_lock_acquire(&lock, false, -1), 0);
        assert_int_equal(es_lock_acquire(&lock, false, -1), -EDEADLK);
        assert_int_equal(es_lock_acquire(&lock, true, 0), -EDEADLK);
        assert_int_equal(es_lock_release(&lock), 0);
        assert_int_equal(es_lock_release(&lock), -EPERM);
        assert_int_equal(es_lock_acquire(&lock, true, 0), 0);
        assert_int_equal(es_lock_acquire(&lock, true, 0), types[i] == ES_LOCK_RWLOCK ? 0 : -EDEADLK);
        assert_int_equal(es_lock_acquire(&lock, false, 1), -EDEADLK);
        es_lock_destroy(&lock);
        assert_int_equal(es_lock_acquire(&lock, false, -1), -EINVAL);
    }
}

static void held_by_another(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(types); i++) {
        es_lock_t lock;
        pid_t pid;

        assert_int_equal(es_lock_init(&lock, types[i]), 0);
        pid = holder(&lock, false);
        assert_int_equal(es_lock_acquire(&lock, false, 0), -EBUSY);
        assert_int_equal(es_lock_acquire(&lock, true, 0), -EBUSY);
        assert_int_equal(es_lock_acquire(&lock, false, 0.02), -ETIMEDOUT);
        assert_int_equal(es_lock_acquire(&lock, true, 0.02), -ETIMEDOUT);
        assert_int_equal(es_lock_release(&lock), -EPERM);
        end(pid); /* and with it the lock is free */
        assert_int_equal(es_lock_acquire(&lock, false, 10), 0);
        assert_int_equal(es_lock_release(&lock), 0);
        es_lock_destroy(&lock);
    }
}

static void readers(void **state)
{
    es_lock_t lock;
    pid_t pids[3];

    (void)state;
    assert_int_equal(es_lock_init(&lock, ES_LOCK_RWLOCK), 0);
    for (size_t i = 0; i < COUNT(pids); i++) {
        pids[i] = holder(&lock, true);
    }
    assert_int_equal(es_lock_acquire(&lock, true, 0), 0);
    assert_int_equal(es_lock_release(&lock), 0);
    for (size_t i = 0; i < COUNT(pids); i++) {
        assert_int_equal(es_lock_acquire(&lock, false, 0), -EBUSY);
        assert_int_equal(es_lock_acquire(&lock, false, 0.01), -ETIMEDOUT);
        assert_int_equal(es_lock_acquire(&lock, true, 0), 0); /* a writer that gave up leaves no trace */
        assert_int_equal(es_lock_release(&lock), 0);
        end(pids[i]);
    }
    assert_int_equal(es_lock_acquire(&lock, false, 10), 0);
    es_lock_destroy(&lock);
}

/* Processes that count without atomics, some of which are killed while they hold the lock. */
static void counts(void **state)
{
    enum {
        ROUNDS = 2000,
        WORKERS = 4
    };

    (void)state;
    for (size_t i = 0; i < COUNT(types); i++) {
        volatile int *n = es_shared_map(sizeof(*n));
        pid_t pids[WORKERS], victim;
        es_lock_t lock;

        assert_int_equal(es_lock_init(&lock, types[i]), 0);
        victim = holder(&lock, false);
        for (int w = 0; w < WORKERS; w++) {
            pids[w] = fork();
            if (pids[w] == 0) {
                alarm(60);
                for (int r = 0; r < ROUNDS; r++) {
                    if (es_lock_acquire(&lock, false, -1) != 0) {
                        _exit(1);
                    }
                    *n = *n + 1;
                    if (es_lock_release(&lock) != 0 || es_lock_acquire(&lock, true, -1) != 0 ||
                        es_lock_release(&lock) != 0) {
                        _exit(2);
                    }
                }
                _exit(0);
            }
        }
        end(victim);
        for (int w = 0; w < WORKERS; w++) {
            int status;

            waitpid(pids[w], &status, 0);
            assert_int_equal(status, 0);
        }
        assert_int_equal(*n, WORKERS * ROUNDS);
        es_lock_destroy(&lock);
        es_shared_unmap((void *)n, sizeof(*n));
    }
}

static void atomic_wait_and_wakeup(void **state)
{
    es_atomic_t *ping = es_shared_map(2 * sizeof(*ping)), *pong = ping + 1;
    int status;
    pid_t pid;

    (void)state;
    assert_int_equal(es_atomic_wait(ping, 0.01), -ETIMEDOUT);
    atomic_store(ping, 5);
    es_atomic_wakeup(ping, 1);
    assert_int_equal(atomic_load(ping), 5);
    assert_int_equal(es_atomic_wait(ping, 0.01), -ETIMEDOUT);
    atomic_store(ping, 0);
    pid = fork();
    if (pid == 0) {
        alarm(60);
        for (int i = 0; i < 1000; i++) {
            if (es_atomic_wait(ping, -1) != 0) {
                _exit(1);
            }
            es_atomic_wakeup(pong, 1);
        }
        _exit(0);
    }
    for (int i = 0; i < 1000; i++) {
        es_atomic_wakeup(ping, 1);
        assert_int_equal(es_atomic_wait(pong, 30), 0);
    }
    waitpid(pid, &status, 0);
    assert_int_equal(status, 0);
    es_shared_unmap(ping, 2 * sizeof(*ping));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alone),  cmocka_unit_test(held_by_another),        cmocka_unit_test(readers),
        cmocka_unit_test(counts), cmocka_unit_test(atomic_wait_and_wakeup),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
