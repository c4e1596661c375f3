#include "php.h"
#include "zend_exceptions.h"

#include "base/status.h"
#include "net/watch.h"
#include "php/host.h"
#include "php/process_loop.h"
#include "php/swoole/classes.h"
#include "php/swoole/loop_users.h"
#include "php_easyswoole.h"
#include "php_stubs/swoole_timer_arginfo.h"

zend_class_entry *es_ce_Swoole_Timer;

/* The functions are what the methods of Swoole\Timer and Server::tick() etc. are. */

typedef struct user_timer {
    es_resident_t resident;
    es_timer_t timer;
    zend_long id;
    zend_long interval; /* ms; 0: fires once */
    uint64_t due;       /* ms of the monotonic clock */
    uint64_t round;     /* es_user_timers_t.round when it was made */
    zend_ulong calls;
    bool firing;
    bool removed; /* while it fired; freed behind that */
    es_callback_t callback;
    /*
     * Owned: `argc` arguments of the callback, then room for as many that are given away with a call, so that nothing
     * has to be allocated inside the loop. For a repeating timer the first is its id.
     */
    uint32_t argc;
    zval *args;
} user_timer_t;

typedef struct es_user_timers {
    HashTable by_id; /* user_timer_t */
    zend_long last_id;
    uint64_t round; /* calls that were made */
    uint64_t start; /* ms of the monotonic clock when the first timer was made */
} es_user_timers_t;

static uint64_t now(void)
{
    struct timespec ts;

    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (uint64_t)ts.tv_sec * 1000 + (uint64_t)ts.tv_nsec / 1000000;
}

static es_user_timers_t *timers(void)
{
    if (!ES_G(timers)) {
        ES_G(timers) = emalloc(sizeof(es_user_timers_t));
        memset(ES_G(timers), 0, sizeof(es_user_timers_t));
        zend_hash_init(&ES_G(timers)->by_id, 8, NULL, NULL, false);
    }
    return ES_G(timers);
}

void es_timers_restart(void)
{
    if (ES_G(timers)) {
        ES_G(timers)->last_id = 0;
        ES_G(timers)->round = ES_G(timers)->start = 0;
    }
}

void es_timers_free(void)
{
    if (ES_G(timers)) {
        zend_hash_destroy(&ES_G(timers)->by_id);
        efree(ES_G(timers));
        ES_G(timers) = NULL;
    }
}

/* The timer with an id; NULL: none. */
static user_timer_t *find(zend_long id)
{
    es_process_loop_after_fork();
    user_timer_t *t = ES_G(timers) ? zend_hash_index_find_ptr(&ES_G(timers)->by_id, (zend_ulong)id) : NULL;
    return t;
}

/* Ends it for the outside; its memory stays. */
static void take_out(user_timer_t *t)
{
    es_timer_stop(&t->timer);
    es_resident_remove(&t->resident);
    zend_hash_index_del(&ES_G(timers)->by_id, (zend_ulong)t->id);
}

/* Takes over what user code gave and frees the rest; what that held is released last: destructors may do anything. */
static void free_timer(user_timer_t *t, void (*release)(zval *value))
{
    zval *args = t->args;
    zval callable;
    uint32_t argc = t->argc;

    ZVAL_COPY_VALUE(&callable, &t->callback.callable);
    efree(t);
    release(&callable);
    for (uint32_t i = 0; i < argc; i++) {
        release(&args[i]);
    }
    if (args) {
        efree(args);
    }
}

static void remove_timer(user_timer_t *t)
{
    take_out(t);
    if (t->firing) {
        t->removed = true;
    } else {
        free_timer(t, zval_ptr_dtor);
    }
}

static void drop(es_resident_t *resident)
{
    remove_timer(es_container_of(resident, user_timer_t, resident));
}

static void on_fired(es_timer_t *timer)
{
    user_timer_t *t = es_container_of(timer, user_timer_t, timer);
    zval *given = t->args + t->argc;

    t->firing = true;
    t->calls++;
    ES_G(timers)->round++;
    for (uint32_t i = 0; i < t->argc; i++) {
        ZVAL_COPY(&given[i], &t->args[i]);
    }
    es_callback_call(&t->callback, t->argc, given, NULL);
    t->firing = false;
    if (ES_G(calls).bailed_out) {
        return; /* what the engine holds is not touched any more; the request's end frees the rest */
    }
    if (t->interval == 0 || t->removed) {
        if (!t->removed) {
            take_out(t);
        }
        free_timer(t, es_callback_release);
    } else {
        for (uint64_t at = now(); t->due <= at; t->due += (uint64_t)t->interval) {
            if (at - t->due > 1000 * (uint64_t)t->interval) {
                t->due = at;
            }
        }
    }
}

static void create(INTERNAL_FUNCTION_PARAMETERS, bool repeat)
{
    zend_long ms;
    zval *callable, *params = NULL;
    uint32_t count = 0;

    ZEND_PARSE_PARAMETERS_START(2, -1)
        Z_PARAM_LONG(ms)
        Z_PARAM_ZVAL(callable)
        Z_PARAM_VARIADIC('*', params, count)
    ZEND_PARSE_PARAMETERS_END();

    if (!zend_is_callable(callable, IS_CALLABLE_SUPPRESS_DEPRECATIONS, NULL)) {
        zend_argument_type_error(2, "must be a valid callback");
        RETURN_THROWS();
    }
    if (ms < 1) {
        php_error_docref(NULL, E_WARNING, "Timer must be greater than or equal to 1");
        RETURN_BOOL(es_host_fail(ES_E_INVALID_PARAMS));
    }
    es_loop_t *loop = es_host_loop();
    if (!loop) {
        RETURN_FALSE;
    }
    es_user_timers_t *all = timers();
    user_timer_t *t = emalloc(sizeof(*t));
    memset(t, 0, sizeof(*t));
    t->timer.fired = on_fired;
    uint64_t at = now();
    if (!all->start) {
        all->start = at;
    }
    t->id = ++all->last_id;
    t->interval = repeat ? ms : 0;
    t->due = at + (uint64_t)ms;
    t->round = all->round;
    es_callback_set(&t->callback, callable);
    t->argc = count + repeat;
    if (t->argc) {
        t->args = safe_emalloc(t->argc, 2 * sizeof(zval), 0);
        if (repeat) {
            ZVAL_LONG(&t->args[0], t->id);
        }
        for (uint32_t i = 0; i < count; i++) {
            ZVAL_COPY(&t->args[repeat + i], &params[i]);
        }
    }
    zend_hash_index_add_new_ptr(&all->by_id, (zend_ulong)t->id, t);
    /* Only now: what is above may end in a fatal error. */
    es_resident_add(&t->resident, drop);
    if (es_timer_start(loop, &t->timer, (uint64_t)ms, repeat) != ES_OK) {
        remove_timer(t);
        php_error_docref(NULL, E_WARNING, "unable to start a timer");
        RETURN_BOOL(es_host_fail(ES_E_SYSTEM));
    }
    RETURN_LONG(t->id);
}

PHP_FUNCTION(swoole_timer_tick)
{
    create(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_FUNCTION(swoole_timer_after)
{
    create(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_FUNCTION(swoole_timer_exists)
{
    zend_long id;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(id)
    ZEND_PARSE_PARAMETERS_END();

    RETURN_BOOL(find(id) != NULL);
}

PHP_FUNCTION(swoole_timer_clear)
{
    zend_long id;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(id)
    ZEND_PARSE_PARAMETERS_END();

    user_timer_t *t = find(id);
    if (!t) {
        RETURN_FALSE;
    }
    remove_timer(t);
    RETURN_TRUE;
}

PHP_FUNCTION(swoole_timer_clear_all)
{
    user_timer_t *t;

    ZEND_PARSE_PARAMETERS_NONE();

    es_process_loop_after_fork();
    /* Destructors of what timers hold may make new ones: those stay. */
    zend_long last = ES_G(timers) ? ES_G(timers)->last_id : 0;
    for (bool found = last > 0; found;) {
        found = false;
        ZEND_HASH_FOREACH_PTR(&ES_G(timers)->by_id, t) {
            if (t->id <= last) {
                found = true;
                break;
            }
        }
        ZEND_HASH_FOREACH_END();
        if (found) {
            remove_timer(t);
        }
    }
    RETURN_TRUE;
}

PHP_FUNCTION(swoole_timer_info)
{
    zend_long id;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(id)
    ZEND_PARSE_PARAMETERS_END();

    user_timer_t *t = find(id);
    if (!ES_G(timers) || !ES_G(timers)->last_id) {
        RETURN_FALSE;
    }
    if (!t) {
        RETURN_NULL();
    }
    array_init(return_value);
    add_assoc_long(return_value, "exec_msec", (zend_long)(t->due - ES_G(timers)->start));
    add_assoc_long(return_value, "exec_count", (zend_long)t->calls);
    add_assoc_long(return_value, "interval", t->interval);
    add_assoc_long(return_value, "round", (zend_long)t->round);
    add_assoc_bool(return_value, "removed", t->removed);
}

static void list_ids(zval *into)
{
    user_timer_t *t;

    array_init(into);
    if (ES_G(timers)) {
        ZEND_HASH_FOREACH_PTR(&ES_G(timers)->by_id, t) {
            add_next_index_long(into, t->id);
        }
        ZEND_HASH_FOREACH_END();
    }
}

PHP_FUNCTION(swoole_timer_stats)
{
    zval ids;

    ZEND_PARSE_PARAMETERS_NONE();

    es_process_loop_after_fork();
    list_ids(&ids);
    array_init(return_value);
    add_assoc_bool(return_value, "initialized", ES_G(timers) && ES_G(timers)->last_id);
    add_assoc_long(return_value, "num", zend_hash_num_elements(Z_ARRVAL(ids)));
    add_assoc_long(return_value, "round", ES_G(timers) ? (zend_long)ES_G(timers)->round : 0);
    zval_ptr_dtor(&ids);
}

PHP_FUNCTION(swoole_timer_list)
{
    zval ids;

    ZEND_PARSE_PARAMETERS_NONE();

    es_process_loop_after_fork();
    list_ids(&ids);
    object_init_ex(return_value, es_ce_Swoole_Timer_Iterator);
    zend_call_known_instance_method_with_1_params(es_ce_Swoole_Timer_Iterator->constructor, Z_OBJ_P(return_value), NULL,
                                                  &ids);
    zval_ptr_dtor(&ids);
}

PHP_FUNCTION(swoole_timer_set)
{
    HashTable *settings;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(settings)
    ZEND_PARSE_PARAMETERS_END();

    (void)settings;
    RETURN_TRUE;
}

PHP_METHOD(Swoole_Timer, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_MINIT_FUNCTION(swoole_timer)
{
    es_ce_Swoole_Timer = register_class_Swoole_Timer();
    zend_register_class_alias("swoole_timer", es_ce_Swoole_Timer);
    return SUCCESS;
}
