#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "php.h"
#include "zend_exceptions.h"
#include "php_network.h"

#include "base/buffer.h"
#include "base/status.h"
#include "net/watch.h"
#include "php/host.h"
#include "php/process_loop.h"
#include "php/swoole/classes.h"
#include "php/swoole/loop_users.h"
#include "php_easyswoole.h"
#include "php_stubs/swoole_event_arginfo.h"

zend_class_entry *es_ce_Swoole_Event;

/* The functions are what the methods of Swoole\Event and Server::defer() are. */

#define READ        512  /* SWOOLE_EVENT_READ */
#define WRITE       1024 /* SWOOLE_EVENT_WRITE */

#define MOST_UNSENT (64 * 1024 * 1024) /* bytes of write() that may wait */

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

/* A descriptor that is watched for user code, or has bytes of write() left to send. */
typedef struct user_watch {
    es_resident_t resident;
    es_watch_t watch;
    int fd;
    zend_long events; /* of add() */
    zval handle;      /* owned; the descriptor as it was given */
    es_callback_t read, write;
    es_buffer_t out; /* owned; bytes of write() */
    bool ready;      /* its callbacks are being called */
    bool removed;    /* meanwhile; freed behind that */
} user_watch_t;

/* A callable of defer(). */
typedef struct deferred {
    struct deferred *next;
    es_callback_t callback;
} deferred_t;

typedef struct es_user_events {
    HashTable by_fd; /* user_watch_t */
    /* defer(): what is deferred while the others are being called has its turn in the next turn. */
    es_resident_t deferred_resident;
    es_turn_task_t deferred_task;
    es_timer_t deferred_timer;
    deferred_t *deferred, **last_deferred;
    bool calling_deferred;
    /* cycle() */
    es_callback_t after, before;
} es_user_events_t;

/* --- defer and cycle --- */

static void drop_deferred(es_resident_t *resident)
{
    es_user_events_t *events = es_container_of(resident, es_user_events_t, deferred_resident);
    deferred_t *d = events->deferred;

    events->deferred = NULL;
    events->last_deferred = &events->deferred;
    es_list_remove(&events->deferred_task.link);
    es_timer_stop(&events->deferred_timer);
    es_resident_remove(resident);
    while (d) {
        deferred_t *next = d->next;

        es_callback_clear(&d->callback);
        efree(d);
        d = next;
    }
}

static void call_deferred(es_turn_task_t *task)
{
    es_user_events_t *events = es_container_of(task, es_user_events_t, deferred_task);
    deferred_t **last = events->last_deferred; /* what comes behind waits */

    events->calling_deferred = true;
    for (deferred_t *d; (d = events->deferred) != NULL && !ES_G(calls).bailed_out;) {
        bool at_end = last == &d->next;
        zval callable;

        events->deferred = d->next;
        if (!d->next) {
            events->last_deferred = &events->deferred;
        }
        es_callback_call(&d->callback, 0, NULL, NULL);
        ZVAL_COPY_VALUE(&callable, &d->callback.callable);
        efree(d);
        es_callback_release(&callable);
        if (at_end) {
            break;
        }
    }
    events->calling_deferred = false;
    if (ES_G(calls).bailed_out) {
        return;
    }
    es_loop_t *loop = events->deferred ? es_host_loop() : NULL;
    if (!loop || es_timer_start(loop, &events->deferred_timer, 0, false) != ES_OK) {
        drop_deferred(&events->deferred_resident);
    }
}

static void on_deferred_timer(es_timer_t *timer)
{
    es_user_events_t *events = es_container_of(timer, es_user_events_t, deferred_timer);
    es_loop_t *loop = es_host_loop();

    if (loop) {
        es_turn_task_schedule(loop, &events->deferred_task);
    }
}

static void on_turn(es_loop_t *loop)
{
    es_user_events_t *events = ES_G(events);

    (void)loop;
    if (events && es_callback_is_set(&events->after)) {
        es_callback_call(&events->after, 0, NULL, NULL);
    }
    if (events && es_callback_is_set(&events->before)) {
        es_callback_call(&events->before, 0, NULL, NULL);
    }
}

/* --- all of it --- */

static es_user_events_t *user_events(void)
{
    es_user_events_t *events = ES_G(events);

    if (!events) {
        events = emalloc(sizeof(*events));
        memset(events, 0, sizeof(*events));
        zend_hash_init(&events->by_fd, 8, NULL, NULL, false);
        es_turn_task_init(&events->deferred_task, call_deferred);
        events->deferred_timer.fired = on_deferred_timer;
        events->last_deferred = &events->deferred;
        ES_G(events) = events;
    }
    es_process_loop_after_fork();
    return events;
}

void es_events_free(void)
{
    es_user_events_t *events = ES_G(events);

    if (events) {
        es_callback_clear(&events->after);
        es_callback_clear(&events->before);
        drop_deferred(&events->deferred_resident);
        zend_hash_destroy(&events->by_fd);
        efree(events);
        ES_G(events) = NULL;
    }
}

/* --- descriptors --- */

static bool is_a(zend_object *object, const char *lower_case_name, size_t len)
{
    zend_class_entry *ce = zend_hash_str_find_ptr(CG(class_table), lower_case_name, len);

    return ce && ce->type == ZEND_INTERNAL_CLASS && instanceof_function(object->ce, ce);
}

/* The descriptor that a value stands for; -1: none. */
static int fd_of(zval *value)
{
    php_stream *stream;
    php_socket_t fd;

    switch (Z_TYPE_P(value)) {
    case IS_LONG:
        return Z_LVAL_P(value) >= 0 && Z_LVAL_P(value) <= INT_MAX ? (int)Z_LVAL_P(value) : -1;
    case IS_RESOURCE:
        stream = zend_fetch_resource2_ex(value, NULL, php_file_le_stream(), php_file_le_pstream());
        if (stream && php_stream_cast(stream, PHP_STREAM_AS_FD_FOR_SELECT | PHP_STREAM_CAST_INTERNAL, (void *)&fd, 0) ==
                          SUCCESS) {
            return (int)fd;
        }
        return -1;
    case IS_OBJECT:
        if (is_a(Z_OBJ_P(value), ZEND_STRL("socket"))) {
            /* ext/sockets need not be loaded, so none of its symbols can be used: its object begins with the
             * descriptor. */
            return *(php_socket_t *)((char *)Z_OBJ_P(value) - Z_OBJ_HT_P(value)->offset);
        }
        if (is_a(Z_OBJ_P(value), ZEND_STRL("swoole\\process"))) {
            zval rv, *pipe = zend_read_property(Z_OBJCE_P(value), Z_OBJ_P(value), ZEND_STRL("pipe"), true, &rv);

            return Z_TYPE_P(pipe) == IS_LONG ? fd_of(pipe) : -1;
        }
        return -1;
    default:
        return -1;
    }
}

/* Reading from a callback must not wait for more than is there. Terminals are shared with other programs. */
static void make_non_blocking(zval *value, int fd)
{
    php_stream *stream;

    if (Z_TYPE_P(value) == IS_RESOURCE) {
        stream = zend_fetch_resource2_ex(value, NULL, php_file_le_stream(), php_file_le_pstream());
        if (stream && fd > STDERR_FILENO) {
            php_stream_set_option(stream, PHP_STREAM_OPTION_BLOCKING, 0, NULL);
        }
    } else if (Z_TYPE_P(value) == IS_OBJECT && is_a(Z_OBJ_P(value), ZEND_STRL("socket"))) {
        zval function, ret;

        ZVAL_STRING(&function, "socket_set_nonblock");
        ZVAL_UNDEF(&ret);
        call_user_function(NULL, NULL, &function, &ret, 1, value);
        zval_ptr_dtor(&ret);
        zval_ptr_dtor(&function);
    } else if (fd > STDERR_FILENO) {
        fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    }
}

static void take_out(user_watch_t *w)
{
    es_watch_stop(&w->watch);
    es_resident_remove(&w->resident);
    zend_hash_index_del(&ES_G(events)->by_fd, (zend_ulong)w->fd);
}

static void free_watch(user_watch_t *w, void (*release)(zval *value))
{
    zval values[3];

    ZVAL_COPY_VALUE(&values[0], &w->read.callable);
    ZVAL_COPY_VALUE(&values[1], &w->write.callable);
    ZVAL_COPY_VALUE(&values[2], &w->handle);
    es_buffer_destroy(&w->out);
    efree(w);
    for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
        release(&values[i]);
    }
}

static void remove_watch(user_watch_t *w)
{
    take_out(w);
    if (w->ready) {
        w->removed = true;
    } else {
        free_watch(w, zval_ptr_dtor);
    }
}

static void drop(es_resident_t *resident)
{
    remove_watch(es_container_of(resident, user_watch_t, resident));
}

static int update(user_watch_t *w)
{
    es_loop_t *loop = es_host_loop();

    return loop ? es_watch_set(loop, &w->watch, w->fd, w->events & READ, (w->events & WRITE) || w->out.len)
                : ES_E_SYSTEM;
}

/*
 * Sends what the system takes now. The descriptor may be a blocking one: a socket can be asked not to wait, and a pipe
 * that poll() calls writable takes PIPE_BUF bytes.
 * @return bytes or a negated errno
 */
static ssize_t send_some(int fd, const char *bytes, size_t len)
{
    ssize_t n = send(fd, bytes, len, MSG_DONTWAIT | MSG_NOSIGNAL);

    if (n < 0 && errno == ENOTSOCK) {
        struct pollfd p = {fd, POLLOUT, 0};

        if (poll(&p, 1, 0) != 1) {
            return -EAGAIN;
        }
        n = write(fd, bytes, len > PIPE_BUF ? PIPE_BUF : len);
    }
    return n < 0 ? (errno == EWOULDBLOCK ? -EAGAIN : -errno) : n;
}

/* @return false: the descriptor is broken, what is left is dropped */
static bool flush(user_watch_t *w)
{
    while (w->out.len > 0) {
        ssize_t n = send_some(w->fd, w->out.data, w->out.len);

        if (n == -EINTR) {
            continue;
        }
        if (n < 0) {
            if (n == -EAGAIN) {
                return true;
            }
            es_buffer_consume(&w->out, w->out.len);
            return false;
        }
        es_buffer_consume(&w->out, (size_t)n);
    }
    return true;
}

static void call(user_watch_t *w, es_callback_t *callback)
{
    zval arg;

    if (es_callback_is_set(callback) && !w->removed && !ES_G(calls).bailed_out) {
        ZVAL_COPY(&arg, &w->handle);
        es_callback_call(callback, 1, &arg, NULL);
    }
}

static void on_ready(es_watch_t *watch, bool readable, bool writable)
{
    user_watch_t *w = es_container_of(watch, user_watch_t, watch);
    bool had_output = w->out.len > 0;

    w->ready = true;
    if (readable && (w->events & READ)) {
        call(w, &w->read);
    }
    if (writable && had_output && !w->removed) {
        flush(w);
    } else if (writable && (w->events & WRITE)) {
        call(w, &w->write);
    }
    w->ready = false;
    if (ES_G(calls).bailed_out) {
        return;
    }
    if (!w->removed && !w->events && w->out.len == 0) {
        take_out(w);
        w->removed = true;
    }
    if (w->removed) {
        free_watch(w, es_callback_release);
    } else if (had_output && w->out.len == 0) {
        update(w);
    }
}

/* The watch of a descriptor; NULL: none. One whose stream was closed in the meantime is forgotten. */
static user_watch_t *find(int fd)
{
    user_watch_t *w = fd < 0 ? NULL : zend_hash_index_find_ptr(&user_events()->by_fd, (zend_ulong)fd);

    if (w && Z_TYPE(w->handle) == IS_RESOURCE && Z_RES_TYPE(w->handle) < 0 && !w->ready) {
        remove_watch(w);
        return NULL;
    }
    return w;
}

/* A closed stream has no descriptor any more, but its watch still knows it. */
static user_watch_t *find_closed(zval *given)
{
    user_watch_t *w;

    if (Z_TYPE_P(given) == IS_RESOURCE) {
        ZEND_HASH_FOREACH_PTR(&user_events()->by_fd, w) {
            if (Z_TYPE(w->handle) == IS_RESOURCE && Z_RES(w->handle) == Z_RES_P(given)) {
                return w;
            }
        }
        ZEND_HASH_FOREACH_END();
    }
    return NULL;
}

static user_watch_t *new_watch(int fd, zval *given)
{
    user_watch_t *w = emalloc(sizeof(*w));

    memset(w, 0, sizeof(*w));
    w->fd = fd;
    w->watch.ready = on_ready;
    ZVAL_COPY(&w->handle, given);
    zend_hash_index_add_new_ptr(&user_events()->by_fd, (zend_ulong)fd, w);
    es_resident_add(&w->resident, drop);
    return w;
}

/* --- functions --- */

/* @return false with an exception: it cannot be called */
static bool check_callable(uint32_t number, zval *callable)
{
    if (callable && Z_TYPE_P(callable) != IS_NULL &&
        !zend_is_callable(callable, IS_CALLABLE_SUPPRESS_DEPRECATIONS, NULL)) {
        zend_argument_type_error(number, "must be a valid callback or null");
        return false;
    }
    return true;
}

static void set_callable(es_callback_t *callback, zval *callable)
{
    if (callable && Z_TYPE_P(callable) != IS_NULL) {
        es_callback_set(callback, callable);
    }
}

static bool fail(int status, const char *format, int fd)
{
    php_error_docref(NULL, E_WARNING, format, fd);
    return es_host_fail(status);
}

PHP_FUNCTION(swoole_event_add)
{
    zval *given, *read = NULL, *write = NULL;
    zend_long events = READ;

    ZEND_PARSE_PARAMETERS_START(1, 4)
        Z_PARAM_ZVAL(given)
        Z_PARAM_OPTIONAL
        Z_PARAM_ZVAL(read)
        Z_PARAM_ZVAL(write)
        Z_PARAM_LONG(events)
    ZEND_PARSE_PARAMETERS_END();

    if (!check_callable(2, read) || !check_callable(3, write)) {
        RETURN_THROWS();
    }
    int fd = fd_of(given);
    if (fd < 0) {
        RETURN_BOOL(fail(ES_E_INVALID_PARAMS, "this is not something that can be watched", fd));
    }
    events &= READ | WRITE;
    if ((events & READ) && (!read || Z_TYPE_P(read) == IS_NULL)) {
        RETURN_BOOL(fail(ES_E_INVALID_PARAMS, "unable to find readable callback of fd [%d]", fd));
    }
    if ((events & WRITE) && (!write || Z_TYPE_P(write) == IS_NULL)) {
        RETURN_BOOL(fail(ES_E_INVALID_PARAMS, "unable to find writable callback of fd [%d]", fd));
    }
    if (!events) {
        RETURN_BOOL(fail(ES_E_INVALID_PARAMS, "no events of fd [%d] are asked for", fd));
    }
    user_watch_t *w = find(fd);
    if (w && w->events) {
        RETURN_BOOL(fail(ES_E_WRONG_OPERATION, "fd [%d] is in the event loop already", fd));
    }
    make_non_blocking(given, fd);
    if (!w) {
        w = new_watch(fd, given);
    }
    set_callable(&w->read, read);
    set_callable(&w->write, write);
    w->events = events;
    if (update(w) != ES_OK) {
        remove_watch(w);
        RETURN_BOOL(fail(ES_E_SYSTEM, "fd [%d] cannot be watched", fd));
    }
    RETURN_LONG(fd);
}

PHP_FUNCTION(swoole_event_set)
{
    zval *given, *read = NULL, *write = NULL;
    zend_long events = 0;

    ZEND_PARSE_PARAMETERS_START(1, 4)
        Z_PARAM_ZVAL(given)
        Z_PARAM_OPTIONAL
        Z_PARAM_ZVAL(read)
        Z_PARAM_ZVAL(write)
        Z_PARAM_LONG(events)
    ZEND_PARSE_PARAMETERS_END();

    if (!check_callable(2, read) || !check_callable(3, write)) {
        RETURN_THROWS();
    }
    int fd = fd_of(given);
    user_watch_t *w = find(fd);
    if (!w || !w->events) {
        RETURN_BOOL(fail(ES_E_WRONG_OPERATION, "fd [%d] is not in the event loop", fd));
    }
    events &= READ | WRITE;
    events = events ? events : w->events;
    if ((events & READ) && !es_callback_is_set(&w->read) && (!read || Z_TYPE_P(read) == IS_NULL)) {
        RETURN_BOOL(fail(ES_E_INVALID_PARAMS, "unable to find readable callback of fd [%d]", fd));
    }
    if ((events & WRITE) && !es_callback_is_set(&w->write) && (!write || Z_TYPE_P(write) == IS_NULL)) {
        RETURN_BOOL(fail(ES_E_INVALID_PARAMS, "unable to find writable callback of fd [%d]", fd));
    }
    w->events = events;
    int status = update(w);
    if (status != ES_OK) {
        remove_watch(w);
        RETURN_BOOL(fail(status, "fd [%d] cannot be watched", fd));
    }
    /* Last: the destructor of a former callback may do anything, also remove the watch. */
    bool ready = w->ready;
    w->ready = true;
    set_callable(&w->read, read);
    set_callable(&w->write, write);
    w->ready = ready;
    if (w->removed && !ready) {
        free_watch(w, zval_ptr_dtor);
    }
    RETURN_TRUE;
}

PHP_FUNCTION(swoole_event_del)
{
    zval *given;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(given)
    ZEND_PARSE_PARAMETERS_END();

    int fd = fd_of(given);
    user_watch_t *w = fd < 0 ? find_closed(given) : find(fd);
    if (!w) {
        RETURN_BOOL(fail(ES_E_WRONG_OPERATION, "fd [%d] is not in the event loop", fd));
    }
    remove_watch(w);
    RETURN_TRUE;
}

PHP_FUNCTION(swoole_event_isset)
{
    zval *given;
    zend_long events = READ | WRITE;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_ZVAL(given)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(events)
    ZEND_PARSE_PARAMETERS_END();

    user_watch_t *w = find(fd_of(given));
    RETURN_BOOL(w && (w->events & events));
}

PHP_FUNCTION(swoole_event_write)
{
    zval *given;
    zend_string *data;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_ZVAL(given)
        Z_PARAM_STR(data)
    ZEND_PARSE_PARAMETERS_END();

    int fd = fd_of(given);
    if (fd < 0) {
        RETURN_BOOL(fail(ES_E_INVALID_PARAMS, "this is not something that can be written to", fd));
    }
    if (ZSTR_LEN(data) == 0) {
        RETURN_BOOL(fail(ES_E_NO_PAYLOAD, "the data to be written to fd [%d] is empty", fd));
    }
    user_watch_t *w = find(fd);
    if (w && w->out.len + ZSTR_LEN(data) > MOST_UNSENT) {
        RETURN_BOOL(fail(ES_E_OUTPUT_OVERFLOW, "too many bytes are waiting to be written to fd [%d]", fd));
    }
    if (!w) {
        w = new_watch(fd, given);
    }
    es_buffer_append(&w->out, ZSTR_VAL(data), ZSTR_LEN(data));
    bool fine = flush(w);
    if (!w->events && w->out.len == 0 && !w->ready) {
        remove_watch(w);
    } else if (w->out.len > 0 && update(w) != ES_OK) {
        remove_watch(w);
        fine = false;
    }
    if (!fine) {
        RETURN_BOOL(fail(ES_E_SYSTEM, "unable to write to fd [%d]", fd));
    }
    RETURN_TRUE;
}

/* Whether a loop runs already: then neither wait() nor dispatch() may run one inside of it. */
static bool refuse_inside(void)
{
    es_host_t *host = ES_G(host);

    if (es_process_loop_running() || (host && host->server && es_server_running(host->server))) {
        php_error_docref(NULL, E_WARNING, "the event loop is running already");
        es_host_fail(ES_E_WRONG_OPERATION);
        return true;
    }
    return false;
}

PHP_FUNCTION(swoole_event_wait)
{
    ZEND_PARSE_PARAMETERS_NONE();
    if (es_process_loop_has_residents() && !refuse_inside()) {
        es_process_loop_run(false);
    }
}

PHP_FUNCTION(swoole_event_dispatch)
{
    ZEND_PARSE_PARAMETERS_NONE();
    if (refuse_inside() || !es_host_loop()) {
        RETURN_FALSE;
    }
    es_process_loop_run(true);
    RETURN_TRUE;
}

PHP_FUNCTION(swoole_event_exit)
{
    ZEND_PARSE_PARAMETERS_NONE();
    es_process_loop_exit();
}

PHP_FUNCTION(swoole_event_defer)
{
    zval *callable;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(callable)
    ZEND_PARSE_PARAMETERS_END();

    if (!zend_is_callable(callable, IS_CALLABLE_SUPPRESS_DEPRECATIONS, NULL)) {
        zend_argument_type_error(1, "must be a valid callback");
        RETURN_THROWS();
    }
    es_user_events_t *events = user_events();
    es_loop_t *loop = es_host_loop();
    if (!loop) {
        RETURN_FALSE;
    }
    deferred_t *d = emalloc(sizeof(*d));
    memset(d, 0, sizeof(*d));
    es_callback_set(&d->callback, callable);
    if (!events->deferred && !events->calling_deferred) {
        es_resident_remove(&events->deferred_resident);
        es_resident_add(&events->deferred_resident, drop_deferred);
    }
    *events->last_deferred = d;
    events->last_deferred = &d->next;
    if (!events->calling_deferred) {
        es_turn_task_schedule(loop, &events->deferred_task);
    }
    RETURN_TRUE;
}

PHP_FUNCTION(swoole_event_cycle)
{
    zval *callable;
    bool before = false;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_ZVAL(callable)
        Z_PARAM_OPTIONAL
        Z_PARAM_BOOL(before)
    ZEND_PARSE_PARAMETERS_END();

    if (!check_callable(1, callable)) {
        RETURN_THROWS();
    }
    es_user_events_t *events = user_events();
    es_callback_t *callback = before ? &events->before : &events->after;
    if (Z_TYPE_P(callable) == IS_NULL) {
        bool was_set = es_callback_is_set(callback);

        es_callback_clear(callback);
        RETURN_BOOL(was_set);
    }
    es_loop_t *loop = es_host_loop();
    if (!loop) {
        RETURN_FALSE;
    }
    es_callback_set(callback, callable);
    loop->on_turn = on_turn;
    RETURN_TRUE;
}

PHP_METHOD(Swoole_Event, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_MINIT_FUNCTION(swoole_event)
{
    es_ce_Swoole_Event = register_class_Swoole_Event();
    zend_register_class_alias("swoole_event", es_ce_Swoole_Event);
    return SUCCESS;
}
