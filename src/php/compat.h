#ifndef ES_PHP_COMPAT_H
#define ES_PHP_COMPAT_H

/* Every difference between the supported versions of PHP, 8.2 to 8.6. Nothing else tests PHP_VERSION_ID. */

#include "php.h"

#if PHP_VERSION_ID < 80200
#error "easyswoole needs PHP 8.2 or newer"
#endif

#endif
