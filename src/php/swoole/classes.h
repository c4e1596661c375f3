#ifndef ES_PHP_SWOOLE_CLASSES_H
#define ES_PHP_SWOOLE_CLASSES_H

#include "php.h"

#include "proto/http_request.h"
#include "server/session.h"

/* The classes of the Swoole namespace; each file registers its own. */

extern zend_class_entry *es_ce_Swoole_Exception;
extern zend_class_entry *es_ce_Swoole_Connection_Iterator;
extern zend_class_entry *es_ce_Swoole_Table;
extern zend_class_entry *es_ce_Swoole_Atomic;
extern zend_class_entry *es_ce_Swoole_Atomic_Long;
extern zend_class_entry *es_ce_Swoole_Lock;
extern zend_class_entry *es_ce_Swoole_Timer;
extern zend_class_entry *es_ce_Swoole_Timer_Iterator;
extern zend_class_entry *es_ce_Swoole_Event;
extern zend_class_entry *es_ce_Swoole_Server;
extern zend_class_entry *es_ce_Swoole_Server_Port;
extern zend_class_entry *es_ce_Swoole_Server_Task;
extern zend_class_entry *es_ce_Swoole_Process;
extern zend_class_entry *es_ce_Swoole_Http_Server;
extern zend_class_entry *es_ce_Swoole_Http_Request;
extern zend_class_entry *es_ce_Swoole_Http_Response;
extern zend_class_entry *es_ce_Swoole_WebSocket_Server;
extern zend_class_entry *es_ce_Swoole_WebSocket_Frame;
extern zend_class_entry *es_ce_Swoole_WebSocket_CloseFrame;

PHP_MINIT_FUNCTION(swoole_exception);
PHP_MINIT_FUNCTION(swoole_connection_iterator);
PHP_MINIT_FUNCTION(swoole_table);
PHP_MINIT_FUNCTION(swoole_atomic);
PHP_MINIT_FUNCTION(swoole_atomic_long);
PHP_MINIT_FUNCTION(swoole_lock);
PHP_MINIT_FUNCTION(swoole_timer);
PHP_MINIT_FUNCTION(swoole_timer_iterator);
PHP_MINIT_FUNCTION(swoole_event);
PHP_MINIT_FUNCTION(swoole_server);
PHP_MINIT_FUNCTION(swoole_server_port);
PHP_MINIT_FUNCTION(swoole_server_task);
PHP_MINIT_FUNCTION(swoole_process);
PHP_MINIT_FUNCTION(swoole_http_server);
PHP_MINIT_FUNCTION(swoole_http_request);
PHP_MINIT_FUNCTION(swoole_http_response);
PHP_MINIT_FUNCTION(swoole_websocket_server);
PHP_MINIT_FUNCTION(swoole_websocket_frame); /* and CloseFrame */

/** A new iterator over the connections of a server. @param port only those of this port; NULL: all */
void es_connection_iterator_new(zval *into, es_port_t *port);

/** The port of an iterator goes: it is empty from now on. */
void es_connection_iterator_forget(zend_object *iterator);

/** A new Server\Port for a port, which remembers it as its `user`; both hold it until the server goes. */
void es_server_port_new(zval *into, es_port_t *port);

/** The server goes: its Server\Port stays usable as an empty object. Releases the server's reference. */
void es_server_port_detach(es_port_t *port);

/** Runs a Process in the child that it is: the callback, then the loop. @param id number that addProcess() gave; -1 */
void es_process_run(zend_object *process, zend_long id);

/** A server has it now, and starts it. */
void es_process_add(zend_object *process, zend_long id);

/** Takes back every handler of Process::signal(): its loop is about to go. */
void es_process_signals_clear(void);

struct es_task;

/** A new Server\\Task. @param data becomes the object's */
void es_server_task_object(zval *into, const struct es_task *task, zval *data, double now);

/** A new Request. @param request becomes the object's */
void es_http_request_object(zval *into, es_session_t *session, es_http_request_t *request);

/** A new Response to the request that a session waits to have answered. */
void es_http_response_object(zval *into, es_session_t *session, const es_http_request_t *request);

/**
 * Lets onBeforeHandshakeResponse see and change a head that the server made.
 * @param head status line and fields, without the empty line; written anew from the object by _take
 */
void es_http_response_show_head(zval *response, const es_buffer_t *head);
void es_http_response_take_head(zval *response, es_buffer_t *head);

/** Makes the Frame that es_frame_new() takes, unless a used one is there. May hit memory_limit. */
void es_frame_prepare(void);

/** A Frame for a message or control frame; es_frame_prepare() was called. @param data becomes the object's */
zend_object *es_frame_new(int64_t fd, zend_string *data, uint8_t opcode, uint8_t flags);

/** What is kept of a Frame after its callback: object and data, when nobody else holds them. Takes the reference. */
void es_frame_recycle(zend_object *frame);

/** A string that held a message before and has room for one of `size` bytes; NULL when there is none. */
zend_string *es_frame_spare_data(size_t size);

/** A CloseFrame. */
void es_close_frame_new(zval *into, int64_t fd, const uint8_t *payload, size_t len, uint8_t flags);

/** What push() and pack() are to send, taken out of their arguments. */
typedef struct es_frame_args {
    zend_string *data; /* owned by the caller: zend_string_release() */
    zend_long opcode;
    uint8_t flags;
} es_frame_args_t;

/**
 * Reads (data, opcode, flags) as push() and pack() take them (spec section 3.7).
 * @return ES_OK, or ES_E_WS_PACK_FAILED (`data` is NULL then; an exception may be set)
 */
int es_frame_args(es_frame_args_t *args, zval *data, zend_long opcode, zval *flags);

#endif
