#include "php.h"
#include "ext/standard/php_var.h"
#include "zend_exceptions.h"

#include "php/host.h"
#include "php/parcel.h"
#include "php/swoole/classes.h"
#include "php_easyswoole.h"

/* Methods of Swoole\\Server that deal with processes, tasks and messages between processes. */

#define MAX_WAIT_TASKS 1024 /* of one taskWaitMulti() (spec section 1.2) */

/* The slot that a worker number names; -1 (given as -1: this process) or E_WARNING when there is none. */
static int slot_of(const es_server_t *server, zend_long worker_id)
{
    if (worker_id == -1 && (server->role == ES_ROLE_WORKER || server->role == ES_ROLE_TASK)) {
        return server->slot;
    }
    return worker_id >= 0 && worker_id < server->worker_count + server->task_count ? (int)worker_id : -1;
}

PHP_METHOD(Swoole_Server, stop)
{
    zend_long worker_id = -1;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(worker_id)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    if (!server) {
        RETURN_FALSE;
    }
    int slot = slot_of(server, worker_id);
    if (slot < 0) {
        php_error_docref(NULL, E_WARNING, "there is no worker " ZEND_LONG_FMT, worker_id);
        RETURN_BOOL(es_host_fail(ES_E_INVALID_PARAMS));
    }
    if (slot == server->slot) {
        es_server_retire(server);
    } else {
        es_server_retire_other(server, slot);
    }
    es_callback_after_nested();
    RETURN_TRUE;
}

PHP_METHOD(Swoole_Server, reload)
{
    bool only_tasks = false;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_BOOL(only_tasks)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    RETURN_BOOL(server && es_server_reload(server, only_tasks));
}

static es_server_t *server_of(zval *this)
{
    es_host_t *host = es_host_from(Z_OBJ_P(this));

    return host->server && es_server_running(host->server) ? host->server : NULL;
}

PHP_METHOD(Swoole_Server, getMasterPid)
{
    ZEND_PARSE_PARAMETERS_NONE();
    es_server_t *server = server_of(ZEND_THIS);
    RETURN_LONG(server ? server->master_pid : 0);
}

PHP_METHOD(Swoole_Server, getManagerPid)
{
    ZEND_PARSE_PARAMETERS_NONE();
    es_server_t *server = server_of(ZEND_THIS);
    RETURN_LONG(server && es_server_is_supervised(server) ? server->master_pid : 0);
}

PHP_METHOD(Swoole_Server, getWorkerId)
{
    ZEND_PARSE_PARAMETERS_NONE();
    es_server_t *server = server_of(ZEND_THIS);
    if (!server || !server->worker) {
        RETURN_FALSE;
    }
    RETURN_LONG(server->slot);
}

PHP_METHOD(Swoole_Server, getWorkerPid)
{
    zend_long worker_id = -1;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(worker_id)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = server_of(ZEND_THIS);
    int slot = server ? slot_of(server, worker_id) : -1;
    if (slot < 0) {
        RETURN_FALSE;
    }
    RETURN_LONG(atomic_load(&server->workers[slot].pid));
}

PHP_METHOD(Swoole_Server, getWorkerStatus)
{
    zend_long worker_id = -1;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(worker_id)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(Z_OBJ_P(ZEND_THIS));
    int slot = server ? slot_of(server, worker_id) : -1;
    if (slot < 0) {
        RETURN_FALSE;
    }
    /* Whoever asks about itself is busy with asking. */
    RETURN_LONG(slot == server->slot ? ES_WORKER_BUSY : atomic_load(&server->workers[slot].status));
}

/* --- tasks --- */

/* The server, where tasks may be given; else NULL with E_WARNING (spec section 1.10). */
static es_server_t *task_giver(zval *this, zend_long index)
{
    es_server_t *server = es_host_running(Z_OBJ_P(this));

    if (!server) {
        return NULL;
    }
    if (server->task_count == 0) {
        php_error_docref(NULL, E_WARNING, "task method can't be executed without task worker");
    } else if (index < -1 || index >= server->task_count) {
        php_error_docref(NULL, E_WARNING, "worker_id must be less than task_worker_num[%d]", server->task_count);
    } else if (server->role == ES_ROLE_TASK) {
        php_error_docref(NULL, E_WARNING, "Server->task() cannot use in the task-worker");
    } else {
        return server;
    }
    es_host_fail(ES_E_INVALID_PARAMS);
    return NULL;
}

/* Gives one task away. @return its id, or -1: an exception is set, or the last error */
static zend_long give_task(es_host_t *host, zval *data, zend_long index, uint32_t flags)
{
    es_parcel_t parcel = {.flags = flags};
    zend_string *packed = es_parcel_pack(data, &parcel);
    int status;

    if (!packed) {
        return -1;
    }
    status = es_task_give(host->server, (int)index, &parcel);
    zend_string_release(packed);
    if (status != ES_OK) {
        es_host_fail(status);
        return -1;
    }
    return (zend_long)parcel.id;
}

PHP_METHOD(Swoole_Server, task)
{
    es_host_t *host = es_host_from(Z_OBJ_P(ZEND_THIS));
    zval *data, *finish = NULL;
    zend_long index = -1, id;
    bool has_finish;

    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_ZVAL(data)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(index)
        Z_PARAM_ZVAL_OR_NULL(finish)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = task_giver(ZEND_THIS, index);
    if (!server) {
        RETURN_FALSE;
    }
    has_finish = finish && server->role == ES_ROLE_WORKER;
    if (has_finish && !zend_is_callable(finish, 0, NULL)) {
        zend_argument_type_error(3, "must be a valid callback or null");
        RETURN_THROWS();
    }
    id = give_task(host, data, index, server->role == ES_ROLE_WORKER ? 0 : ES_PARCEL_NO_REPLY);
    if (id < 0) {
        RETURN_FALSE;
    }
    if (has_finish) {
        es_callback_t *callback = emalloc(sizeof(*callback));

        memset(callback, 0, sizeof(*callback));
        es_callback_set(callback, finish);
        zend_hash_index_update_ptr(&host->finish_callbacks, (zend_ulong)id, callback);
    }
    RETURN_LONG(id);
}

/* Waits for the results of tasks, which go into `results` by their place in `ids`. */
static void wait_for_tasks(es_host_t *host, const zend_long *ids, uint32_t count, zval *results, double timeout)
{
    es_task_wait_t wait = {.ids = ids, .count = count, .results = results, .outer = host->task_wait};

    for (uint32_t i = 0; i < count; i++) {
        wait.left += ids[i] >= 0; /* the others could not be given */
    }
    wait.done = wait.left == 0;
    host->task_wait = &wait;
    es_mail_wait(host->server, &wait.done, timeout);
    host->task_wait = wait.outer;
}

static es_server_t *task_waiter(zval *this, zend_long index)
{
    es_server_t *server = task_giver(this, index);

    if (server && server->role != ES_ROLE_WORKER) {
        php_error_docref(NULL, E_WARNING, "taskwait method can only be used in the worker process");
        return NULL;
    }
    if (server && !es_mail_can_wait(server)) {
        /* In onWorkerStart during a reload: the old worker serves on and would get the result. */
        php_error_docref(NULL, E_WARNING, "cannot wait for tasks before this worker has taken over");
        es_host_fail(ES_E_WRONG_OPERATION);
        return NULL;
    }
    return server;
}

PHP_METHOD(Swoole_Server, taskwait)
{
    es_host_t *host = es_host_from(Z_OBJ_P(ZEND_THIS));
    zend_long index = -1, id;
    double timeout = 0.5;
    zval *data;

    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_ZVAL(data)
        Z_PARAM_OPTIONAL
        Z_PARAM_DOUBLE(timeout)
        Z_PARAM_LONG(index)
    ZEND_PARSE_PARAMETERS_END();

    if (!task_waiter(ZEND_THIS, index) || (id = give_task(host, data, index, ES_PARCEL_WAITS)) < 0) {
        RETURN_FALSE;
    }
    ZVAL_UNDEF(return_value);
    wait_for_tasks(host, &id, 1, return_value, timeout);
    if (Z_TYPE_P(return_value) == IS_UNDEF) {
        RETURN_FALSE;
    }
}

/* taskWaitMulti() and taskCo() differ in what stands for a result that did not come. */
static void wait_multi(INTERNAL_FUNCTION_PARAMETERS, bool mark_missing)
{
    es_host_t *host = es_host_from(Z_OBJ_P(ZEND_THIS));
    HashTable *tasks;
    double timeout = 0.5;
    zend_long *ids;
    zval *results, *data;
    zend_string *key;
    zend_ulong number;
    uint32_t count, i = 0;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_ARRAY_HT(tasks)
        Z_PARAM_OPTIONAL
        Z_PARAM_DOUBLE(timeout)
    ZEND_PARSE_PARAMETERS_END();

    count = zend_hash_num_elements(tasks);
    if (count > MAX_WAIT_TASKS) {
        php_error_docref(NULL, E_WARNING, "too many concurrent tasks, at most %d are possible", MAX_WAIT_TASKS);
        RETURN_FALSE;
    }
    if (!task_waiter(ZEND_THIS, -1)) {
        RETURN_FALSE;
    }
    ids = safe_emalloc(count, sizeof(*ids), 1);
    results = safe_emalloc(count, sizeof(*results), 1);
    ZEND_HASH_FOREACH_VAL(tasks, data) {
        ids[i] = EG(exception) ? -1 : give_task(host, data, -1, ES_PARCEL_WAITS);
        ZVAL_UNDEF(&results[i]);
        i++;
    }
    ZEND_HASH_FOREACH_END();
    array_init_size(return_value, count);
    if (!EG(exception)) {
        wait_for_tasks(host, ids, count, results, timeout);
    }
    i = 0;
    ZEND_HASH_FOREACH_KEY_VAL(tasks, number, key, data) {
        if (Z_TYPE(results[i]) == IS_UNDEF && mark_missing) {
            ZVAL_FALSE(&results[i]);
        }
        if (Z_TYPE(results[i]) != IS_UNDEF) {
            if (key) {
                zend_hash_update(Z_ARRVAL_P(return_value), key, &results[i]);
            } else {
                zend_hash_index_update(Z_ARRVAL_P(return_value), number, &results[i]);
            }
        }
        i++;
    }
    ZEND_HASH_FOREACH_END();
    efree(ids);
    efree(results);
}

PHP_METHOD(Swoole_Server, taskWaitMulti)
{
    wait_multi(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Swoole_Server, taskCo)
{
    wait_multi(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Swoole_Server, finish)
{
    es_host_t *host = es_host_from(Z_OBJ_P(ZEND_THIS));
    zval *data;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(data)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(&host->std);
    if (!server) {
        RETURN_FALSE;
    }
    if (!host->task) {
        php_error_docref(NULL, E_WARNING, "finish can only be used in the task worker");
        RETURN_BOOL(es_host_fail(ES_E_WRONG_OPERATION));
    }
    RETURN_BOOL(es_parcel_finish(host, host->task, data));
}

PHP_METHOD(Swoole_Server, sendMessage)
{
    es_host_t *host = es_host_from(Z_OBJ_P(ZEND_THIS));
    es_parcel_t parcel = {0};
    zend_string *packed;
    zend_long to;
    zval *message;
    int status;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_ZVAL(message)
        Z_PARAM_LONG(to)
    ZEND_PARSE_PARAMETERS_END();

    es_server_t *server = es_host_running(&host->std);
    if (!server) {
        RETURN_FALSE;
    }
    if (!es_callback_is_set(&host->callbacks[ES_ON_PIPE_MESSAGE])) {
        php_error_docref(NULL, E_WARNING, "onPipeMessage is null, can't use sendMessage");
        RETURN_BOOL(es_host_fail(ES_E_WRONG_OPERATION));
    }
    if (to == server->slot) {
        php_error_docref(NULL, E_WARNING, "can't send messages to self");
        RETURN_BOOL(es_host_fail(ES_E_INVALID_PARAMS));
    }
    if (to < 0 || to >= server->worker_count + server->task_count) {
        php_error_docref(NULL, E_WARNING, "worker_id[" ZEND_LONG_FMT "] is invalid", to);
        RETURN_BOOL(es_host_fail(ES_E_INVALID_PARAMS));
    }
    packed = es_parcel_pack(message, &parcel);
    if (!packed) {
        RETURN_FALSE;
    }
    status = es_message_send(server, (int)to, &parcel);
    zend_string_release(packed);
    RETURN_BOOL(status == ES_OK || es_host_fail(status));
}

PHP_METHOD(Swoole_Server, addProcess)
{
    zval *process;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(process, es_ce_Swoole_Process)
    ZEND_PARSE_PARAMETERS_END();

    es_host_t *host = es_host_to_set_up(ZEND_THIS);
    if (!host) {
        RETURN_FALSE;
    }
    zend_long number = host->server->user_count++;
    Z_ADDREF_P(process);
    zend_hash_index_update(&host->processes, (zend_ulong)number, process);
    es_process_add(Z_OBJ_P(process), number);
    RETURN_LONG(number);
}
