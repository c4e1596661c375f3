#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/status.h"
#include "net/listener.h"
#include "net/mailbox.h"
#include "support/faults.h"

/* What the processes of a server talk with, and the loop, while system calls and libevent fail. */

/* Enough to fill the socket, so that most of it is queued; the large ones need a memory file. */
static const size_t sizes[] = {30000, 100,   100000, 30000, 30000, 30000,  30000, 30000,
                               30000, 30000, 100000, 200,   30000, 100000, 0,     30000};

#define LARGEST     100000
#define PATIENCE_MS 5000

typedef struct run {
    es_post_t post;
    es_loop_t loop;
    es_timer_t deadline;
    uint8_t *bytes;
    bool accepted[COUNT(sizes)]; /* by es_post_send() */
    unsigned expected, delivered, lost;
    int64_t last; /* id of the mail that came last */
    const char *wrong;
} run_t;

static run_t *run_of(es_post_t *post)
{
    return post->arg;
}

static void look_whether_done(run_t *run)
{
    if (run->delivered + run->lost == run->expected && run->post.loop) {
        es_loop_stop(&run->loop);
    }
}

static void on_mail(es_post_t *post, const es_mail_t *mail, const void *payload)
{
    run_t *run = run_of(post);
    const uint8_t *bytes = payload;

    if (mail->id <= run->last) {
        run->wrong = "a mail came twice, or too late";
    } else if (mail->id >= (int64_t)COUNT(sizes) || mail->len != sizes[mail->id]) {
        run->wrong = "a mail that nobody sent";
    } else if (mail->len > 0 && (bytes[0] != (uint8_t)mail->id || bytes[mail->len - 1] != (uint8_t)mail->id)) {
        run->wrong = "another payload";
    } else if (!run->accepted[mail->id]) {
        run->wrong = "a mail came of which the sender heard that it did not";
    }
    run->last = mail->id;
    run->delivered++;
    look_whether_done(run);
}

static void on_lost(es_post_t *post, const es_mail_t *mail)
{
    (void)mail;
    run_of(post)->lost++;
    look_whether_done(run_of(post));
}

static void on_deadline(es_timer_t *timer)
{
    run_t *run = es_container_of(timer, run_t, deadline);

    run->wrong = "mail stays where it is";
    es_loop_stop(&run->loop);
}

static void begin(run_t *run)
{
    memset(run, 0, sizeof(*run));
    faults_disarm();
    run->last = -1;
    run->bytes = es_malloc(LARGEST);
    assert_int_equal(es_loop_init(&run->loop), ES_OK);
    assert_int_equal(es_post_init(&run->post, 1), ES_OK);
    run->post.on_mail = on_mail;
    run->post.on_lost = on_lost;
    run->post.arg = run;
}

static void end(run_t *run)
{
    faults_disarm();
    es_post_close(&run->post, 0);
    es_post_destroy(&run->post);
    es_timer_stop(&run->deadline);
    es_loop_destroy(&run->loop);
    es_free(run->bytes);
}

static void send_all(run_t *run)
{
    for (size_t i = 0; i < COUNT(sizes); i++) {
        const es_mail_t mail = {.type = 1, .id = (int64_t)i, .len = sizes[i]};
        int status;

        memset(run->bytes, (int)i, LARGEST);
        run->accepted[i] = true; /* it may come within the call */
        status = es_post_send(&run->post, 0, &mail, run->bytes);
        run->accepted[i] = status == ES_OK;
        run->expected += status == ES_OK;
        if (status != ES_OK && status != ES_E_SYSTEM) {
            run->wrong = "another status";
        }
    }
}

/* Sends and receives everything while a call fails. */
static run_t with_fault(call_t call, unsigned number, int error)
{
    unsigned before = open_descriptors();
    run_t run;

    begin(&run);
    assert_int_equal(es_post_open(&run.post, &run.loop, 0), ES_OK);
    run.deadline.fired = on_deadline;
    assert_int_equal(es_timer_start(&run.loop, &run.deadline, PATIENCE_MS, false), ES_OK);
    faults_arm(call, number, error);
    faults.armed = error != 0;
    send_all(&run);
    es_loop_run(&run.loop);
    if (!run.wrong && run.delivered + run.lost != run.expected) {
        run.wrong = "mail was lost without a word";
    }
    end(&run);
    if (!run.wrong && open_descriptors() != before) {
        run.wrong = "descriptors are left";
    }
    if (run.wrong) {
        fail_msg("%s %u: %s: %s (%u accepted, %u came, %u lost)", call_names[call], number, strerror(error), run.wrong,
                 run.expected, run.delivered, run.lost);
    }
    return run;
}

static void nothing_is_lost(void **state)
{
    static const struct {
        call_t call;
        int error;
    } rows[] = {
        {CALL_SENDMSG, EAGAIN}, {CALL_SENDMSG, EINTR}, {CALL_SENDMSG, ENOBUFS}, {CALL_RECVMSG, EAGAIN},
        {CALL_RECVMSG, EINTR},  {CALL_WRITE, EINTR},   {CALL_WRITE, SHORT},     {CALL_POLL, EINTR},
        {CALL_POLL, ENOMEM},    {CALL_FCNTL, EIO},
    };
    run_t plain = with_fault(0, 0, 0);
    unsigned seen[CALLS];

    (void)state;
    memcpy(seen, faults.seen, sizeof(seen));
    assert_int_equal(plain.delivered, COUNT(sizes));
    assert_true(seen[CALL_SENDMSG] > COUNT(sizes) && seen[CALL_MEMFD_CREATE] >= 3 && seen[CALL_MMAP] == 3);
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (unsigned number = 1; number <= seen[rows[i].call]; number++) {
            run_t run = with_fault(rows[i].call, number, rows[i].error);

            if (run.delivered != COUNT(sizes)) {
                fail_msg("%s %u: %s: %u mails came", call_names[rows[i].call], number, strerror(rows[i].error),
                         run.delivered);
            }
        }
    }
}

/* A mail that was taken waits for better times; one that was not has its sender told. */
static void shortages_pass(void **state)
{
    static const call_t calls[] = {CALL_SENDMSG, CALL_MEMFD_CREATE, CALL_WRITE, CALL_EVENT_NEW, CALL_EVENT_ADD};
    static const int errors[] = {EMFILE, ENFILE, ENOMEM, ENOSPC, ETOOMANYREFS};
    unsigned seen[CALLS];

    (void)state;
    with_fault(0, 0, 0);
    memcpy(seen, faults.seen, sizeof(seen));
    for (size_t c = 0; c < COUNT(calls); c++) {
        assert_true(seen[calls[c]] > 0);
        for (unsigned number = 1; number <= seen[calls[c]]; number++) {
            for (size_t i = 0; i < COUNT(errors); i++) {
                run_t run = with_fault(calls[c], number, errors[i]);

                if (run.lost > 0 || run.expected + 1 < COUNT(sizes)) {
                    fail_msg("%s %u: %s: %u lost, %u accepted", call_names[calls[c]], number, strerror(errors[i]),
                             run.lost, run.expected);
                }
            }
        }
    }
}

/* Nothing helps: one mail is lost, and that is told. */
static void losses_are_told(void **state)
{
    static const struct {
        call_t call;
        int error;
    } rows[] = {{CALL_SENDMSG, EPIPE}, {CALL_SENDMSG, ECONNREFUSED}, {CALL_SENDMSG, EIO}, {CALL_MEMFD_CREATE, EPERM},
                {CALL_WRITE, EIO},     {CALL_MMAP, ENOMEM},          {CALL_MMAP, ENODEV}};
    unsigned seen[CALLS];

    (void)state;
    with_fault(0, 0, 0);
    memcpy(seen, faults.seen, sizeof(seen));
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (unsigned number = 1; number <= seen[rows[i].call]; number++) {
            run_t run = with_fault(rows[i].call, number, rows[i].error);

            if (run.lost + (COUNT(sizes) - run.expected) != 1) {
                fail_msg("%s %u: %s: %u lost, %u accepted", call_names[rows[i].call], number, strerror(rows[i].error),
                         run.lost, run.expected);
            }
        }
    }
}

static void mailboxes_cannot_be_made(void **state)
{
    static const struct {
        call_t call;
        unsigned most;
        int error;
    } rows[] = {{CALL_SOCKETPAIR, 3, EMFILE}, {CALL_SOCKETPAIR, 3, ENOMEM}, {CALL_FCNTL, 18, EBADF}};
    unsigned before = open_descriptors();
    es_post_t post;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (unsigned number = 1; number <= rows[i].most; number++) {
            faults_arm(rows[i].call, number, rows[i].error);
            assert_int_equal(es_post_init(&post, 3), ES_E_SYSTEM);
            assert_int_equal(open_descriptors(), before);
        }
    }
    faults_disarm();
    faults.seen[CALL_FCNTL] = 0;
    assert_int_equal(es_post_init(&post, 3), ES_OK);
    assert_int_equal(faults.seen[CALL_FCNTL], 18); /* so all of them have failed */
    es_post_destroy(&post);
}

static void mail_cannot_be_watched(void **state)
{
    static const call_t calls[] = {CALL_EVENT_NEW, CALL_EVENT_ADD};

    (void)state;
    for (size_t i = 0; i < COUNT(calls); i++) {
        run_t run;

        begin(&run);
        faults_arm(calls[i], 1, ENOMEM);
        assert_int_equal(es_post_open(&run.post, &run.loop, 0), ES_E_SYSTEM);
        assert_false(es_post_is_open(&run.post));
        assert_int_equal(es_post_open(&run.post, &run.loop, 0), ES_OK);
        end(&run);
    }
}

/* The sender ends: what waits leaves all the same, whatever a signal or a shortage does to it. */
static void the_last_mail_leaves(void **state)
{
    static const struct {
        call_t call;
        int error;
    } rows[] = {{CALL_POLL, EINTR},   {CALL_POLL, ENOMEM},     {CALL_MEMFD_CREATE, EMFILE},
                {CALL_WRITE, ENOSPC}, {CALL_SENDMSG, ENOBUFS}, {CALL_SENDMSG, EINTR}};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        run_t run;
        pid_t reader;
        int status;

        begin(&run);
        send_all(&run);
        assert_true(run.post.boxes[0].queue.len > 0);
        assert_int_equal(run.expected, COUNT(sizes));
        reader = fork();
        if (reader == 0) {
            bool never = false;

            es_post_forget(&run.post);
            run.post.self = 0;
            run.post.buffer = es_malloc(sizeof(es_mail_t) + ES_MAIL_INLINE);
            while (run.delivered < COUNT(sizes) && !run.wrong) {
                es_post_wait(&run.post, &never, 0.01);
            }
            _exit(run.wrong != NULL);
        }
        faults_arm(rows[i].call, 1, rows[i].error);
        es_post_close(&run.post, 20);
        assert_int_equal(run.post.boxes[0].queue.len, 0);
        assert_int_equal(waitpid(reader, &status, 0), reader);
        assert_int_equal(status, 0);
        end(&run);
    }
}

static void waiting_goes_on(void **state)
{
    static const int errors[] = {EINTR, ENOMEM};

    (void)state;
    for (size_t i = 0; i < COUNT(errors); i++) {
        const es_mail_t mail = {.type = 1, .id = 1, .len = sizes[1]};
        bool never = false;
        run_t run;

        begin(&run);
        assert_int_equal(es_post_open(&run.post, &run.loop, 0), ES_OK);
        memset(run.bytes, 1, LARGEST);
        run.accepted[1] = true;
        assert_int_equal(es_post_send(&run.post, 0, &mail, run.bytes), ES_OK);
        faults_arm(CALL_POLL, 1, errors[i]);
        assert_false(es_post_wait(&run.post, &never, 0.03));
        assert_int_equal(run.delivered, 1);
        assert_null(run.wrong);
        end(&run);
    }
}

/* --- descriptors --- */

static void descriptors_stay_or_go(void **state)
{
    static const struct {
        call_t call;
        int error, sent;
        long received;
    } rows[] = {{CALL_SENDMSG, EINTR, ES_OK, 4},        {CALL_SENDMSG, EPIPE, ES_E_SYSTEM, 0},
                {CALL_SENDMSG, EMFILE, ES_E_SYSTEM, 0}, {CALL_RECVMSG, EINTR, ES_OK, 4},
                {CALL_RECVMSG, ENOMEM, ES_OK, -ENOMEM}, {CALL_RECVMSG, ECONNRESET, ES_OK, -ECONNRESET},
                {CALL_FCNTL, EBADF, ES_OK, 4}};
    unsigned before = open_descriptors();

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char bytes[8];
        int ends[2], fd = 77;

        faults_disarm();
        assert_int_equal(es_socket_pair(ends, true), ES_OK);
        faults_arm(rows[i].call, 1, rows[i].error);
        assert_int_equal(es_send_fd(ends[0], "with", 4, ends[1]), rows[i].sent);
        if (rows[i].sent == ES_OK) {
            assert_int_equal(es_recv_fd(ends[1], bytes, sizeof(bytes), &fd), rows[i].received);
            assert_int_equal(fd >= 0, rows[i].received > 0);
        }
        if (fd >= 0 && fd != 77) {
            close(fd);
        }
        close(ends[0]);
        close(ends[1]);
        assert_int_equal(open_descriptors(), before);
    }
    faults_disarm();
}

/* --- the loop --- */

static void loop_cannot_be_made(void **state)
{
    static const call_t calls[] = {CALL_EVENT_BASE_NEW, CALL_EVENT_NEW, CALL_EVENT_ADD};
    unsigned before = open_descriptors();
    es_loop_t loop;

    (void)state;
    for (size_t i = 0; i < COUNT(calls); i++) {
        faults_arm(calls[i], 1, EMFILE);
        assert_int_equal(es_loop_init(&loop), ES_E_SYSTEM);
        assert_null(loop.base);
        assert_int_equal(open_descriptors(), before);
    }
    faults_disarm();
}

static void never_ready(es_watch_t *watch, bool readable, bool writable)
{
    (void)watch;
    (void)readable;
    (void)writable;
}

static void never_fired(es_timer_t *timer)
{
    (void)timer;
}

static void never_caught(int signo, void *arg)
{
    (void)signo;
    (void)arg;
}

static void never_accepted(es_listener_t *l, int fd, const es_address_t *peer)
{
    (void)l;
    (void)peer;
    close(fd);
}

/* What failed can be tried again, ended, and destroyed with the loop. */
static void events_cannot_be_made(void **state)
{
    static const call_t calls[] = {CALL_EVENT_NEW, CALL_EVENT_ADD};
    unsigned before = open_descriptors();

    (void)state;
    for (size_t i = 0; i < COUNT(calls); i++) {
        es_watch_t watch = {.ready = never_ready};
        es_timer_t timer = {.fired = never_fired};
        es_signal_t signal = {0};
        es_listener_t listener = {.on_accept = never_accepted};
        es_loop_t loop;
        int port, fd;

        faults_disarm();
        assert_int_equal(es_loop_init(&loop), ES_OK);
        fd = es_address_listen(ES_SOCK_TCP, "127.0.0.1", 0, 4, &port);
        assert_true(fd >= 0);
        for (int again = 0; again < 2; again++) {
            int expected = again ? ES_OK : ES_E_SYSTEM;

            faults_arm(calls[i], 1, ENOMEM);
            faults.armed = !again;
            assert_int_equal(es_watch_set(&loop, &watch, fd, true, false), expected);
            assert_int_equal(watch.registration.event != NULL, again);
            faults.seen[calls[i]] = 0;
            assert_int_equal(es_timer_start(&loop, &timer, 1000, true), expected);
            faults.seen[calls[i]] = 0;
            assert_int_equal(es_signal_add(&loop, &signal, SIGUSR1, never_caught, NULL), expected);
            faults.seen[calls[i]] = 0;
            assert_int_equal(es_listener_start(&listener, &loop, fd), expected);
            assert_int_equal(listener.event != NULL, again);
            if (!again) {
                es_watch_stop(&watch);
                es_timer_stop(&timer);
                es_signal_remove(&signal);
                es_listener_stop(&listener);
            }
        }
        es_listener_stop(&listener);
        es_loop_destroy(&loop);
        close(fd);
    }
    faults_disarm();
    assert_int_equal(open_descriptors(), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_lost),        cmocka_unit_test(shortages_pass),
        cmocka_unit_test(losses_are_told),        cmocka_unit_test(mailboxes_cannot_be_made),
        cmocka_unit_test(mail_cannot_be_watched), cmocka_unit_test(the_last_mail_leaves),
        cmocka_unit_test(waiting_goes_on),        cmocka_unit_test(descriptors_stay_or_go),
        cmocka_unit_test(loop_cannot_be_made),    cmocka_unit_test(events_cannot_be_made),
    };

    return cmocka_run_group_tests_name("faults of mailboxes and the loop", tests, NULL, NULL);
}
