#include "php.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include "SAPI.h"
#include "php_output.h"
#include "zend_exceptions.h"

#include "net/loop.h"
#include "php/compat.h"
#include "php/host.h"
#include "php/process_loop.h"
#include "php/swoole/classes.h"
#include "php_easyswoole.h"
#include "server/process.h"
#include "php_stubs/swoole_process_arginfo.h"

zend_class_entry *es_ce_Swoole_Process;
static zend_object_handlers handlers;

/* Declared properties, in the order of the stub. */
enum {
    PROCESS_PIPE,
    PROCESS_PID,
    PROCESS_ID
};

/* Ends of the pipe. */
enum {
    PARENT_END,
    CHILD_END
};

typedef struct es_php_process {
    es_callback_t callback;
    int ends[2]; /* owned; -1: closed, or none */
    bool redirect;
    bool in_child;   /* this is the process itself */
    bool added;      /* a server starts it */
    double timeout;  /* seconds of read() and write(); 0: none */
    zend_object std; /* last */
} es_php_process_t;

static es_php_process_t *process_from(zend_object *object)
{
    return (es_php_process_t *)((char *)object - offsetof(es_php_process_t, std));
}

static zend_object *create(zend_class_entry *ce)
{
    es_php_process_t *p = zend_object_alloc(sizeof(*p), ce);

    zend_object_std_init(&p->std, ce);
    object_properties_init(&p->std, ce);
    p->ends[0] = p->ends[1] = -1;
    p->std.handlers = &handlers;
    return &p->std;
}

static void close_end(es_php_process_t *p, int end)
{
    if (p->ends[end] >= 0) {
        close(p->ends[end]);
        p->ends[end] = -1;
    }
}

static void free_object(zend_object *object)
{
    es_php_process_t *p = process_from(object);

    es_callback_clear(&p->callback);
    close_end(p, PARENT_END);
    close_end(p, CHILD_END);
    zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *n)
{
    zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

    es_callback_gc(&process_from(object)->callback, buffer);
    zend_get_gc_buffer_use(buffer, table, n);
    return zend_std_get_properties(object);
}

PHP_METHOD(Swoole_Process, __construct)
{
    es_php_process_t *p = process_from(Z_OBJ_P(ZEND_THIS));
    zend_fcall_info info;
    zend_fcall_info_cache cache;
    bool redirect = false, coroutine = false;
    zend_long pipe_type = 2;

    ZEND_PARSE_PARAMETERS_START(1, 4)
        Z_PARAM_FUNC(info, cache)
        Z_PARAM_OPTIONAL
        Z_PARAM_BOOL(redirect)
        Z_PARAM_LONG(pipe_type)
        Z_PARAM_BOOL(coroutine)
    ZEND_PARSE_PARAMETERS_END();

    if (es_callback_is_set(&p->callback)) {
        zend_throw_error(NULL, "Constructor of %s can only be called once", ZSTR_VAL(p->std.ce->name));
        RETURN_THROWS();
    }
    if (pipe_type < 0 || pipe_type > 2) {
        zend_argument_value_error(3, "must be 0 (none), 1 (a stream) or 2 (messages)");
        RETURN_THROWS();
    }
    /* What is printed is a stream; bounds of messages would be lost anyhow. */
    if (redirect) {
        pipe_type = 1;
    }
    if (pipe_type > 0) {
        int status = es_process_pipe(p->ends, pipe_type == 1);

        if (status < 0) {
            zend_throw_error(NULL, "cannot make a pipe: %s", strerror(-status));
            RETURN_THROWS();
        }
        ZVAL_LONG(OBJ_PROP_NUM(&p->std, PROCESS_PIPE), p->ends[PARENT_END]);
    }
    p->redirect = redirect;
    es_callback_set(&p->callback, &info.function_name);
}

PHP_METHOD(Swoole_Process, __destruct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

/* In the child: the object turns to its own side. */
static void enter_child(es_php_process_t *p)
{
    p->in_child = true;
    close_end(p, PARENT_END);
    if (p->ends[CHILD_END] >= 0) {
        ZVAL_LONG(OBJ_PROP_NUM(&p->std, PROCESS_PIPE), p->ends[CHILD_END]);
        if (p->redirect) {
            dup2(p->ends[CHILD_END], STDIN_FILENO);
            dup2(p->ends[CHILD_END], STDOUT_FILENO);
        }
    }
    ZVAL_LONG(OBJ_PROP_NUM(&p->std, PROCESS_PID), getpid());
}

void es_process_run(zend_object *process, zend_long id)
{
    es_php_process_t *p = process_from(process);
    zval args[1];

    enter_child(p);
    if (id >= 0) {
        ZVAL_LONG(OBJ_PROP_NUM(&p->std, PROCESS_ID), id);
    }
    ZVAL_OBJ_COPY(&args[0], process);
    if (es_callback_call(&p->callback, 1, args, NULL) == ES_CALL_OK) {
        es_process_loop_run(false);
    }
}

void es_process_add(zend_object *process, zend_long id)
{
    process_from(process)->added = true;
    ZVAL_LONG(OBJ_PROP_NUM(process, PROCESS_ID), id);
}

PHP_METHOD(Swoole_Process, start)
{
    es_php_process_t *p = process_from(Z_OBJ_P(ZEND_THIS));
    int pid;

    ZEND_PARSE_PARAMETERS_NONE();

    if (!es_callback_is_set(&p->callback)) {
        zend_throw_error(NULL, "the constructor of %s was not called", ZSTR_VAL(p->std.ce->name));
        RETURN_THROWS();
    }
    if (p->added) {
        php_error_docref(NULL, E_WARNING, "a process of a server is started by the server");
        RETURN_FALSE;
    }
    if (Z_TYPE_P(OBJ_PROP_NUM(&p->std, PROCESS_PID)) == IS_LONG) {
        if (es_process_kill((int)Z_LVAL_P(OBJ_PROP_NUM(&p->std, PROCESS_PID)), 0) == 0) {
            php_error_docref(NULL, E_WARNING, "process has already been started");
            RETURN_FALSE;
        }
    }
    pid = es_process_fork();
    if (pid < 0) {
        php_error_docref(NULL, E_WARNING, "fork() failed: %s", strerror(-pid));
        RETURN_FALSE;
    }
    if (pid > 0) {
        ZVAL_LONG(OBJ_PROP_NUM(&p->std, PROCESS_PID), pid);
        RETURN_LONG(pid);
    }
    es_process_loop_after_fork();
    es_php_child_init();
    php_output_discard_all();
    es_process_run(&p->std, -1);
    /* What stands behind start() is the parent's. */
    if (!EG(exception)) {
        zend_throw_unwind_exit();
    }
}

/* The end of the pipe on this side; -1 with E_WARNING. */
static int own_end(es_php_process_t *p)
{
    int fd = p->ends[p->in_child ? CHILD_END : PARENT_END];

    if (fd < 0) {
        php_error_docref(NULL, E_WARNING, "no pipe, or it is closed");
    }
    return fd;
}

static bool wait_for(const es_php_process_t *p, int fd, short what)
{
    struct pollfd ready = {fd, what, 0};

    return p->timeout <= 0 || poll(&ready, 1, (int)(p->timeout * 1000)) > 0;
}

PHP_METHOD(Swoole_Process, write)
{
    es_php_process_t *p = process_from(Z_OBJ_P(ZEND_THIS));
    zend_string *data;
    ssize_t n;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(data)
    ZEND_PARSE_PARAMETERS_END();

    int fd = own_end(p);
    if (fd < 0) {
        RETURN_FALSE;
    }
    if (ZSTR_LEN(data) == 0) {
        php_error_docref(NULL, E_WARNING, "the data to send is empty");
        RETURN_FALSE;
    }
    n = wait_for(p, fd, POLLOUT) ? send(fd, ZSTR_VAL(data), ZSTR_LEN(data), MSG_NOSIGNAL) : -1;
    if (n < 0) {
        RETURN_FALSE;
    }
    RETURN_LONG(n);
}

PHP_METHOD(Swoole_Process, read)
{
    es_php_process_t *p = process_from(Z_OBJ_P(ZEND_THIS));
    zend_long size = 8192;
    zend_string *data;
    ssize_t n;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(size)
    ZEND_PARSE_PARAMETERS_END();

    if (size < 1 || size > 64 * 1024 * 1024) {
        zend_argument_value_error(1, "must be between 1 and 67108864");
        RETURN_THROWS();
    }
    int fd = own_end(p);
    if (fd < 0) {
        RETURN_FALSE;
    }
    data = zend_string_alloc((size_t)size, false);
    n = wait_for(p, fd, POLLIN) ? read(fd, ZSTR_VAL(data), (size_t)size) : -1;
    if (n < 0) {
        zend_string_free(data);
        RETURN_FALSE;
    }
    data = zend_string_truncate(data, (size_t)n, false);
    ZSTR_VAL(data)[n] = '\0';
    RETURN_STR(data);
}

PHP_METHOD(Swoole_Process, close)
{
    es_php_process_t *p = process_from(Z_OBJ_P(ZEND_THIS));
    zend_long which = 0;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(which)
    ZEND_PARSE_PARAMETERS_END();

    if (p->ends[PARENT_END] < 0 && p->ends[CHILD_END] < 0) {
        php_error_docref(NULL, E_WARNING, "no pipe, or it is closed");
        RETURN_FALSE;
    }
    if (which == 1 || (which == 0 && !p->in_child)) {
        close_end(p, PARENT_END);
    }
    if (which == 2 || which == 0) {
        close_end(p, CHILD_END);
    }
    RETURN_TRUE;
}

PHP_METHOD(Swoole_Process, exit)
{
    zend_long code = 0;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(code)
    ZEND_PARSE_PARAMETERS_END();

    if (!process_from(Z_OBJ_P(ZEND_THIS))->in_child) {
        php_error_docref(NULL, E_WARNING, "not in the process");
        return;
    }
    if (code < 0 || code > 255) {
        php_error_docref(NULL, E_WARNING, "exit code must be between 0 and 255");
        code = 1;
    }
    EG(exit_status) = (int)code;
    zend_throw_unwind_exit();
}

PHP_METHOD(Swoole_Process, exec)
{
    zend_string *file;
    HashTable *args;
    zval *value;
    char **argv;
    size_t n = 0;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_PATH_STR(file)
        Z_PARAM_ARRAY_HT(args)
    ZEND_PARSE_PARAMETERS_END();

    argv = safe_emalloc(zend_hash_num_elements(args) + 2, sizeof(*argv), 0);
    argv[n++] = ZSTR_VAL(file);
    ZEND_HASH_FOREACH_VAL(args, value) {
        zend_string *text = zval_get_string(value);

        argv[n++] = estrndup(ZSTR_VAL(text), ZSTR_LEN(text));
        zend_string_release(text);
    }
    ZEND_HASH_FOREACH_END();
    argv[n] = NULL;
    if (!EG(exception)) { /* there may be something that is no string */
        /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): checked by Z_PARAM_PATH_STR */
        execv(ZSTR_VAL(file), argv);
        php_error_docref(NULL, E_WARNING, "exec(%s) failed: %s", ZSTR_VAL(file), strerror(errno));
    }
    while (n > 1) {
        efree(argv[--n]);
    }
    efree(argv);
    RETURN_FALSE;
}

PHP_METHOD(Swoole_Process, name)
{
    zend_string *name;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(name)
    ZEND_PARSE_PARAMETERS_END();

    RETURN_BOOL(es_set_process_title(name));
}

PHP_METHOD(Swoole_Process, set)
{
    HashTable *settings;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(settings)
    ZEND_PARSE_PARAMETERS_END();
    (void)settings;
}

PHP_METHOD(Swoole_Process, setTimeout)
{
    double seconds;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_DOUBLE(seconds)
    ZEND_PARSE_PARAMETERS_END();

    process_from(Z_OBJ_P(ZEND_THIS))->timeout = seconds;
    RETURN_TRUE;
}

PHP_METHOD(Swoole_Process, setBlocking)
{
    es_php_process_t *p = process_from(Z_OBJ_P(ZEND_THIS));
    bool blocking;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_BOOL(blocking)
    ZEND_PARSE_PARAMETERS_END();

    int fd = own_end(p);
    if (fd >= 0) {
        int flags = fcntl(fd, F_GETFL);

        fcntl(fd, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
    }
}

PHP_METHOD(Swoole_Process, kill)
{
    zend_long pid, signo = SIGTERM;
    int status;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_LONG(pid)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(signo)
    ZEND_PARSE_PARAMETERS_END();

    status = es_process_kill((int)pid, (int)signo);
    /* Asking for somebody who is not there is no mistake (spec trap 60). */
    if (status < 0 && !(signo == 0 && status == -ESRCH)) {
        php_error_docref(NULL, E_WARNING, "kill(" ZEND_LONG_FMT ", " ZEND_LONG_FMT ") failed: %s", pid, signo,
                         strerror(-status));
    }
    RETURN_BOOL(status == 0);
}

/* --- signals --- */

/* A handler in the loop. It does not keep the loop alive. */
typedef struct es_user_signal {
    es_signal_t signal;
    es_callback_t callback;
} es_user_signal_t;

static void on_signal(int signo, void *arg)
{
    es_user_signal_t *handler = arg;
    es_callback_t callback = handler->callback;
    zval args[1];

    /* The handler may be replaced or taken back by the callback itself. */
    ZVAL_COPY(&callback.callable, &handler->callback.callable);
    ZVAL_LONG(&args[0], signo);
    es_callback_call(&callback, 1, args, NULL);
    es_callback_release(&callback.callable);
}

static void free_signal(zval *value)
{
    es_user_signal_t *handler = Z_PTR_P(value);

    es_signal_remove(&handler->signal);
    es_callback_clear(&handler->callback);
    efree(handler);
}

void es_process_signals_clear(void)
{
    if (ES_G(signals)) {
        HashTable *signals = ES_G(signals);

        ES_G(signals) = NULL;
        zend_hash_destroy(signals);
        FREE_HASHTABLE(signals);
    }
}

/* Signals that the server handles itself in this process. */
static bool is_servers(zend_long signo)
{
    es_host_t *host = ES_G(host);
    es_server_t *server = host ? host->server : NULL;

    if (!server || !(server->worker || server->supervisor)) {
        return false;
    }
    return signo == SIGTERM || signo == SIGINT || signo == SIGUSR1 || signo == SIGUSR2 || signo == SIGHUP ||
           signo == SIGWINCH || (signo == SIGCHLD && server->supervisor);
}

PHP_METHOD(Swoole_Process, signal)
{
    zend_fcall_info info = empty_fcall_info;
    zend_fcall_info_cache cache = empty_fcall_info_cache;
    es_user_signal_t *handler;
    es_loop_t *loop;
    zend_long signo;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_LONG(signo)
        Z_PARAM_OPTIONAL
        Z_PARAM_FUNC_OR_NULL(info, cache)
    ZEND_PARSE_PARAMETERS_END();

    if (signo < 1 || signo >= NSIG) {
        php_error_docref(NULL, E_WARNING, "there is no signal " ZEND_LONG_FMT, signo);
        RETURN_FALSE;
    }
    if (is_servers(signo)) {
        php_error_docref(NULL, E_WARNING, "signal [" ZEND_LONG_FMT "] processor has been registered by the system",
                         signo);
        RETURN_FALSE;
    }
    if (!ZEND_FCI_INITIALIZED(info)) {
        if (!ES_G(signals) || zend_hash_index_del(ES_G(signals), (zend_ulong)signo) != SUCCESS) {
            php_error_docref(NULL, E_WARNING, "there is no handler of signal [" ZEND_LONG_FMT "]", signo);
            RETURN_FALSE;
        }
        RETURN_TRUE;
    }
    if (!(loop = es_host_loop())) {
        RETURN_FALSE;
    }
    if (!ES_G(signals)) {
        ALLOC_HASHTABLE(ES_G(signals));
        zend_hash_init(ES_G(signals), 0, NULL, free_signal, false);
    }
    zend_hash_index_del(ES_G(signals), (zend_ulong)signo);
    handler = ecalloc(1, sizeof(*handler));
    es_callback_set(&handler->callback, &info.function_name);
    zend_hash_index_update_ptr(ES_G(signals), (zend_ulong)signo, handler);
    if (es_signal_add(loop, &handler->signal, (int)signo, on_signal, handler) != ES_OK) {
        zend_hash_index_del(ES_G(signals), (zend_ulong)signo);
        php_error_docref(NULL, E_WARNING, "signal [" ZEND_LONG_FMT "] cannot be handled", signo);
        RETURN_FALSE;
    }
    RETURN_TRUE;
}

PHP_METHOD(Swoole_Process, alarm)
{
    zend_long microseconds, type = 0;
    int status;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_LONG(microseconds)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(type)
    ZEND_PARSE_PARAMETERS_END();

    status = es_process_alarm(microseconds > 0 ? (long)microseconds : 0, (int)type);
    if (status < 0) {
        php_error_docref(NULL, E_WARNING, "setitimer() failed: %s", strerror(-status));
    }
    RETURN_BOOL(status == 0);
}

PHP_METHOD(Swoole_Process, wait)
{
    bool blocking = true;
    es_process_end_t end;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_BOOL(blocking)
    ZEND_PARSE_PARAMETERS_END();

    if (es_process_wait(blocking, &end) != 1) {
        RETURN_FALSE;
    }
    array_init(return_value);
    add_assoc_long(return_value, "pid", end.pid);
    add_assoc_long(return_value, "code", end.code);
    add_assoc_long(return_value, "signal", end.signo);
}

PHP_METHOD(Swoole_Process, daemon)
{
    bool keep_directory = true, keep_descriptors = true;

    ZEND_PARSE_PARAMETERS_START(0, 2)
        Z_PARAM_OPTIONAL
        Z_PARAM_BOOL(keep_directory)
        Z_PARAM_BOOL(keep_descriptors)
    ZEND_PARSE_PARAMETERS_END();

    RETURN_BOOL(es_process_daemon(keep_directory, keep_descriptors) == 0);
}

PHP_MINIT_FUNCTION(swoole_process)
{
    es_ce_Swoole_Process = register_class_Swoole_Process();
    es_ce_Swoole_Process->create_object = create;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(es_php_process_t, std);
    handlers.free_obj = free_object;
    handlers.get_gc = get_gc;
    handlers.clone_obj = NULL;
    zend_register_class_alias("swoole_process", es_ce_Swoole_Process);
    return SUCCESS;
}
