#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php.h"
#include "php_ini.h"
#include "ext/standard/info.h"
#include "php_easyswoole.h"
#include "php/easyswoole/classes.h"

ZEND_DECLARE_MODULE_GLOBALS(easyswoole)

#ifdef COMPILE_DL_EASYSWOOLE
#ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
#endif
ZEND_GET_MODULE(easyswoole)
#endif

PHP_INI_BEGIN()
    STD_PHP_INI_BOOLEAN("easyswoole.framework_classes", "1", PHP_INI_SYSTEM, OnUpdateBool, framework_classes,
                        zend_easyswoole_globals, easyswoole_globals)
PHP_INI_END()

static PHP_GINIT_FUNCTION(easyswoole)
{
#if defined(ZTS) && defined(COMPILE_DL_EASYSWOOLE)
    ZEND_TSRMLS_CACHE_UPDATE();
#endif
    memset(easyswoole_globals, 0, sizeof(*easyswoole_globals));
}

static PHP_MINIT_FUNCTION(easyswoole)
{
    REGISTER_INI_ENTRIES();
    if (ES_G(framework_classes)) {
        PHP_MINIT(easyswoole_support)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_spl_spl_bean)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_component_multi_container)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_component_singleton)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_easyswoole_swoole_event_register)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_easyswoole_swoole_event_helper)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_easyswoole_swoole_event_callbacks)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_easyswoole_abstract_interface_event)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_easyswoole_server_manager)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_websocket_server)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_socket_exception_exception)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_socket_exception_controller_pool_empty)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_socket_client_tcp)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_socket_client_udp)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_socket_client_websocket)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_socket_bean_caller)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_socket_bean_response)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_socket_abstract_interface_parser_interface)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_socket_abstract_interface_controller)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_socket_config)(INIT_FUNC_ARGS_PASSTHRU);
        PHP_MINIT(easyswoole_socket_dispatcher)(INIT_FUNC_ARGS_PASSTHRU);
    }
    return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(easyswoole)
{
    UNREGISTER_INI_ENTRIES();
    return SUCCESS;
}

static PHP_RINIT_FUNCTION(easyswoole)
{
#if defined(ZTS) && defined(COMPILE_DL_EASYSWOOLE)
    ZEND_TSRMLS_CACHE_UPDATE();
#endif
    return SUCCESS;
}

static PHP_MINFO_FUNCTION(easyswoole)
{
    php_info_print_table_start();
    php_info_print_table_row(2, "Version", PHP_EASYSWOOLE_VERSION);
    php_info_print_table_end();
    DISPLAY_INI_ENTRIES();
}

zend_module_entry easyswoole_module_entry = {
    STANDARD_MODULE_HEADER,
    "easyswoole",
    NULL,
    PHP_MINIT(easyswoole),
    PHP_MSHUTDOWN(easyswoole),
    PHP_RINIT(easyswoole),
    NULL,
    PHP_MINFO(easyswoole),
    PHP_EASYSWOOLE_VERSION,
    PHP_MODULE_GLOBALS(easyswoole),
    PHP_GINIT(easyswoole),
    NULL,
    NULL,
    STANDARD_MODULE_PROPERTIES_EX,
};
