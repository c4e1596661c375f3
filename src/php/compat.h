#ifndef ES_PHP_COMPAT_H
#define ES_PHP_COMPAT_H

/* Every difference between the supported versions of PHP, 8.2 to 8.6. Nothing else tests PHP_VERSION_ID. */

#include "php.h"
#include "ext/random/php_random.h"

#if PHP_VERSION_ID < 80200
#error "easyswoole needs PHP 8.2 or newer"
#endif

/*
 * Some builds of PHP delay the fatal error of memory_limit: the allocation succeeds, and at the next safe point
 * of user code the error is raised and unwinds that code as exit() does.
 */
static inline bool es_out_of_memory(void)
{
#ifdef ZEND_HAS_OOM
    return ZEND_HAS_OOM();
#else
    return false;
#endif
}

/* Reports that error now, if that has not been done yet. */
static inline void es_report_out_of_memory(void)
{
#ifdef ZEND_HAS_OOM
    if (EG(delayed_oom).state == ZEND_OOM_STATE_PENDING) {
        zend_handle_delayed_oom();
    }
#endif
}

/* First thing in a forked child: the engine's own state, and generators that must not repeat the parent's numbers. */
static inline void es_php_child_init(void)
{
#if PHP_VERSION_ID >= 80500
    php_child_init();
#else
    zend_max_execution_timer_init();
#endif
    RANDOM_G(mt19937_seeded) = false;
    RANDOM_G(combined_lcg_seeded) = false;
}

#endif
