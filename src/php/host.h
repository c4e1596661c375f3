#ifndef ES_PHP_HOST_H
#define ES_PHP_HOST_H

#include <stdbool.h>

#include "php.h"

#include "php/callback.h"
#include "server/server.h"
#include "server/mail.h"
#include "server/session.h"

/* Events of the whole server; those of ports are es_port_event_t. */
typedef enum es_host_event {
    ES_ON_START,
    ES_ON_BEFORE_SHUTDOWN,
    ES_ON_SHUTDOWN,
    ES_ON_WORKER_START,
    ES_ON_WORKER_STOP,
    ES_ON_BEFORE_RELOAD,
    ES_ON_AFTER_RELOAD,
    ES_ON_TASK,
    ES_ON_FINISH,
    ES_ON_WORKER_EXIT,
    ES_ON_WORKER_ERROR,
    ES_ON_MANAGER_START,
    ES_ON_MANAGER_STOP,
    ES_ON_PIPE_MESSAGE,
    ES_HOST_EVENTS, /* how many there are */
} es_host_event_t;

/** The PHP object of a server: Swoole\Server or a subclass. There is at most one in a process: ES_G(host). */
typedef struct es_host {
    es_server_t *server; /* owned; NULL until constructed */
    es_callback_t callbacks[ES_HOST_EVENTS];
    zend_object *spare_frame;       /* owned; a Frame nobody else holds, for the next message; may be NULL */
    zend_string *spare_data;        /* owned; likewise the data of one, whose length is the room that there is */
    es_buffer_t head;               /* owned; where response heads are written */
    HashTable finish_callbacks;     /* es_callback_t by task id: third arguments of task() */
    HashTable processes;            /* Process objects that addProcess() took, by their number */
    struct es_task *task;           /* borrowed; the one that onTask is working on; NULL */
    struct es_task_wait *task_wait; /* borrowed; the innermost call that waits for tasks; NULL */
    zend_object std;                /* last */
} es_host_t;

static inline es_host_t *es_host_from(zend_object *object)
{
    return (es_host_t *)((char *)object - offsetof(es_host_t, std));
}

/** The PHP object of a port: Swoole\Server\Port; the `user` of its es_port_t. */
typedef struct es_host_port {
    es_port_t *port;          /* borrowed: the server's; NULL once that is gone */
    zend_object *connections; /* owned: its iterator, which must not outlive the port unknowingly; may be NULL */
    es_callback_t callbacks[ES_PORT_EVENTS];
    zend_object std; /* last */
} es_host_port_t;

static inline es_host_port_t *es_host_port_from(zend_object *object)
{
    return (es_host_port_t *)((char *)object - offsetof(es_host_port_t, std));
}

/** Runs the process that the n-th addProcess() gave; in that process. @return its exit status */
int es_host_run_process(es_host_t *host, int n);

/** What the layer below tells us, turned into calls of user code (events.c). */
extern const es_server_callbacks_t es_host_server_callbacks;

/** The callback of a port's event: its own, else the primary port's, else NULL. */
es_callback_t *es_host_port_callback(const es_port_t *port, es_port_event_t event);

/**
 * Finds an event by its name, without "on" and in any case (spec section 2.1).
 * @return its callback of the port or host, set or not; NULL for a name that is none of its events
 */
es_callback_t *es_host_port_event(es_host_port_t *port, const char *name);
es_callback_t *es_host_event(es_host_t *host, const char *name);

/**
 * Registers a callable for an event, as on() does.
 * @param callback of the event, or NULL for an unknown one
 * @param port     whose event it is; NULL: the server's
 * @return false with E_WARNING for an unknown event and for what cannot be called
 */
bool es_host_register(es_callback_t *callback, zend_string *event, zval *callable, es_host_port_t *port);

/** Remembers in the port itself which events have callbacks. */
void es_host_port_update_handled(es_host_port_t *port);

/**
 * Takes over options of set(). Unknown names raise E_NOTICE.
 * @param server gets the options of the server; NULL: only those of the port are taken
 */
void es_host_apply_settings(es_server_t *server, es_port_t *port, HashTable *settings);

/** Merges options into an object's property `setting`. */
void es_host_merge_setting(zend_object *object, HashTable *settings);

/** A method's server, as long as it may still be set up; else NULL with a warning or exception. */
es_host_t *es_host_to_set_up(zval *this);

/** The one server when it runs; else NULL, with the last error set and E_WARNING "server is not running". */
es_server_t *es_host_running(zend_object *object);

/** Sets the title of the process, as ps shows it. @return false, maybe with a warning, where the system cannot */
bool es_set_process_title(zend_string *title);

/** Handler unset_property of servers and ports: their properties cannot be unset. */
void es_host_refuse_unset(zend_object *object, zend_string *member, void **cache_slot);

/** Sets swoole_last_error() to what a status says. @return false, to be returned by the method */
bool es_host_fail(int status);

/**
 * Makes an array of what is known of a session (spec section 1.8, D11), wherever it lives.
 * @return false when nobody has the id
 */
bool es_host_session_info(es_server_t *server, zend_long id, zval *into);

#endif
