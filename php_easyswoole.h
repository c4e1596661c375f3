#ifndef PHP_EASYSWOOLE_H
#define PHP_EASYSWOOLE_H

#include "php.h"

#define PHP_EASYSWOOLE_VERSION "0.1.0"

extern zend_module_entry easyswoole_module_entry;
#define phpext_easyswoole_ptr &easyswoole_module_entry

ZEND_BEGIN_MODULE_GLOBALS(easyswoole)
    bool framework_classes; /* INI easyswoole.framework_classes: define EasySwoole\*, too */
    int last_error;         /* swoole_last_error() */
ZEND_END_MODULE_GLOBALS(easyswoole)

ZEND_EXTERN_MODULE_GLOBALS(easyswoole)

#define ES_G(field) ZEND_MODULE_GLOBALS_ACCESSOR(easyswoole, field)

#if defined(ZTS) && defined(COMPILE_DL_EASYSWOOLE)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

#endif
