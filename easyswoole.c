#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php.h"
#include "php_ini.h"
#include "ext/standard/info.h"
#include "php_easyswoole.h"
#include "net/version.h"
#include "php/easyswoole/classes.h"
#include "php/process_loop.h"
#include "php/swoole/classes.h"
#include "php_stubs/easyswoole_arginfo.h"

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

/* Both would define the same classes. Every module is in the registry before the first MINIT runs, so the order in
 * which they are loaded does not matter (a dependency entry ZEND_MOD_CONFLICTS would find only one of the two). */
static void refuse_swoole(void)
{
    static const char *const others[] = {"swoole", "openswoole"};

    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
        if (zend_hash_str_exists(&module_registry, others[i], strlen(others[i]))) {
            zend_error_noreturn(
                E_CORE_ERROR, "Cannot load module \"easyswoole\" together with \"%s\": both define the Swoole classes",
                others[i]);
        }
    }
}

static PHP_MINIT_FUNCTION(easyswoole)
{
    refuse_swoole();
    REGISTER_INI_ENTRIES();
    register_easyswoole_symbols(module_number);

    PHP_MINIT(swoole_exception)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_connection_iterator)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_table)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_atomic)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_atomic_long)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_lock)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_timer)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_timer_iterator)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_event)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_server_port)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_server)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_server_task)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_process)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_http_server)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_http_request)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_http_response)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_websocket_frame)(INIT_FUNC_ARGS_PASSTHRU);
    PHP_MINIT(swoole_websocket_server)(INIT_FUNC_ARGS_PASSTHRU);
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

static PHP_RSHUTDOWN_FUNCTION(easyswoole)
{
    es_process_loop_request_shutdown();
    return SUCCESS;
}

static PHP_MINFO_FUNCTION(easyswoole)
{
    es_library_t libraries[ES_LIBRARIES];
    char text[160];

    php_info_print_table_start();
    php_info_print_table_row(2, "Version", PHP_EASYSWOOLE_VERSION);
#ifdef ES_DEV
    php_info_print_table_row(2, "Build", "development (assertions on)");
#else
    php_info_print_table_row(2, "Build", "release");
#endif
    php_info_print_table_row(2, "Protocols", "HTTP/1.1, WebSocket (RFC 6455)");
    es_libraries(libraries);
    for (size_t i = 0; i < ES_LIBRARIES; i++) {
        snprintf(text, sizeof(text), "%s (built with %s)", libraries[i].running, libraries[i].built);
        php_info_print_table_row(2, libraries[i].name, text);
    }
    php_info_print_table_end();
    DISPLAY_INI_ENTRIES();
}

zend_module_entry easyswoole_module_entry = {
    STANDARD_MODULE_HEADER,
    "easyswoole",
    ext_functions,
    PHP_MINIT(easyswoole),
    PHP_MSHUTDOWN(easyswoole),
    PHP_RINIT(easyswoole),
    PHP_RSHUTDOWN(easyswoole),
    PHP_MINFO(easyswoole),
    PHP_EASYSWOOLE_VERSION,
    PHP_MODULE_GLOBALS(easyswoole),
    PHP_GINIT(easyswoole),
    NULL,
    NULL,
    STANDARD_MODULE_PROPERTIES_EX,
};
