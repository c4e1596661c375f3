#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE /* memfd_create */
#endif
#include "net/mailbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/status.h"

/* Mail that may be queued for one slot in the sender: beyond it the receiver is in trouble, and sending fails. */
#define QUEUE_MAX (64 * 1024 * 1024)

/* From here on a sender looks for room with every mail. */
#define QUEUE_LONG (256 * 1024)

/* When a queue is tried again that descriptors or memory were missing for. */
#define RETRY_MS 100

/* Mail that is taken in one turn: connections want theirs, too. */
#define MAILS_PER_TURN 64

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

/* SEQPACKET keeps bounds and order and blocks when full; where it is missing, a reliable datagram socket does. */
#if defined(__linux__)
#define PAIR_TYPE SOCK_SEQPACKET
#else
#define PAIR_TYPE SOCK_DGRAM
#endif

static bool set_flags(int fd, bool nonblocking)
{
    int flags = nonblocking ? fcntl(fd, F_GETFL) : 0;

    return flags >= 0 && fcntl(fd, F_SETFD, FD_CLOEXEC) == 0 &&
           (!nonblocking || fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0);
}

int es_socket_pair(int ends[2], bool nonblocking)
{
    if (socketpair(AF_UNIX, PAIR_TYPE, 0, ends) != 0) {
        return ES_E_SYSTEM;
    }
    if (!set_flags(ends[0], nonblocking) || !set_flags(ends[1], nonblocking)) {
        close(ends[0]);
        close(ends[1]);
        return ES_E_SYSTEM;
    }
    return ES_OK;
}

int es_post_init(es_post_t *post, int count)
{
    memset(post, 0, sizeof(*post));
    post->boxes = es_calloc((size_t)count, sizeof(*post->boxes));
    post->count = count;
    post->self = -1;
    for (int i = 0; i < count; i++) {
        post->boxes[i].in = post->boxes[i].out = -1;
        post->boxes[i].post = post;
    }
    for (int i = 0; i < count; i++) {
        int ends[2];

        if (es_socket_pair(ends, true) != ES_OK) {
            es_post_destroy(post);
            return ES_E_SYSTEM;
        }
        post->boxes[i].in = ends[0];
        post->boxes[i].out = ends[1];
    }
    return ES_OK;
}

void es_post_forget(es_post_t *post)
{
    for (int i = 0; i < post->count; i++) {
        es_mailbox_t *box = &post->boxes[i];

        es_watch_stop(&box->drained);
        es_timer_stop(&box->retry);
        es_buffer_destroy(&box->queue);
        box->sent = 0;
    }
}

void es_post_destroy(es_post_t *post)
{
    es_watch_stop(&post->arrived);
    es_post_forget(post);
    for (int i = 0; i < post->count; i++) {
        es_mailbox_t *box = &post->boxes[i];

        if (box->in >= 0) {
            close(box->in);
            close(box->out);
        }
    }
    es_free(post->boxes);
    es_free(post->buffer);
    memset(post, 0, sizeof(*post));
}

static int memory_file(void)
{
#if defined(__linux__)
    return memfd_create("easyswoole-mail", MFD_CLOEXEC);
#else
    char path[] = "/tmp/easyswoole.mail.XXXXXX";
    int fd = mkstemp(path);

    if (fd >= 0) {
        unlink(path);
        fcntl(fd, F_SETFD, FD_CLOEXEC);
    }
    return fd;
#endif
}

static bool write_all(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = write(fd, bytes, len);

        if (n < 0 && errno != EINTR) {
            return false;
        }
        if (n > 0) {
            bytes += n;
            len -= (size_t)n;
        }
    }
    return true;
}

static ssize_t send_parts(int socket, struct iovec *iov, int count, int fd)
{
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int))];
    } control;
    struct msghdr msg;
    ssize_t n;

    memset(&msg, 0, sizeof(msg));
    msg.msg_iov = iov;
    msg.msg_iovlen = (size_t)count;
    if (fd >= 0) {
        struct cmsghdr *c;

        memset(&control, 0, sizeof(control));
        msg.msg_control = control.space;
        msg.msg_controllen = sizeof(control.space);
        c = CMSG_FIRSTHDR(&msg);
        c->cmsg_level = SOL_SOCKET;
        c->cmsg_type = SCM_RIGHTS;
        c->cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(c), &fd, sizeof(int));
    }
    do {
        n = sendmsg(socket, &msg, MSG_NOSIGNAL);
    } while (n < 0 && errno == EINTR);
    return n < 0 ? -errno : n;
}

int es_send_fd(int socket, const void *bytes, size_t len, int fd)
{
    struct iovec iov = {(void *)bytes, len};

    return send_parts(socket, &iov, 1, fd) == (ssize_t)len ? ES_OK : ES_E_SYSTEM;
}

long es_recv_fd(int socket, void *bytes, size_t size, int *fd)
{
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int))];
    } control;
    struct iovec iov = {bytes, size};
    struct msghdr msg;
    ssize_t n;

    *fd = -1;
    memset(&msg, 0, sizeof(msg));
    msg.msg_iov = &iov;
    msg.msg_iovlen = 1;
    msg.msg_control = control.space;
    msg.msg_controllen = sizeof(control.space);
    do {
        n = recvmsg(socket, &msg, 0);
    } while (n < 0 && errno == EINTR);
    if (n < 0) {
        return -errno;
    }
    for (struct cmsghdr *c = CMSG_FIRSTHDR(&msg); c; c = CMSG_NXTHDR(&msg, c)) {
        if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS) {
            memcpy(fd, CMSG_DATA(c), sizeof(int));
            fcntl(*fd, F_SETFD, FD_CLOEXEC);
        }
    }
    return n;
}

/* One mail into the socket. @return 0, or the negated errno */
static int transmit(es_mailbox_t *box, const es_mail_t *mail, const void *payload)
{
    struct iovec iov[2] = {{(void *)mail, sizeof(*mail)}, {(void *)payload, (size_t)mail->len}};
    ssize_t n;
    int file;

    if (mail->len <= ES_MAIL_INLINE) {
        n = send_parts(box->in, iov, mail->len ? 2 : 1, -1);
        return n < 0 ? (int)n : 0;
    }
    file = memory_file();
    if (file < 0 || !write_all(file, payload, (size_t)mail->len)) {
        int error = errno;

        if (file >= 0) {
            close(file);
        }
        return -error;
    }
    n = send_parts(box->in, iov, 1, file);
    close(file);
    return n < 0 ? (int)n : 0;
}

static void lose(es_post_t *post, const es_mail_t *mail)
{
    if (post->on_lost) {
        post->on_lost(post, mail);
    }
}

/* Errors that pass: the mail of a queue waits until there are descriptors and memory again. */
static bool is_shortage(int status)
{
    return status == -EMFILE || status == -ENFILE || status == -ENOMEM || status == -ENOSPC || status == -ETOOMANYREFS;
}

static bool is_full(int status)
{
    return status == -EAGAIN || status == -ENOBUFS;
}

/* Sends what is queued, as far as there is room. @return 0, or the negated errno that ended it */
static int drain(es_mailbox_t *box)
{
    int status = 0;

    while (box->sent < box->queue.len) {
        es_mail_t mail;

        memcpy(&mail, box->queue.data + box->sent, sizeof(mail));
        status = transmit(box, &mail, box->queue.data + box->sent + sizeof(mail));
        if (is_full(status) || is_shortage(status)) {
            break;
        }
        if (status < 0) {
            lose(box->post, &mail);
        }
        box->sent += sizeof(mail) + (size_t)mail.len;
    }
    if (box->sent == box->queue.len) {
        es_watch_stop(&box->drained);
        es_timer_stop(&box->retry);
        es_buffer_destroy(&box->queue);
        box->sent = 0;
    } else if (box->sent > box->queue.len / 2) {
        /* Not each time: a long queue would be moved again and again. */
        es_buffer_consume(&box->queue, box->sent);
        box->sent = 0;
    }
    return status;
}

static void on_room(es_watch_t *watch, bool readable, bool writable);

/* @return false: nothing tells when there is room */
static bool wait_for_room(es_mailbox_t *box)
{
    box->drained.ready = on_room;
    return es_watch_set(box->post->loop, &box->drained, box->in, false, true) == ES_OK;
}

static void on_retry(es_timer_t *timer)
{
    es_mailbox_t *box = es_container_of(timer, es_mailbox_t, retry);

    if (!wait_for_room(box)) {
        es_timer_start(box->post->loop, timer, RETRY_MS, false);
    }
}

static void on_room(es_watch_t *watch, bool readable, bool writable)
{
    es_mailbox_t *box = es_container_of(watch, es_mailbox_t, drained);

    (void)readable;
    (void)writable;
    if (is_shortage(drain(box))) {
        /* There is room, so that would come again at once. */
        box->retry.fired = on_retry;
        if (es_timer_start(box->post->loop, &box->retry, RETRY_MS, false) == ES_OK) {
            es_watch_stop(watch);
        }
    }
}

/* A sender that does not come back to its loop gets rid of what it can: a call per turn that finds no room is cheap. */
static void drain_if_long(es_mailbox_t *box)
{
    struct pollfd room = {box->in, POLLOUT, 0};

    if (box->queue.len - box->sent >= QUEUE_LONG && poll(&room, 1, 0) == 1) {
        drain(box);
    }
}

int es_post_send(es_post_t *post, int to, const es_mail_t *mail, const void *payload)
{
    es_mailbox_t *box;

    if (to < 0 || to >= post->count) {
        return ES_E_INVALID_PARAMS;
    }
    box = &post->boxes[to];
    drain_if_long(box);
    if (box->queue.len == 0) {
        int status = transmit(box, mail, payload);

        if (status == 0) {
            return ES_OK;
        }
        if (!is_full(status) || (post->loop && !wait_for_room(box))) {
            return ES_E_SYSTEM;
        }
    } else if (box->queue.len - box->sent + sizeof(*mail) + mail->len > QUEUE_MAX) {
        return ES_E_OUTPUT_OVERFLOW;
    }
    es_buffer_append(&box->queue, mail, sizeof(*mail));
    es_buffer_append(&box->queue, payload, (size_t)mail->len);
    return ES_OK;
}

/* @return false: the file cannot be read */
static bool receive_file(es_post_t *post, const es_mail_t *mail, int file)
{
    void *payload = mmap(NULL, (size_t)mail->len, PROT_READ, MAP_PRIVATE, file, 0);

    if (payload == MAP_FAILED) {
        return false;
    }
    post->on_mail(post, mail, payload);
    munmap(payload, (size_t)mail->len);
    return true;
}

/* Takes one mail. @return false when there is none */
static bool receive(es_post_t *post)
{
    int file;
    long n = es_recv_fd(post->boxes[post->self].out, post->buffer, sizeof(es_mail_t) + ES_MAIL_INLINE, &file);
    es_mail_t mail;

    if (n < (long)sizeof(mail)) {
        if (file >= 0) {
            close(file);
        }
        return n > 0; /* nobody sends so little */
    }
    memcpy(&mail, post->buffer, sizeof(mail));
    if ((uint64_t)n == sizeof(mail) + mail.len) {
        post->on_mail(post, &mail, post->buffer + sizeof(mail));
    } else if (file < 0 || !receive_file(post, &mail, file)) {
        lose(post, &mail);
    }
    if (file >= 0) {
        close(file);
    }
    return true;
}

static void on_arrived(es_watch_t *watch, bool readable, bool writable)
{
    es_post_t *post = es_container_of(watch, es_post_t, arrived);
    int limit = post->per_turn ? post->per_turn : MAILS_PER_TURN;

    (void)readable;
    (void)writable;
    /* What a process that ends leaves in the socket is its successor's. */
    for (int i = 0; i < limit && es_post_is_open(post) && !post->loop->stopped && receive(post); i++) {
    }
}

int es_post_open(es_post_t *post, es_loop_t *loop, int self)
{
    post->loop = loop;
    post->self = self;
    if (self < 0) {
        return ES_OK;
    }
    post->buffer = es_realloc(post->buffer, sizeof(es_mail_t) + ES_MAIL_INLINE);
    post->arrived.ready = on_arrived;
    return es_watch_set(loop, &post->arrived, post->boxes[self].out, true, false);
}

static double seconds_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void es_post_close(es_post_t *post, double seconds)
{
    double deadline = seconds_now() + seconds;

    es_watch_stop(&post->arrived);
    for (int i = 0; i < post->count; i++) {
        es_mailbox_t *box = &post->boxes[i];

        while (box->queue.len > 0) {
            struct pollfd room = {box->in, POLLOUT, 0};
            double left = deadline - seconds_now();
            bool shortage = is_shortage(drain(box));

            if (left <= 0) {
                break;
            }
            if (box->queue.len > 0) {
                poll(&room, shortage ? 0 : 1, shortage ? 1 : (int)(left * 1000) + 1);
            }
        }
        es_watch_stop(&box->drained);
        es_timer_stop(&box->retry);
    }
}

bool es_post_wait(es_post_t *post, const bool *done, double seconds)
{
    double deadline = seconds_now() + seconds;

    while (!*done) {
        struct pollfd mail = {post->boxes[post->self].out, POLLIN, 0};
        double left = deadline - seconds_now();

        /* What waits here for room may be what the answer waits for. */
        for (int i = 0; i < post->count; i++) {
            if (post->boxes[i].queue.len > 0) {
                drain(&post->boxes[i]);
            }
        }
        if (left <= 0) {
            break;
        }
        if (poll(&mail, 1, left < 0.05 ? (int)(left * 1000) + 1 : 50) > 0) {
            receive(post);
        }
    }
    return *done;
}
