#include <errno.h>
#include <unistd.h>

#include "php/host.h"
#include "php_easyswoole.h"
#include "base/status.h"

/* The global functions (spec section 5.3). Their arginfo is in the module's file. */

PHP_FUNCTION(swoole_version)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_STRING(ES_SWOOLE_VERSION);
}

PHP_FUNCTION(swoole_cpu_num)
{
    ZEND_PARSE_PARAMETERS_NONE();

    long count = sysconf(_SC_NPROCESSORS_ONLN);
    RETURN_LONG(count > 0 ? count : 1);
}

PHP_FUNCTION(swoole_last_error)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_LONG(ES_G(last_error));
}

PHP_FUNCTION(swoole_clear_error)
{
    ZEND_PARSE_PARAMETERS_NONE();
    ES_G(last_error) = 0;
}

PHP_FUNCTION(swoole_errno)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_LONG(errno);
}

PHP_FUNCTION(swoole_strerror)
{
    zend_long number, type = 0;
    const char *text;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_LONG(number)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(type)
    ZEND_PARSE_PARAMETERS_END();

    /* Numbers from 500 on are no errno on any system, so the type may be left out. */
    text = type == ES_STRERROR_SWOOLE || number >= 500 ? es_status_text((int)number) : NULL;
    if (!text) {
        text = strerror((int)number);
    }
    RETURN_STRING(text);
}

/* The command line's own function knows how, and says so when the system does not. */
bool es_set_process_title(zend_string *title)
{
    zval function, ret, args[1];
    bool done;

    ZVAL_STRING(&function, "cli_set_process_title");
    ZVAL_STR(&args[0], title);
    if (call_user_function(NULL, NULL, &function, &ret, 1, args) != SUCCESS) {
        ZVAL_FALSE(&ret);
    }
    done = zend_is_true(&ret);
    zval_ptr_dtor(&ret);
    zval_ptr_dtor(&function);
    return done;
}

PHP_FUNCTION(swoole_set_process_name)
{
    zend_string *name;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(name)
    ZEND_PARSE_PARAMETERS_END();

    RETURN_BOOL(es_set_process_title(name));
}
