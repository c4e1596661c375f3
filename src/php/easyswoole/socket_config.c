#include "php/easyswoole/socket_support.h"
#include "php/easyswoole/classes.h"
#include "php_stubs/easyswoole_socket_config_arginfo.h"
#include "zend_exceptions.h"

zend_class_entry *es_ce_EasySwoole_Socket_Config;

PHP_METHOD(EasySwoole_Socket_Config, getType)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_CONFIG_TYPE));
}

PHP_METHOD(EasySwoole_Socket_Config, setType)
{
    zval *type;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(type)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_CONFIG_TYPE, type);
}

PHP_METHOD(EasySwoole_Socket_Config, getOnExceptionHandler)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_COPY(es_slot_get(Z_OBJ_P(ZEND_THIS), ES_CONFIG_ON_EXCEPTION));
}

PHP_METHOD(EasySwoole_Socket_Config, setOnExceptionHandler)
{
    zval *handler;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(handler)
    ZEND_PARSE_PARAMETERS_END();
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_CONFIG_ON_EXCEPTION, handler);
}

bool es_config_own_parser(zend_object *config, zval *parser)
{
    zval *value = es_slot_get(config, ES_CONFIG_PARSER);

    if (EXPECTED(Z_TYPE_P(value) != IS_STRING)) {
        ZVAL_COPY(parser, value);
        return true;
    }

    zend_class_entry *ce = zend_fetch_class_by_name(Z_STR_P(value), NULL, ZEND_FETCH_CLASS_EXCEPTION);
    if (!ce || !es_new(ce, parser, 0, NULL, NULL)) {
        ZVAL_UNDEF(parser);
        return false;
    }
    es_slot_set(config, ES_CONFIG_PARSER, parser);
    return true;
}

bool es_config_parser(zend_object *config, zval *parser)
{
    if (EXPECTED(config->ce == es_ce_EasySwoole_Socket_Config)) {
        return es_config_own_parser(config, parser);
    }
    return es_call_method(config, ES_NAME_GETPARSER, parser, 0, NULL);
}

PHP_METHOD(EasySwoole_Socket_Config, getParser)
{
    ZEND_PARSE_PARAMETERS_NONE();
    if (!es_config_own_parser(Z_OBJ_P(ZEND_THIS), return_value)) {
        ZVAL_NULL(return_value);
        RETURN_THROWS();
    }
    /* A subclass can put anything into the property. */
    if (Z_TYPE_P(return_value) != IS_NULL &&
        (Z_TYPE_P(return_value) != IS_OBJECT ||
         !instanceof_function(Z_OBJCE_P(return_value), es_ce_EasySwoole_Socket_AbstractInterface_ParserInterface))) {
        zend_type_error("The parser of %s is no ParserInterface but %s", ZSTR_VAL(Z_OBJCE_P(ZEND_THIS)->name),
                        zend_zval_type_name(return_value));
        RETURN_THROWS();
    }
}

/* A class name that cannot be used is reported at once and always with the same class of exception. */
static bool check_parser_class(zend_string *name)
{
    zend_class_entry *ce = zend_lookup_class(name);

    if (ce && instanceof_function(ce, es_ce_EasySwoole_Socket_AbstractInterface_ParserInterface)) {
        return true;
    }
    if (es_exception_catchable()) {
        zend_object *thrown = es_exception_take();
        zval message_copy;
        zval *message = zend_read_property(thrown->ce, thrown, ZEND_STRL("message"), true, &message_copy);
        zend_string *text = zval_get_string(message);

        zend_throw_exception(es_ce_EasySwoole_Socket_Exception_Exception, ZSTR_VAL(text), 0);
        zend_string_release(text);
        OBJ_RELEASE(thrown);
    } else if (!EG(exception)) {
        zend_throw_exception_ex(es_ce_EasySwoole_Socket_Exception_Exception, 0,
                                ce ? "parser not a instance of ParserInterface: class \"%s\""
                                   : "Class \"%s\" does not exist",
                                ZSTR_VAL(name));
    }
    return false;
}

PHP_METHOD(EasySwoole_Socket_Config, setParser)
{
    zval *parser;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(parser)
    ZEND_PARSE_PARAMETERS_END();

    if (Z_TYPE_P(parser) == IS_STRING) {
        if (!check_parser_class(Z_STR_P(parser))) {
            RETURN_THROWS();
        }
    } else if (Z_TYPE_P(parser) != IS_OBJECT ||
               !instanceof_function(Z_OBJCE_P(parser), es_ce_EasySwoole_Socket_AbstractInterface_ParserInterface)) {
        zend_throw_exception(es_ce_EasySwoole_Socket_Exception_Exception, "parser not a instance of ParserInterface",
                             0);
        RETURN_THROWS();
    }
    es_slot_set(Z_OBJ_P(ZEND_THIS), ES_CONFIG_PARSER, parser);
}

PHP_MINIT_FUNCTION(easyswoole_socket_config)
{
    es_ce_EasySwoole_Socket_Config = register_class_EasySwoole_Socket_Config();
    return SUCCESS;
}
