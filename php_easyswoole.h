#ifndef PHP_EASYSWOOLE_H
#define PHP_EASYSWOOLE_H

#include "php.h"

#include "base/list.h"
#include "php/callback.h"

#define PHP_EASYSWOOLE_VERSION "0.1.0"

/* The Swoole API that user code may expect: the last 4.x, with its class aliases (spec section 5.4). */
#define ES_SWOOLE_VERSION         "4.8.13"
#define ES_SWOOLE_VERSION_ID      40813
#define ES_SWOOLE_MAJOR_VERSION   4
#define ES_SWOOLE_MINOR_VERSION   8
#define ES_SWOOLE_RELEASE_VERSION 13

#define ES_STRERROR_SWOOLE        9 /* SWOOLE_STRERROR_SWOOLE */

extern zend_module_entry easyswoole_module_entry;
#define phpext_easyswoole_ptr &easyswoole_module_entry

ZEND_BEGIN_MODULE_GLOBALS(easyswoole)
    bool framework_classes; /* INI easyswoole.framework_classes: define EasySwoole\*, too */
    int last_error;         /* swoole_last_error(): SWOOLE_ERROR_* */
    struct es_host *host;   /* the one server of this process, owned by its PHP object; NULL before and after */
    HashTable *signals;     /* owned; handlers of Process::signal() by number; NULL: none */
    es_call_state_t calls;
    struct es_process_loop
        *process_loop;             /* owned; what user code has in loops, and a loop of its own (process_loop.c) */
    struct es_user_timers *timers; /* owned; Swoole\Timer (timer.c); NULL until needed */
    struct es_user_events *events; /* owned; Swoole\Event (event.c); NULL until needed */
ZEND_END_MODULE_GLOBALS(easyswoole)

ZEND_EXTERN_MODULE_GLOBALS(easyswoole)

#define ES_G(field) ZEND_MODULE_GLOBALS_ACCESSOR(easyswoole, field)

#if defined(ZTS) && defined(COMPILE_DL_EASYSWOOLE)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

#endif
