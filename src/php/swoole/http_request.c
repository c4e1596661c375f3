#include "php.h"
#include "SAPI.h"
#include "php_variables.h"
#include "ext/standard/url.h"

#include "php/host.h"
#include "php/swoole/classes.h"
#include "php_easyswoole.h"
#include "php_stubs/swoole_http_request_arginfo.h"

zend_class_entry *es_ce_Swoole_Http_Request;
static zend_object_handlers handlers;

/* Declared properties, in the order of the stub. */
enum {
    REQUEST_FD,
    REQUEST_STREAM_ID,
    REQUEST_HEADER,
    REQUEST_SERVER,
    REQUEST_COOKIE,
    REQUEST_GET,
    REQUEST_FILES,
    REQUEST_POST
};

typedef struct es_php_request {
    es_http_request_t *request; /* owned; NULL in an object that user code made */
    zend_object std;            /* last */
} es_php_request_t;

static es_php_request_t *request_from(zend_object *object)
{
    return (es_php_request_t *)((char *)object - offsetof(es_php_request_t, std));
}

static zend_object *create(zend_class_entry *ce)
{
    es_php_request_t *r = zend_object_alloc(sizeof(*r), ce);

    zend_object_std_init(&r->std, ce);
    object_properties_init(&r->std, ce);
    r->std.handlers = &handlers;
    return &r->std;
}

static void free_object(zend_object *object)
{
    es_http_request_free(request_from(object)->request);
    zend_object_std_dtor(object);
}

static zend_string *span_string(const es_http_request_t *request, es_http_span_t span)
{
    return zend_string_init(es_http_request_at(request, span), span.len, false);
}

/* Cookies are split at ';', names taken as they are, values url-decoded; the first of a name wins (spec section 4.1).
 */
static void parse_cookies(zval *cookies, const char *p, size_t len)
{
    const char *end = p + len;

    while (p < end) {
        const char *next = memchr(p, ';', (size_t)(end - p));
        const char *stop = next ? next : end;

        while (p < stop && (*p == ' ' || *p == '\t')) {
            p++;
        }
        const char *equals = p < stop ? memchr(p, '=', (size_t)(stop - p)) : NULL;
        const char *name_end = equals ? equals : stop;

        if (name_end > p && zend_hash_num_elements(Z_ARRVAL_P(cookies)) < (uint32_t)PG(max_input_vars)) {
            zval value;

            if (!zend_symtable_str_exists(Z_ARRVAL_P(cookies), p, (size_t)(name_end - p))) {
                ZVAL_STRINGL(&value, equals ? equals + 1 : "", equals ? (size_t)(stop - equals - 1) : 0);
                Z_STRLEN(value) = php_raw_url_decode(Z_STRVAL(value), Z_STRLEN(value));
                zend_symtable_str_update(Z_ARRVAL_P(cookies), p, (size_t)(name_end - p), &value);
            }
        }
        p = next ? next + 1 : end;
    }
}

/* Repeated fields become one string (D6), so that typed user code never meets an array. */
static void add_header(zval *headers, const es_http_request_t *request, const es_http_header_t *header)
{
    zend_string *name = zend_string_alloc(header->name.len, false);
    zval value, *old;

    zend_str_tolower_copy(ZSTR_VAL(name), es_http_request_at(request, header->name), header->name.len);
    if ((old = zend_symtable_find(Z_ARRVAL_P(headers), name)) != NULL) {
        zend_string *joined = zend_string_concat3(Z_STRVAL_P(old), Z_STRLEN_P(old), ", ", 2,
                                                  es_http_request_at(request, header->value), header->value.len);

        zval_ptr_dtor_str(old);
        ZVAL_STR(old, joined);
    } else {
        ZVAL_STR(&value, span_string(request, header->value));
        zend_symtable_add_new(Z_ARRVAL_P(headers), name, &value);
    }
    zend_string_release(name);
}

static bool is_cookie(const es_http_request_t *request, const es_http_header_t *header)
{
    return header->name.len == 6 && strncasecmp(es_http_request_at(request, header->name), "cookie", 6) == 0;
}

static void fill_headers(zend_object *object, const es_http_request_t *request, bool parse_cookie)
{
    zval *headers = OBJ_PROP_NUM(object, REQUEST_HEADER), *cookies = OBJ_PROP_NUM(object, REQUEST_COOKIE);

    array_init_size(headers, request->header_count);
    zend_hash_real_init_mixed(Z_ARRVAL_P(headers));
    for (size_t i = 0; i < request->header_count; i++) {
        const es_http_header_t *header = &request->headers[i];

        if (parse_cookie && is_cookie(request, header)) {
            if (Z_TYPE_P(cookies) != IS_ARRAY) {
                array_init(cookies);
            }
            parse_cookies(cookies, es_http_request_at(request, header->value), header->value.len);
        } else {
            add_header(headers, request, header);
        }
    }
}

static void fill_server(zend_object *object, es_session_t *s, const es_http_request_t *request)
{
    zval *server = OBJ_PROP_NUM(object, REQUEST_SERVER);
    char ip[64];

    array_init_size(server, 16);
    if (request->query.len > 0) {
        add_assoc_str(server, "query_string", span_string(request, request->query));
    }
    add_assoc_str(server, "request_method", span_string(request, request->method));
    add_assoc_str(server, "request_uri", span_string(request, request->path));
    zend_string *path = span_string(request, request->path);
    ZSTR_LEN(path) = php_url_decode(ZSTR_VAL(path), ZSTR_LEN(path));
    add_assoc_str(server, "path_info", path);
    add_assoc_long(server, "request_time", (zend_long)s->rec->last_recv);
    add_assoc_double(server, "request_time_float", s->rec->last_recv);
    add_assoc_string(server, "server_protocol", request->minor_version ? "HTTP/1.1" : "HTTP/1.0");
    add_assoc_long(server, "server_port", s->port->port);
    add_assoc_long(server, "remote_port", es_address_port(&s->rec->peer));
    es_address_text(&s->rec->peer, ip, sizeof(ip));
    add_assoc_string(server, "remote_addr", s->port->type == ES_SOCK_UNIX_STREAM ? s->port->host : ip);
    add_assoc_long(server, "master_time", (zend_long)s->rec->last_recv);
}

/* How many bytes of `text` hold as many parameters as PHP takes: more would be a warning that clients could cause. */
static size_t within_input_limit(const char *text, const char *separators)
{
    const char *p = text;
    zend_long left = PG(max_input_vars);

    for (p += strspn(p, separators); *p && left > 0; left--) {
        p += strcspn(p, separators);
        p += strspn(p, separators);
    }
    return (size_t)(p - text);
}

/* PHP's own rules for parameters: brackets, max_input_vars and all. */
static void parse_parameters(zval *into, const char *text, size_t len)
{
    char *copy = estrndup(text, len);

    copy[within_input_limit(copy, PG(arg_separator).input)] = '\0';
    array_init(into);
    sapi_module.treat_data(PARSE_STRING, copy, into);
}

/* Whether the body holds parameters: of these methods, and of this type (spec section 4.1). */
static bool has_parameters_in_body(const es_http_request_t *request)
{
    static const char *const methods[] = {"POST", "PUT", "DELETE", "PATCH"};
    static const char type[] = "application/x-www-form-urlencoded";
    const es_http_header_t *header = es_http_request_find(request, "content-type");

    if (!header || header->value.len < sizeof(type) - 1 ||
        strncasecmp(es_http_request_at(request, header->value), type, sizeof(type) - 1) != 0) {
        return false;
    }
    for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++) {
        if (request->method.len == strlen(methods[i]) &&
            memcmp(es_http_request_at(request, request->method), methods[i], request->method.len) == 0) {
            return true;
        }
    }
    return false;
}

void es_http_request_object(zval *into, es_session_t *session, es_http_request_t *request)
{
    const es_settings_t *settings = &session->port->server->settings;

    object_init_ex(into, es_ce_Swoole_Http_Request);
    zend_object *object = Z_OBJ_P(into);
    request_from(object)->request = request;
    ZVAL_LONG(OBJ_PROP_NUM(object, REQUEST_FD), es_session_id(session));
    fill_headers(object, request, settings->http_parse_cookie);
    fill_server(object, session, request);
    if (request->query.len > 0) {
        parse_parameters(OBJ_PROP_NUM(object, REQUEST_GET), es_http_request_at(request, request->query),
                         request->query.len);
    }
    if (request->body.len > 0 && settings->http_parse_post && has_parameters_in_body(request)) {
        parse_parameters(OBJ_PROP_NUM(object, REQUEST_POST), request->body.data, request->body.len);
    }
}

PHP_METHOD(Swoole_Http_Request, getContent)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const es_http_request_t *request = request_from(Z_OBJ_P(ZEND_THIS))->request;
    if (!request) {
        RETURN_FALSE;
    }
    if (request->body.len == 0) {
        RETURN_EMPTY_STRING();
    }
    RETURN_STRINGL(request->body.data, request->body.len);
}

PHP_METHOD(Swoole_Http_Request, getData)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const es_http_request_t *request = request_from(Z_OBJ_P(ZEND_THIS))->request;
    if (!request) {
        RETURN_FALSE;
    }
    RETURN_STR(zend_string_concat2(request->head.data, request->head.len, request->body.len ? request->body.data : "",
                                   request->body.len));
}

PHP_METHOD(Swoole_Http_Request, getMethod)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const es_http_request_t *request = request_from(Z_OBJ_P(ZEND_THIS))->request;
    if (!request) {
        RETURN_FALSE;
    }
    RETURN_STR(span_string(request, request->method));
}

PHP_MINIT_FUNCTION(swoole_http_request)
{
    es_ce_Swoole_Http_Request = register_class_Swoole_Http_Request();
    es_ce_Swoole_Http_Request->create_object = create;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(es_php_request_t, std);
    handlers.free_obj = free_object;
    handlers.clone_obj = NULL;
    zend_register_class_alias("swoole_http_request", es_ce_Swoole_Http_Request);
    return SUCCESS;
}
