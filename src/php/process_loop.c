#include "php/process_loop.h"

#include <unistd.h>

#include "php.h"
#include "zend_exceptions.h"

#include "base/memory.h"
#include "php/host.h"
#include "php/swoole/classes.h"
#include "php/swoole/loop_users.h"
#include "php_easyswoole.h"

typedef struct es_process_loop {
    es_list_t residents;
    pid_t owner;     /* the process that all of this belongs to */
    es_loop_t loop;  /* without a base until needed */
    bool running;    /* the loop above */
    bool leaving;    /* es_process_loop_exit() was called */
    bool registered; /* it will be run at the end of the script */
} es_process_loop_t;

static es_server_t *running_server(void)
{
    es_host_t *host = ES_G(host);
    es_server_t *server = host ? host->server : NULL;

    return server && es_server_running(server) && server->loop.base ? server : NULL;
}

static void drop_all(es_process_loop_t *p)
{
    while (!es_list_empty(&p->residents)) {
        es_resident_t *resident = es_container_of(p->residents.next, es_resident_t, link);

        es_list_remove(&resident->link);
        resident->drop(resident);
    }
}

/* What was made before a fork belongs to the parent, and its loops must not be disturbed by cleaning up here. */
static void forget_parent(es_process_loop_t *p)
{
    es_server_t *server = running_server();

    p->owner = getpid();
    if (server) {
        es_loop_after_fork(&server->loop);
        es_post_forget(&server->post);
    }
    if (p->loop.base) {
        es_loop_after_fork(&p->loop);
        if (p->running) {
            /* Forked inside a callback: when that returns, the run is over here. */
            es_loop_stop(&p->loop);
        } else {
            es_loop_destroy(&p->loop);
        }
    }
    p->leaving = p->registered = false;
    drop_all(p);
    es_timers_restart();
    es_process_signals_clear();
}

/* NULL: nothing was ever put in. */
static es_process_loop_t *existing(void)
{
    es_process_loop_t *p = ES_G(process_loop);

    if (p && UNEXPECTED(p->owner != getpid())) {
        forget_parent(p);
    }
    return p;
}

static es_process_loop_t *process_loop(void)
{
    if (!ES_G(process_loop)) {
        es_process_loop_t *p = es_calloc(1, sizeof(*p));

        es_list_init(&p->residents);
        p->owner = getpid();
        ES_G(process_loop) = p;
    }
    return existing();
}

static void on_tick(void *arg)
{
    (void)arg;
    es_callback_honour_interrupt();
}

/* At the end of the script PHP calls swoole_event_wait(), after the shutdown functions that are there already. */
static void run_at_end_of_script(void)
{
    zval function, name, ret;

    ZVAL_STRING(&function, "register_shutdown_function");
    ZVAL_STRING(&name, "swoole_event_wait");
    ZVAL_UNDEF(&ret);
    call_user_function(NULL, NULL, &function, &ret, 1, &name);
    zval_ptr_dtor(&ret);
    zval_ptr_dtor(&name);
    zval_ptr_dtor(&function);
}

es_loop_t *es_host_loop(void)
{
    es_process_loop_t *p = process_loop();
    es_server_t *server = running_server();

    if (server) {
        return &server->loop;
    }
    if (!p->loop.base) {
        if (es_loop_init(&p->loop) != ES_OK) {
            php_error_docref(NULL, E_WARNING, "unable to make an event loop");
            es_host_fail(ES_E_SYSTEM);
            return NULL;
        }
        p->loop.on_tick = on_tick;
    }
    if (!p->registered) {
        p->registered = true;
        run_at_end_of_script();
    }
    return &p->loop;
}

void es_resident_add(es_resident_t *resident, void (*drop)(es_resident_t *resident))
{
    resident->drop = drop;
    es_list_init(&resident->link);
    es_list_append(&process_loop()->residents, &resident->link);
}

void es_resident_remove(es_resident_t *resident)
{
    if (resident->link.next) {
        es_list_remove(&resident->link);
        if (es_process_loop_running() && !es_process_loop_has_residents()) {
            es_process_loop_stop();
        }
    }
}

bool es_process_loop_has_residents(void)
{
    es_process_loop_t *p = existing();

    return p && !es_list_empty(&p->residents);
}

bool es_process_loop_running(void)
{
    return ES_G(process_loop) && ES_G(process_loop)->running;
}

bool es_process_loop_busy(void)
{
    return es_process_loop_running() || es_process_loop_has_residents();
}

void es_process_loop_stop(void)
{
    es_process_loop_t *p = ES_G(process_loop);

    if (p->loop.base) {
        es_loop_stop(&p->loop);
    }
}

static bool goes_on(es_process_loop_t *p)
{
    return p->loop.base && !p->leaving && !ES_G(calls).bailed_out && !ES_G(calls).exited;
}

/* The end of the script is also called when there is nothing to go on with. */
static bool ended_by_fatal_error(void)
{
    return PG(last_error_message) && (PG(last_error_type) & (E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR));
}

void es_process_loop_run(bool once)
{
    es_process_loop_t *p = existing();

    if (!p || !p->loop.base || ended_by_fatal_error()) {
        return;
    }
    p->running = true;
    do {
        p->loop.stopped = false;
        if (once) {
            es_loop_turn(&p->loop);
        } else if (!es_list_empty(&p->residents)) {
            es_loop_run(&p->loop);
        }
    } while (!once && goes_on(p) && !es_list_empty(&p->residents));
    p->running = false;
    if (ES_G(calls).bailed_out) {
        /* The fatal error that a callback raised goes on from here: libevent is off the stack. */
        zend_bailout();
    }
    bool exited = ES_G(calls).exited;
    p->registered = p->registered && once; /* what is put in from now on has to be run again */
    ES_G(calls) = (es_call_state_t){0};
    if (p->leaving || exited) {
        p->leaving = false;
        drop_all(p);
    }
    if (exited && !EG(exception)) {
        zend_throw_unwind_exit();
    }
}

void es_process_loop_exit(void)
{
    es_process_loop_t *p = existing();
    es_server_t *server = running_server();

    if (server) {
        es_server_stop(server);
    } else if (p && p->running) {
        p->leaving = true;
        es_process_loop_stop();
    } else if (p) {
        drop_all(p);
    }
}

void es_process_loop_clear(void)
{
    es_process_loop_t *p = existing();

    if (p) {
        drop_all(p);
    }
}

void es_process_loop_after_fork(void)
{
    existing();
}

void es_process_loop_request_shutdown(void)
{
    es_process_loop_t *p = existing();

    es_process_signals_clear();
    if (p) {
        drop_all(p);
        es_timers_free();
        es_events_free();
        if (p->loop.base) {
            es_loop_destroy(&p->loop);
        }
        es_free(p);
        ES_G(process_loop) = NULL;
    }
    ES_G(calls) = (es_call_state_t){0};
}
