#include "php/callback.h"

#include "zend_closures.h"
#include "zend_exceptions.h"
#include "zend_fibers.h"
#include "zend_observer.h"

#include "php/compat.h"
#include "php/host.h"
#include "php/process_loop.h"
#include "php_easyswoole.h"

/* Whether a call takes no more than a frame on the engine's stack: nothing of the function is out of the ordinary. */
static bool is_plain(const zend_function *function)
{
    const uint32_t unusual = ZEND_ACC_CALL_VIA_TRAMPOLINE | ZEND_ACC_FAKE_CLOSURE | ZEND_ACC_ABSTRACT |
                             ZEND_ACC_DEPRECATED | ZEND_ACC_GENERATOR | ZEND_ACC_VARIADIC;

    if (function->type != ZEND_USER_FUNCTION || (function->common.fn_flags & unusual)) {
        return false;
    }
    for (uint32_t i = 0; i < function->common.num_args; i++) {
        if (ZEND_ARG_SEND_MODE(&function->common.arg_info[i]) != ZEND_SEND_BY_VAL) {
            return false;
        }
    }
    return true;
}

bool es_callback_set(es_callback_t *callback, zval *callable)
{
    zend_fcall_info_cache cache = empty_fcall_info_cache;
    es_callback_t old = *callback;
    bool usable = zend_is_callable_ex(callable, NULL, IS_CALLABLE_SUPPRESS_DEPRECATIONS, NULL, &cache, NULL);

    if (usable) {
        ZVAL_COPY_DEREF(&callback->callable, callable);
        if (cache.function_handler->common.fn_flags & ZEND_ACC_CALL_VIA_TRAMPOLINE) {
            zend_release_fcall_info_cache(&cache);
            cache.function_handler = NULL;
        }
        callback->cache = cache;
        callback->plain = cache.function_handler && is_plain(cache.function_handler);
    } else {
        ZVAL_UNDEF(&callback->callable);
    }
    es_callback_clear(&old);
    return usable;
}

void es_callback_clear(es_callback_t *callback)
{
    zval callable;

    ZVAL_COPY_VALUE(&callable, &callback->callable);
    ZVAL_UNDEF(&callback->callable);
    zval_ptr_dtor(&callable);
}

void es_callback_gc(es_callback_t *callback, zend_get_gc_buffer *buffer)
{
    if (es_callback_is_set(callback)) {
        zend_get_gc_buffer_add_zval(buffer, &callback->callable);
    }
}

/* A fatal error: no user code can run any more. Who runs the loop raises it again when libevent is off the stack. */
static void record_bailout(void)
{
    ES_G(calls).bailed_out = true;
    if (es_process_loop_running()) {
        es_process_loop_stop();
    } else if (ES_G(host)) {
        es_server_abort(ES_G(host)->server);
    }
}

/* Memory ran out: however the engine unwinds that, it is a fatal error. Only inside es_callback_guard(). */
static void raise_out_of_memory(void)
{
    es_report_out_of_memory();
    zend_clear_exception();
    zend_bailout();
}

/*
 * The user's handler gets the exception. The engine's own zend_user_exception_handler() drops what the handler
 * throws in turn, and with it an exit(), unless the script has ended.
 */
static void call_exception_handler(void)
{
    zval handler, exception, ret;

    ZVAL_COPY(&handler, &EG(user_exception_handler));
    ZVAL_OBJ_COPY(&exception, EG(exception));
    zend_clear_exception();
    ZVAL_UNDEF(&ret);
    call_user_function(NULL, NULL, &handler, &ret, 1, &exception);
    zval_ptr_dtor(&ret);
    zval_ptr_dtor(&exception);
    zval_ptr_dtor(&handler);
}

/* Like an uncaught exception at the end of a script, but the server lives on (D5). */
static void report_exception(void)
{
    if (Z_TYPE(EG(user_exception_handler)) != IS_UNDEF) {
        call_exception_handler();
    }
    if (EG(exception) && !zend_is_unwind_exit(EG(exception))) {
        zend_exception_error(EG(exception), E_WARNING);
    }
}

/* Takes care of an exception that user code left behind. */
static es_call_result_t settle_exception(void)
{
    es_call_state_t *calls = &ES_G(calls);

    if (!zend_is_unwind_exit(EG(exception))) {
        report_exception();
    }
    if (UNEXPECTED(es_out_of_memory())) {
        raise_out_of_memory();
    }
    if (!EG(exception)) {
        return ES_CALL_THREW;
    }
    /* exit(): the worker ends in order; who runs the loop goes on with the unwinding when the loop is gone. */
    zend_clear_exception();
    calls->exited = true;
    calls->unwinding = calls->depth > 1;
    if (es_process_loop_running()) {
        es_process_loop_stop();
    } else if (ES_G(host) && ES_G(host)->server->state == ES_SERVER_RUNNING) {
        es_server_retire(ES_G(host)->server);
    }
    return ES_CALL_ENDED;
}

typedef struct guarded_call {
    es_callback_t *callback;
    uint32_t argc;
    zval *args;
    es_call_result_t result;
    zval *ret; /* where the return value goes; NULL: it is thrown away */
} guarded_call_t;

static void release(void *arg)
{
    guarded_call_t *c = arg;

    for (uint32_t i = 0; i < c->argc; i++) {
        i_zval_ptr_dtor(&c->args[i]);
    }
    c->argc = 0;
}

/*
 * What zend_call_function() does for such a function when it is called by a method of ours, start() above all: it looks
 * for a lot that is known here.
 */
static void call_plain(const zend_fcall_info_cache *cache, uint32_t argc, const zval *args, zval *ret)
{
    zend_function *function = cache->function_handler;
    uint32_t info = ZEND_CALL_TOP_FUNCTION | ZEND_CALL_DYNAMIC, jit_trace = EG(jit_trace_num);
    zend_class_entry *fake_scope = (zend_class_entry *)EG(fake_scope); /* const since PHP 8.3 */
    void *on = cache->called_scope;
    zend_execute_data *frame;

    if (cache->object && !(function->common.fn_flags & ZEND_ACC_STATIC)) {
        info |= ZEND_CALL_HAS_THIS;
        on = cache->object;
    }
    if (function->common.fn_flags & ZEND_ACC_CLOSURE) {
        info |= ZEND_CALL_CLOSURE; /* it is released with the frame */
        GC_ADDREF(ZEND_CLOSURE_OBJECT(function));
    }
    frame = zend_vm_stack_push_call_frame(info, function, argc, on);
    for (uint32_t i = 0; i < argc; i++) {
        ZVAL_COPY(ZEND_CALL_ARG(frame, i + 1), &args[i]);
    }
    EG(fake_scope) = NULL;
    zend_init_func_execute_data(frame, &function->op_array, ret);
    zend_execute_ex(frame);
    zend_vm_stack_free_call_frame(frame);
    EG(jit_trace_num) = jit_trace;
    EG(fake_scope) = fake_scope;
    if (UNEXPECTED(EG(exception))) {
        zval_ptr_dtor(ret);
        ZVAL_UNDEF(ret);
    }
}

/* Whether the code around is a method of ours: then the engine's stack is in order for call_plain(). */
static bool called_by_method(void)
{
    const zend_execute_data *frame = EG(current_execute_data);

    return frame && frame->func && frame->func->type == ZEND_INTERNAL_FUNCTION;
}

static void call(void *arg)
{
    guarded_call_t *c = arg;
    zend_fcall_info_cache *cache = &c->callback->cache;
    zval callable, ret;

    /* The callback may replace itself while it runs. */
    ZVAL_COPY(&callable, &c->callback->callable);
    ZVAL_UNDEF(&ret);
    if (EXPECTED(c->callback->plain && called_by_method()) && EXPECTED(!ZEND_OBSERVER_ENABLED)) {
        call_plain(cache, c->argc, c->args, &ret);
    } else if (EXPECTED(cache->function_handler)) {
        zend_call_known_function(cache->function_handler, cache->object, cache->called_scope, &ret, c->argc, c->args,
                                 NULL);
    } else {
        zend_fcall_info info = empty_fcall_info;

        info.size = sizeof(info);
        ZVAL_COPY_VALUE(&info.function_name, &callable);
        info.retval = &ret;
        info.param_count = c->argc;
        info.params = c->args;
        zend_call_function(&info, NULL);
    }
    if (UNEXPECTED(EG(exception))) {
        /* The arguments go later: a response that ends by itself must find the session closed. */
        c->result = settle_exception();
    }
    if (c->ret) {
        ZVAL_COPY_VALUE(c->ret, &ret);
    } else {
        i_zval_ptr_dtor(&ret);
    }
    i_zval_ptr_dtor(&callable);
    if (EXPECTED(c->result == ES_CALL_OK && !EG(exception))) {
        release(c);
    }
}

/*
 * What belongs to the code around a callback. That code need not be a method of ours: an object that ends its
 * response when it dies calls onClose from anywhere, in the middle of a user's function, even while an exception
 * unwinds that.
 */
typedef struct surroundings {
    zend_object *exception;
    const zend_op *thrown_at;
    zend_execute_data *frame; /* of a user's function; NULL otherwise */
    const zend_op *opline;
    zend_fiber *fiber;
} surroundings_t;

static void set_aside(surroundings_t *around)
{
    zend_execute_data *frame = EG(current_execute_data);

    around->exception = EG(exception);
    around->thrown_at = EG(opline_before_exception);
    around->frame = frame && frame->func && ZEND_USER_CODE(frame->func->common.type) ? frame : NULL;
    around->opline = around->frame ? frame->opline : NULL;
    around->fiber = EG(active_fiber);
    EG(exception) = NULL;
    /* Our own frames are on the stack: a fiber must not be suspended, perhaps for ever, with them half done. */
    EG(active_fiber) = NULL;
}

static void put_back(const surroundings_t *around)
{
    EG(active_fiber) = around->fiber;
    if (around->frame) {
        /* An exception that came out of the callback and was reported made it go to its exception handler. */
        around->frame->opline = around->opline;
    }
    if (UNEXPECTED(around->exception)) {
        EG(exception) = around->exception;
        EG(opline_before_exception) = around->thrown_at;
    }
}

/* Whether the function returned. In a function of its own: setjmp() does not like local variables. */
static zend_never_inline bool returns(void (*function)(void *arg), void *arg)
{
    volatile bool fine = true;

    zend_try
    {
        function(arg);
        if (UNEXPECTED(es_out_of_memory())) {
            raise_out_of_memory();
        }
        if (UNEXPECTED(EG(exception))) {
            settle_exception();
        }
    }
    zend_catch
    {
        fine = false;
    }
    zend_end_try();
    return fine;
}

bool es_callback_guard(void (*function)(void *arg), void *arg)
{
    es_call_state_t *calls = &ES_G(calls);
    surroundings_t around;
    bool fine;

    set_aside(&around);
    calls->depth++;
    fine = returns(function, arg);
    if (--calls->depth == 0) {
        calls->unwinding = false;
    }
    if (fine) {
        put_back(&around);
    } else {
        record_bailout();
        if (calls->depth > 0) {
            /* Inside another callback (onClose runs within close()): its code must not go on either. */
            zend_bailout();
        }
    }
    return fine;
}

void es_callback_after_nested(void)
{
    es_call_state_t *calls = &ES_G(calls);

    if (calls->unwinding && !EG(exception)) {
        calls->unwinding = false;
        zend_throw_unwind_exit();
    }
}

es_call_result_t es_callback_call(es_callback_t *callback, uint32_t argc, zval *args, es_session_t *session)
{
    return es_callback_call_for(callback, argc, args, session, NULL);
}

es_call_result_t es_callback_call_for(es_callback_t *callback, uint32_t argc, zval *args, es_session_t *session,
                                      zval *ret)
{
    guarded_call_t c = {callback, argc, args, ES_CALL_OK, ret};

    if (ret) {
        ZVAL_UNDEF(ret);
    }
    if (ES_G(calls).bailed_out || !es_callback_guard(call, &c)) {
        /* After a fatal error the engine throws everything away by itself. */
        return ES_CALL_ENDED;
    }
    if (UNEXPECTED(c.result == ES_CALL_THREW) && session) {
        es_session_fail(session);
    }
    return c.argc == 0 || es_callback_guard(release, &c) ? c.result : ES_CALL_ENDED;
}

void es_callback_release(zval *value)
{
    guarded_call_t c = {NULL, 1, value, ES_CALL_OK, NULL};

    if (!ES_G(calls).bailed_out) {
        es_callback_guard(release, &c);
    }
}

static void honour_interrupt(void *arg)
{
    (void)arg;
    if (zend_atomic_bool_load_ex(&EG(timed_out))) {
        zend_timeout();
    } else if (zend_interrupt_function) {
        zend_interrupt_function(EG(current_execute_data));
    }
}

void es_callback_honour_interrupt(void)
{
    if (UNEXPECTED(zend_atomic_bool_exchange_ex(&EG(vm_interrupt), false)) && !ES_G(calls).bailed_out) {
        es_callback_guard(honour_interrupt, NULL);
    }
}
