#include "unit.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/status.h"
#include "net/mailbox.h"

/* What came in. */
typedef struct es_inbox {
    int count;
    int64_t expected; /* id of the next one, from each of two senders */
    int64_t from_expected[2];
    bool wrong, done;
    int until;
    size_t len;
} es_inbox_t;

static uint8_t byte_at(int64_t id, size_t at)
{
    return (uint8_t)(id * 31 + (int64_t)at * 7);
}

static void fill(uint8_t *bytes, size_t len, int64_t id)
{
    for (size_t i = 0; i < len; i++) {
        bytes[i] = byte_at(id, i);
    }
}

static void take(es_post_t *post, const es_mail_t *mail, const void *payload)
{
    es_inbox_t *inbox = post->arg;
    int64_t *expected = &inbox->from_expected[mail->from % 2];
    const uint8_t *bytes = payload;

    inbox->wrong = inbox->wrong || mail->id != (*expected)++ || mail->arg != -mail->id || mail->type != 3;
    for (size_t i = 0; i < mail->len; i++) {
        inbox->wrong = inbox->wrong || bytes[i] != byte_at(mail->id, i);
    }
    inbox->len = mail->len;
    inbox->done = ++inbox->count == inbox->until;
    if (inbox->done && post->loop) {
        es_loop_stop(post->loop);
    }
}

static int mail_out(es_post_t *post, int to, int from, int64_t id, const uint8_t *bytes, size_t len)
{
    const es_mail_t mail = {.type = 3, .from = (uint16_t)from, .id = id, .arg = -id, .len = len};

    return es_post_send(post, to, &mail, bytes);
}

static void set_up(es_post_t *post, es_loop_t *loop, es_inbox_t *inbox, int self)
{
    memset(inbox, 0, sizeof(*inbox));
    assert_int_equal(es_loop_init(loop), ES_OK);
    assert_int_equal(es_post_init(post, 3), ES_OK);
    post->on_mail = take;
    post->arg = inbox;
    assert_false(es_post_is_open(post));
    assert_int_equal(es_post_open(post, loop, self), ES_OK);
    assert_true(es_post_is_open(post));
}

static void tear_down(es_post_t *post, es_loop_t *loop)
{
    es_post_close(post, 0);
    es_post_destroy(post);
    es_loop_destroy(loop);
}

static void payloads_of_all_sizes(void **state)
{
    static const size_t sizes[] = {0,        1, 100, ES_MAIL_INLINE - 1, ES_MAIL_INLINE, ES_MAIL_INLINE + 1, 100000,
                                   5u << 20, 0, 1};
    uint8_t *bytes = es_malloc(5u << 20);
    es_post_t post;
    es_loop_t loop;
    es_inbox_t inbox;

    (void)state;
    set_up(&post, &loop, &inbox, 0);
    for (size_t i = 0; i < COUNT(sizes); i++) {
        fill(bytes, sizes[i], (int64_t)i);
        assert_int_equal(mail_out(&post, 0, 0, (int64_t)i, bytes, sizes[i]), ES_OK);
        inbox.done = false;
        inbox.until = inbox.count + 1;
        assert_true(es_post_wait(&post, &inbox.done, 10));
        assert_int_equal(inbox.len, sizes[i]);
    }
    assert_false(inbox.wrong);
    assert_int_equal(mail_out(&post, -1, 0, 0, bytes, 1), ES_E_INVALID_PARAMS);
    assert_int_equal(mail_out(&post, 3, 0, 0, bytes, 1), ES_E_INVALID_PARAMS);
    tear_down(&post, &loop);
    es_free(bytes);
}

/* Far more than the socket takes is queued in the sender and sent by its loop. */
static void a_full_socket_loses_nothing(void **state)
{
    enum {
        MAILS = 20000
    };
    uint8_t bytes[300];
    es_post_t post;
    es_loop_t loop;
    es_inbox_t inbox;

    (void)state;
    set_up(&post, &loop, &inbox, 1);
    inbox.until = MAILS;
    for (int i = 0; i < MAILS; i++) {
        fill(bytes, (size_t)i % sizeof(bytes), i);
        assert_int_equal(mail_out(&post, 1, 0, i, bytes, (size_t)i % sizeof(bytes)), ES_OK);
    }
    assert_true(post.boxes[1].queue.len > 0);
    es_loop_run(&loop);
    assert_int_equal(inbox.count, MAILS);
    assert_false(inbox.wrong);
    assert_int_equal(post.boxes[1].queue.len, 0);
    tear_down(&post, &loop);
}

static void the_queue_is_bounded(void **state)
{
    uint8_t *bytes = es_malloc(ES_MAIL_INLINE);
    int status = ES_OK, sent = 0;
    es_post_t post;
    es_loop_t loop;
    es_inbox_t inbox;

    (void)state;
    set_up(&post, &loop, &inbox, 0);
    for (; sent < 10000 && status == ES_OK; sent += status == ES_OK) {
        fill(bytes, ES_MAIL_INLINE, sent);
        status = mail_out(&post, 0, 0, sent, bytes, ES_MAIL_INLINE);
    }
    assert_int_equal(status, ES_E_OUTPUT_OVERFLOW);
    assert_true(sent > 2000 && sent < 2200); /* 64 MiB and what the socket holds */
    inbox.until = sent;
    assert_true(es_post_wait(&post, &inbox.done, 30)); /* drains, too */
    assert_false(inbox.wrong);
    inbox.done = false;
    inbox.until++;
    fill(bytes, 10, sent);
    assert_int_equal(mail_out(&post, 0, 0, sent, bytes, 10), ES_OK);
    assert_true(es_post_wait(&post, &inbox.done, 10));
    assert_false(inbox.wrong);
    tear_down(&post, &loop);
    es_free(bytes);
}

static void waiting_ends_in_time(void **state)
{
    bool never = false;
    es_post_t post;
    es_loop_t loop;
    es_inbox_t inbox;

    (void)state;
    set_up(&post, &loop, &inbox, 2);
    assert_false(es_post_wait(&post, &never, 0));
    assert_false(es_post_wait(&post, &never, 0.02));
    never = true;
    assert_true(es_post_wait(&post, &never, 0));
    tear_down(&post, &loop);
}

static void stops_with_the_loop(void **state)
{
    es_post_t post;
    es_loop_t loop;
    es_inbox_t inbox;

    (void)state;
    set_up(&post, &loop, &inbox, 0);
    inbox.until = 1;
    for (int i = 0; i < 5; i++) {
        mail_out(&post, 0, 0, i, NULL, 0);
    }
    es_loop_run(&loop); /* the first one stops it */
    assert_int_equal(inbox.count, 1);
    loop.stopped = false;
    inbox.until = 5;
    es_loop_run(&loop); /* as a successor would */
    assert_int_equal(inbox.count, 5);
    assert_false(inbox.wrong);
    tear_down(&post, &loop);
}

/* Two processes send at the same time, one of them large mails; the order of each is kept. */
static void senders_in_other_processes(void **state)
{
    enum {
        MAILS = 3000
    };
    es_post_t post;
    es_loop_t loop;
    es_inbox_t inbox;
    pid_t pids[2];

    (void)state;
    set_up(&post, &loop, &inbox, 0);
    inbox.until = 2 * MAILS;
    for (int n = 0; n < 2; n++) {
        pids[n] = fork();
        if (pids[n] == 0) {
            uint8_t *bytes = es_malloc(70000);
            int failed = 0;

            es_loop_after_fork(&loop);
            es_post_close(&post, 0);
            for (int i = 0; i < MAILS; i++) {
                size_t len = n == 1 && i % 100 == 0 ? 70000 : (size_t)i % 500;

                fill(bytes, len, i);
                failed += mail_out(&post, 0, n, i, bytes, len) != ES_OK;
            }
            es_post_close(&post, 20);
            _exit(failed || post.boxes[0].queue.len > 0);
        }
    }
    assert_true(es_post_wait(&post, &inbox.done, 20));
    assert_false(inbox.wrong);
    for (int n = 0; n < 2; n++) {
        int status;

        waitpid(pids[n], &status, 0);
        assert_int_equal(status, 0);
    }
    tear_down(&post, &loop);
}

static void descriptors_travel(void **state)
{
    int ends[2], pipe_ends[2], fd;
    char bytes[8];

    (void)state;
    assert_int_equal(es_socket_pair(ends, false), ES_OK);
    assert_int_equal(pipe(pipe_ends), 0);
    assert_int_equal(es_send_fd(ends[0], "with", 4, pipe_ends[1]), ES_OK);
    assert_int_equal(es_send_fd(ends[0], "no", 2, -1), ES_OK);
    assert_int_equal(es_recv_fd(ends[1], bytes, sizeof(bytes), &fd), 4);
    assert_true(fd >= 0 && fd != pipe_ends[1]);
    assert_true((fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0);
    assert_int_equal(write(fd, "!", 1), 1);
    assert_int_equal(read(pipe_ends[0], bytes, 1), 1);
    close(fd);
    assert_int_equal(es_recv_fd(ends[1], bytes, sizeof(bytes), &fd), 2);
    assert_int_equal(fd, -1);
    close(ends[0]);
    assert_int_equal(es_recv_fd(ends[1], bytes, sizeof(bytes), &fd), 0);
    assert_int_equal(es_send_fd(ends[1], "x", 1, -1), ES_E_SYSTEM);
    close(ends[1]);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(payloads_of_all_sizes), cmocka_unit_test(a_full_socket_loses_nothing),
        cmocka_unit_test(the_queue_is_bounded),  cmocka_unit_test(waiting_ends_in_time),
        cmocka_unit_test(stops_with_the_loop),   cmocka_unit_test(senders_in_other_processes),
        cmocka_unit_test(descriptors_travel),
    };

    return cmocka_run_group_tests_name("mailbox", tests, NULL, NULL);
}
