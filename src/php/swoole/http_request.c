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

/* Elements of the property `server`, in their order. */
enum {
    FACT_QUERY_STRING,
    FACT_REQUEST_METHOD,
    FACT_REQUEST_URI,
    FACT_PATH_INFO,
    FACT_REQUEST_TIME,
    FACT_REQUEST_TIME_FLOAT,
    FACT_SERVER_PROTOCOL,
    FACT_SERVER_PORT,
    FACT_REMOTE_PORT,
    FACT_REMOTE_ADDR,
    FACT_MASTER_TIME,
    FACTS
};

static const char *const fact_names[FACTS] = {
    "query_string",    "request_method", "request_uri", "path_info",   "request_time", "request_time_float",
    "server_protocol", "server_port",    "remote_port", "remote_addr", "master_time",
};

/* What requests hold again and again: methods, and names of fields. */
static const char *const usual_texts[] = {
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
    "OPTIONS",
    "accept",
    "accept-encoding",
    "accept-language",
    "authorization",
    "cache-control",
    "connection",
    "content-length",
    "content-type",
    "cookie",
    "dnt",
    "forwarded",
    "host",
    "if-modified-since",
    "if-none-match",
    "origin",
    "pragma",
    "priority",
    "range",
    "referer",
    "sec-ch-ua",
    "sec-ch-ua-mobile",
    "sec-ch-ua-platform",
    "sec-fetch-dest",
    "sec-fetch-mode",
    "sec-fetch-site",
    "sec-fetch-user",
    "sec-websocket-extensions",
    "sec-websocket-key",
    "sec-websocket-protocol",
    "sec-websocket-version",
    "te",
    "transfer-encoding",
    "upgrade",
    "upgrade-insecure-requests",
    "user-agent",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
    "x-requested-with",
};

#define LONGEST_USUAL 25
#define USUAL_SLOTS   256

/* All are interned by MINIT: they have their hash, and are neither counted nor freed. */
static zend_string *facts[FACTS];
static zend_string *versions[2];
static zend_string *usual[USUAL_SLOTS]; /* by usual_slot(); the first of a slot has it */

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

static unsigned usual_slot(const char *text, size_t len)
{
    return ((unsigned)len + 9 * (unsigned char)text[0] + 2 * (unsigned char)text[len - 1]) % USUAL_SLOTS;
}

/* The text as a string that need not be made, or NULL. */
static zend_string *usual_string(const char *text, size_t len)
{
    zend_string *string = usual[usual_slot(text, len)];

    return string && zend_string_equals_cstr(string, text, len) ? string : NULL;
}

static zend_string *span_string(const es_http_request_t *request, es_http_span_t span)
{
    return zend_string_init_fast(es_http_request_at(request, span), span.len);
}

static zend_string *method_string(const es_http_request_t *request)
{
    zend_string *usual_one = usual_string(es_http_request_at(request, request->method), request->method.len);

    return usual_one ? usual_one : span_string(request, request->method);
}

/* The name of a field in lower case. */
static zend_string *name_string(const es_http_request_t *request, es_http_span_t span)
{
    const char *name = es_http_request_at(request, span);
    char lower[LONGEST_USUAL + 1];
    zend_string *string = NULL;

    if (span.len < sizeof(lower)) {
        zend_str_tolower_copy(lower, name, span.len);
        string = usual_string(lower, span.len);
    }
    if (!string) {
        string = zend_string_alloc(span.len, false);
        zend_str_tolower_copy(ZSTR_VAL(string), name, span.len);
    }
    return string;
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

/* The element called `name`, which is made, with null, if need be. */
static zval *element(HashTable *array, zend_string *name)
{
    zend_ulong number;

    return ZEND_HANDLE_NUMERIC(name, number) ? zend_hash_index_lookup(array, number) : zend_hash_lookup(array, name);
}

/* Repeated fields become one string (D6), so that typed user code never meets an array. */
static void add_header(zval *headers, const es_http_request_t *request, const es_http_header_t *header)
{
    zend_string *name = name_string(request, header->name);
    zval *value = element(Z_ARRVAL_P(headers), name);

    if (Z_TYPE_P(value) == IS_STRING) {
        zend_string *joined = zend_string_concat3(Z_STRVAL_P(value), Z_STRLEN_P(value), ", ", 2,
                                                  es_http_request_at(request, header->value), header->value.len);

        zval_ptr_dtor_str(value);
        ZVAL_STR(value, joined);
    } else {
        ZVAL_STR(value, span_string(request, header->value));
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

/* The path as it is meant; most are written as that. */
static zend_string *decoded_path(zend_string *path)
{
    if (!memchr(ZSTR_VAL(path), '%', ZSTR_LEN(path)) && !memchr(ZSTR_VAL(path), '+', ZSTR_LEN(path))) {
        return zend_string_copy(path);
    }
    path = zend_string_init(ZSTR_VAL(path), ZSTR_LEN(path), false);
    ZSTR_LEN(path) = php_url_decode(ZSTR_VAL(path), ZSTR_LEN(path));
    return path;
}

static zend_string *remote_address(const es_session_t *s)
{
    char ip[64];

    if (s->port->type == ES_SOCK_UNIX_STREAM) {
        return zend_string_init(s->port->host, strlen(s->port->host), false);
    }
    es_address_text(&s->rec->peer, ip, sizeof(ip));
    return zend_string_init(ip, strlen(ip), false);
}

static void fill_server(zend_object *object, es_session_t *s, const es_http_request_t *request)
{
    zval *server = OBJ_PROP_NUM(object, REQUEST_SERVER), values[FACTS];
    zend_string *path = span_string(request, request->path);
    unsigned first = FACT_REQUEST_METHOD;
    double received = es_loop_unix_time(s->conn.loop, s->rec->last_recv);

    if (request->query.len > 0) {
        first = FACT_QUERY_STRING;
        ZVAL_STR(&values[FACT_QUERY_STRING], span_string(request, request->query));
    }
    ZVAL_STR(&values[FACT_REQUEST_METHOD], method_string(request));
    ZVAL_STR(&values[FACT_REQUEST_URI], path);
    ZVAL_STR(&values[FACT_PATH_INFO], decoded_path(path));
    ZVAL_LONG(&values[FACT_REQUEST_TIME], (zend_long)received);
    ZVAL_DOUBLE(&values[FACT_REQUEST_TIME_FLOAT], received);
    ZVAL_STR(&values[FACT_SERVER_PROTOCOL], versions[request->minor_version]);
    ZVAL_LONG(&values[FACT_SERVER_PORT], s->port->port);
    ZVAL_LONG(&values[FACT_REMOTE_PORT], es_address_port(&s->rec->peer));
    ZVAL_STR(&values[FACT_REMOTE_ADDR], remote_address(s));
    ZVAL_LONG(&values[FACT_MASTER_TIME], (zend_long)received);

    array_init_size(server, FACTS);
    zend_hash_real_init_mixed(Z_ARRVAL_P(server));
    for (unsigned i = first; i < FACTS; i++) {
        _zend_hash_append_ex(Z_ARRVAL_P(server), facts[i], &values[i], true);
    }
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

    zend_object *object = create(es_ce_Swoole_Http_Request);

    ZVAL_OBJ(into, object);
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
    RETURN_STR(method_string(request));
}

static void intern_texts(void)
{
    for (size_t i = 0; i < FACTS; i++) {
        facts[i] = zend_string_init_interned(fact_names[i], strlen(fact_names[i]), true);
    }
    versions[0] = zend_string_init_interned(ZEND_STRL("HTTP/1.0"), true);
    versions[1] = zend_string_init_interned(ZEND_STRL("HTTP/1.1"), true);
    for (size_t i = 0; i < sizeof(usual_texts) / sizeof(usual_texts[0]); i++) {
        size_t len = strlen(usual_texts[i]);
        zend_string **slot = &usual[usual_slot(usual_texts[i], len)];

        ZEND_ASSERT(len <= LONGEST_USUAL);
        if (!*slot) {
            *slot = zend_string_init_interned(usual_texts[i], len, true);
        }
    }
}

PHP_MINIT_FUNCTION(swoole_http_request)
{
    intern_texts();
    es_ce_Swoole_Http_Request = register_class_Swoole_Http_Request();
    es_ce_Swoole_Http_Request->create_object = create;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(es_php_request_t, std);
    handlers.free_obj = free_object;
    handlers.clone_obj = NULL;
    zend_register_class_alias("swoole_http_request", es_ce_Swoole_Http_Request);
    return SUCCESS;
}
