#ifndef ES_PHP_SWOOLE_HTTP_COOKIE_H
#define ES_PHP_SWOOLE_HTTP_COOKIE_H

#include "php.h"

/** The arguments of Response::cookie(). All strings are borrowed; NULL or empty ones are left out. */
typedef struct es_cookie {
    zend_string *name, *value, *path, *domain, *samesite, *priority;
    zend_long expires; /* Unix time in seconds; 0: with the browser's session */
    bool secure, httponly, partitioned;
    bool raw; /* the value is sent as it is */
} es_cookie_t;

/**
 * Renders the value of a Set-Cookie field (RFC 6265 section 4.1, spec section 4.4).
 * @return a string the caller owns; NULL after E_WARNING when name, value or attributes cannot be sent
 */
zend_string *es_cookie_render(const es_cookie_t *cookie);

#endif
