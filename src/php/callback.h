#ifndef ES_PHP_CALLBACK_H
#define ES_PHP_CALLBACK_H

#include <stdbool.h>

#include "php.h"

/* The one door into user code: every call of a PHP callback by the server goes through es_callback_call(). */

struct es_session;

/** A callable that user code registered. Zeroed memory is an empty one. */
typedef struct es_callback {
    zval callable; /* owned; IS_UNDEF when empty */
    /* Resolved once; without function_handler for __call trampolines, which die with each call. */
    zend_fcall_info_cache cache;
    bool plain; /* a function of user code that takes its arguments as they are: see call_plain() */
} es_callback_t;

/**
 * Stores a callable in place of an earlier one, which is released last: its destructor may run user code.
 * @return false when it cannot be called; the callback is empty then
 */
bool es_callback_set(es_callback_t *callback, zval *callable);

void es_callback_clear(es_callback_t *callback);

static inline bool es_callback_is_set(const es_callback_t *callback)
{
    return Z_TYPE(callback->callable) != IS_UNDEF;
}

/** Reports what the callback holds to the cycle collector. */
void es_callback_gc(es_callback_t *callback, zend_get_gc_buffer *buffer);

/** What callbacks did to the loop that they run in: ES_G(calls). There is one such loop in a process at a time. */
typedef struct es_call_state {
    unsigned depth;  /* callbacks that are running, one inside the other */
    bool bailed_out; /* a fatal error was caught inside the loop */
    bool exited;     /* a callback called exit() */
    bool unwinding;  /* it ran inside another callback, whose code ends, too */
} es_call_state_t;

typedef enum es_call_result {
    ES_CALL_OK,
    ES_CALL_THREW, /* an exception, already reported (E_WARNING or the user's exception handler) */
    ES_CALL_ENDED, /* exit() or a fatal error: the server is being ended */
} es_call_result_t;

/**
 * Calls user code. Nothing escapes: exceptions are reported, exit() begins a graceful stop of the server, a
 * fatal error ends it at once (es_server_abort) and is raised again when the loop is gone. Return values of
 * events mean nothing (spec section 2.1) and are thrown away.
 * @param args    consumed: destroyed behind the same protection, since that may run destructors
 * @param session closed with an error when the callback throws (es_session_fail); may be NULL
 */
es_call_result_t es_callback_call(es_callback_t *callback, uint32_t argc, zval *args, struct es_session *session);

/** es_callback_call() for the few whose return value matters. @param ret out: the caller destroys it; maybe IS_UNDEF */
es_call_result_t es_callback_call_for(es_callback_t *callback, uint32_t argc, zval *args, struct es_session *session,
                                      zval *ret);

/**
 * Runs C code that may end in a fatal error of the engine (memory_limit), or in user code, from inside the loop,
 * with the same protection.
 * @return false when it did
 */
bool es_callback_guard(void (*function)(void *arg), void *arg);

/**
 * For methods that may run callbacks before they return, close() for one: when such a callback called exit(),
 * the code that called the method ends, too.
 */
void es_callback_after_nested(void);

/**
 * Honours what the engine raised a flag for, signal handlers and time limits: it looks at the flag while it runs
 * opcodes, and waiting in the loop it does not run any. Called with every tick.
 */
void es_callback_honour_interrupt(void);

/** Releases a value from inside the loop: what its destructor throws is reported. */
void es_callback_release(zval *value);

#endif
