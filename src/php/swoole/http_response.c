#include "php.h"
#include "ext/standard/php_string.h"

#include "php/host.h"
#include "php/swoole/classes.h"
#include "php/swoole/http_cookie.h"
#include "php_easyswoole.h"
#include "proto/http_response.h"
#include "php_stubs/swoole_http_response_arginfo.h"

zend_class_entry *es_ce_Swoole_Http_Response;
static zend_object_handlers handlers;

/* Declared properties, in the order of the stub. */
enum {
    RESPONSE_FD,
    RESPONSE_SOCKET,
    RESPONSE_HEADER,
    RESPONSE_COOKIE
};

#define MAX_NAME 127 /* bytes of a field's name (spec section 4.3) */

typedef struct es_php_response {
    int64_t session;     /* id; 0 in an object that user code made */
    uint32_t exchange;   /* which of the session's requests it answers */
    int status;          /* 0: not set */
    zend_string *reason; /* owned; NULL: the standard phrase */
    bool negotiates;     /* … and the engine says in a 101 which extensions are spoken */
    bool upgrade;        /* answers a handshake: the head ends behind Date (spec section 2.6) */
    bool http10;         /* the client does not know chunks */
    bool head_request;   /* HEAD: no body is sent */
    bool head_sent;
    bool chunked;
    bool wants_close; /* the user's Connection field says so */
    bool ended;
    zend_object std; /* last */
} es_php_response_t;

static es_php_response_t *response_from(zend_object *object)
{
    return (es_php_response_t *)((char *)object - offsetof(es_php_response_t, std));
}

/* The session that waits for this response; NULL with the last error when it is ended or the client is gone. */
static es_session_t *awaiting(es_php_response_t *r)
{
    es_host_t *host = ES_G(host);
    es_session_t *s = NULL;

    if (!r->ended && r->session && host && host->server && es_server_running(host->server)) {
        s = es_server_session(host->server, r->session);
        if (s && es_http_awaits(s, r->exchange)) {
            return s;
        }
    }
    es_host_fail(r->ended || !r->session ? ES_E_HTTP_CONTEXT : s ? ES_E_SESSION_CLOSED : ES_E_SESSION_NOT_EXIST);
    return NULL;
}

static zend_object *create(zend_class_entry *ce)
{
    es_php_response_t *r = zend_object_alloc(sizeof(*r), ce);

    zend_object_std_init(&r->std, ce);
    object_properties_init(&r->std, ce);
    r->std.handlers = &handlers;
    return &r->std;
}

static void free_object(zend_object *object)
{
    es_php_response_t *r = response_from(object);

    if (r->reason) {
        zend_string_release(r->reason);
    }
    zend_object_std_dtor(object);
}

void es_http_response_object(zval *into, es_session_t *session, const es_http_request_t *request)
{
    ZVAL_OBJ(into, create(es_ce_Swoole_Http_Response));
    es_php_response_t *r = response_from(Z_OBJ_P(into));

    ZVAL_LONG(OBJ_PROP_NUM(&r->std, RESPONSE_FD), es_session_id(session));
    r->session = es_session_id(session);
    r->exchange = session->exchange;
    r->upgrade = session->rec->ws_status != ES_WS_NONE;
    r->negotiates = r->upgrade && session->port->server->settings.websocket_compression;
    r->http10 = request->minor_version == 0;
    r->head_request = es_http_request_is_head(request);
}

/* --- head --- */

/* Fields that a response gets by default; a user's one takes their place. */
enum {
    SEEN_SERVER = 1,
    SEEN_DATE = 2,
    SEEN_CONNECTION = 4,
    SEEN_TYPE = 8,
    SEEN_LENGTH = 16,
    SEEN_TRANSFER = 32,
    SEEN_EXTENSIONS = 128,
    SEEN_CODING = 64, /* no default; an empty one is left out, too */
};

static unsigned default_field(const zend_string *name)
{
    static const struct {
        const char *name;
        size_t len;
        unsigned bit;
    } fields[] = {
        {ZEND_STRL("server"), SEEN_SERVER},           {ZEND_STRL("date"), SEEN_DATE},
        {ZEND_STRL("connection"), SEEN_CONNECTION},   {ZEND_STRL("content-type"), SEEN_TYPE},
        {ZEND_STRL("content-length"), SEEN_LENGTH},   {ZEND_STRL("transfer-encoding"), SEEN_TRANSFER},
        {ZEND_STRL("content-encoding"), SEEN_CODING}, {ZEND_STRL("sec-websocket-extensions"), SEEN_EXTENSIONS},
    };

    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        if (es_http_equal(ZSTR_VAL(name), ZSTR_LEN(name), fields[i].name, fields[i].len)) {
            return fields[i].bit;
        }
    }
    return 0;
}

static void write_user_field(es_buffer_t *out, const char *name, size_t name_len, zval *value)
{
    zend_string *text = zval_get_string(value);

    if (!es_http_write_field(out, name, name_len, ZSTR_VAL(text), ZSTR_LEN(text))) {
        php_error_docref(NULL, E_WARNING, "Header may not contain more than a single header, new line or NUL detected");
    }
    zend_string_release(text);
}

/* One field of the property `header`: null is left out, an array gives one line an element. */
static void write_user_header(es_php_response_t *r, es_buffer_t *out, zend_string *name, zval *value, unsigned bit)
{
    ZVAL_DEREF(value);
    if (Z_TYPE_P(value) == IS_ARRAY) {
        zval *element;

        ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), element) {
            if (Z_TYPE_P(element) != IS_NULL) {
                write_user_field(out, ZSTR_VAL(name), ZSTR_LEN(name), element);
            }
        }
        ZEND_HASH_FOREACH_END();
    } else if (Z_TYPE_P(value) != IS_NULL) {
        bool empty = Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) == 0;

        if (bit == SEEN_CONNECTION && Z_TYPE_P(value) == IS_STRING &&
            zend_string_equals_literal_ci(Z_STR_P(value), "close")) {
            r->wants_close = true;
        }
        /* An empty default field means: leave it out altogether. */
        if (!(bit && empty)) {
            write_user_field(out, ZSTR_VAL(name), ZSTR_LEN(name), value);
        }
    }
}

/* Whether a field is the engine's to say: a wrong word about it would split the response, or break the connection. */
static bool is_own_field(const es_php_response_t *r, unsigned bit, int status)
{
    return ((bit & (SEEN_LENGTH | SEEN_TRANSFER)) && !r->upgrade && !r->head_request) ||
           (bit == SEEN_EXTENSIONS && r->negotiates && status == 101);
}

static unsigned write_user_headers(es_php_response_t *r, es_buffer_t *out, int status)
{
    zval *headers = OBJ_PROP_NUM(&r->std, RESPONSE_HEADER), *cookies = OBJ_PROP_NUM(&r->std, RESPONSE_COOKIE), *value;
    zend_string *name;
    unsigned seen = 0;

    if (Z_TYPE_P(headers) == IS_ARRAY) {
        ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(headers), name, value) {
            unsigned bit = name ? default_field(name) : 0;

            seen |= bit;
            if (!name || is_own_field(r, bit, status)) {
                continue;
            }
            write_user_header(r, out, name, value, bit);
        }
        ZEND_HASH_FOREACH_END();
    }
    if (Z_TYPE_P(cookies) == IS_ARRAY) {
        ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(cookies), value) {
            write_user_field(out, ZEND_STRL("Set-Cookie"), value);
        }
        ZEND_HASH_FOREACH_END();
    }
    return seen;
}

/* The body of an HTTP/1.0 client that gets it in pieces: the end of the connection ends it. */
#define UNKNOWN_LENGTH SIZE_MAX

/* Writes the head (spec section 4.5). @param length bytes of the body, when it is sent in one piece */
static void write_head(es_php_response_t *r, es_session_t *s, es_buffer_t *out, size_t length)
{
    unsigned seen;

    es_http_write_status(out, r->status ? r->status : 200, r->reason ? ZSTR_VAL(r->reason) : NULL,
                         r->reason ? ZSTR_LEN(r->reason) : 0);
    seen = write_user_headers(r, out, r->status);
    if (r->upgrade && r->status == 101) {
        es_ws_write_agreement(s, out);
    }
    if (!(seen & SEEN_SERVER)) {
        es_buffer_append_str(out, "Server: " ES_HTTP_SERVER_NAME "\r\n");
    }
    if (!(seen & SEEN_DATE)) {
        es_http_write_date(out, es_server_date(s->port->server));
    }
    if (!r->upgrade) {
        if (!(seen & SEEN_CONNECTION)) {
            es_buffer_append_str(out, s->keep_alive ? "Connection: keep-alive\r\n" : "Connection: close\r\n");
        }
        if (!(seen & SEEN_TYPE)) {
            es_buffer_append_str(out, "Content-Type: text/html\r\n");
        }
        if (r->chunked) {
            es_buffer_append_str(out, "Transfer-Encoding: chunked\r\n");
        } else if (length != UNKNOWN_LENGTH && !(r->head_request && (length == 0 || (seen & SEEN_LENGTH)))) {
            es_http_write_length(out, length);
        }
    }
    es_buffer_append_str(out, "\r\n");
    r->head_sent = true;
}

/* Statuses that never have a body (RFC 9110 section 6.4.1). */
static bool bodiless(const es_php_response_t *r)
{
    return r->head_request || r->status == 204 || r->status == 304;
}

static void release_string(void *owner)
{
    zend_string_release(owner);
}

static void send_body(es_session_t *s, zend_string *body)
{
    if (ZSTR_LEN(body) >= ES_OUTPUT_REF_MIN) {
        const es_output_ref_t ref = {ZSTR_VAL(body), ZSTR_LEN(body), release_string, zend_string_copy(body)};

        es_http_send_ref(s, &ref);
    } else if (ZSTR_LEN(body) > 0) {
        es_http_send(s, ZSTR_VAL(body), ZSTR_LEN(body));
    }
}

static void send_chunk(es_session_t *s, zend_string *body)
{
    es_buffer_t *scratch = &ES_G(host)->head;

    scratch->len = 0;
    es_http_write_chunk_size(scratch, ZSTR_LEN(body));
    es_http_send(s, scratch->data, scratch->len);
    send_body(s, body);
    es_http_send(s, "\r\n", 2);
}

/*
 * Sends the head, and a body that it may carry: one piece costs less than two. The head buffer is taken out while it is
 * written: user code (__toString, an error handler) may respond elsewhere.
 * @param body NULL: none, or not with the head
 */
static void send_head(es_php_response_t *r, es_session_t *s, size_t length, zend_string *body)
{
    es_host_t *host = ES_G(host);
    es_buffer_t head = host->head;

    memset(&host->head, 0, sizeof(host->head));
    head.len = 0;
    write_head(r, s, &head, length);
    if (es_http_awaits(s, r->exchange)) {
        if (body && ZSTR_LEN(body) < ES_OUTPUT_REF_MIN) {
            es_buffer_append(&head, ZSTR_VAL(body), ZSTR_LEN(body));
            body = NULL;
        }
        es_http_send(s, head.data, head.len);
        if (body) {
            send_body(s, body);
        }
    }
    es_buffer_destroy(&host->head);
    host->head = head;
}

/* Completes the response. @return whether it could be sent */
static bool end(es_php_response_t *r, es_session_t *s, zend_string *body)
{
    bool fits = ZSTR_LEN(body) <= (uint64_t)s->port->server->settings.output_buffer_size;
    int status;

    r->ended = true;
    if (!fits) {
        es_host_fail(ES_E_DATA_TOO_LARGE);
        es_session_fail(s);
        return false;
    }
    if (!r->head_sent) {
        send_head(r, s, bodiless(r) && !r->head_request ? 0 : ZSTR_LEN(body), !bodiless(r) || r->upgrade ? body : NULL);
    } else if (r->chunked) {
        if (ZSTR_LEN(body) > 0) {
            send_chunk(s, body);
        }
        es_http_send(s, "0\r\n\r\n", 5);
    } else if (!bodiless(r)) {
        send_body(s, body);
    }
    status = r->status ? r->status : 200;
    if (es_http_awaits(s, r->exchange)) {
        es_http_finish(s, status, !r->wants_close);
    }
    return true;
}

/* An object that goes away unended ends its response: with its status, or 500 (spec section 4.2). */
static void destroy_object(zend_object *object)
{
    es_php_response_t *r = response_from(object);
    es_session_t *s;

    if (!r->ended && (s = awaiting(r)) != NULL && !s->port->server->aborted) {
        if (!r->status) {
            r->status = 500;
        }
        end(r, s, zend_empty_string);
    }
    zend_objects_destroy_object(object);
}

void es_http_response_show_head(zval *response, const es_buffer_t *head)
{
    zval *headers = OBJ_PROP_NUM(Z_OBJ_P(response), RESPONSE_HEADER);
    const char *line = memchr(head->data, '\n', head->len), *end = head->data + head->len, *next;

    array_init(headers);
    for (line++; line < end && (next = memchr(line, '\n', (size_t)(end - line))) != NULL; line = next + 1) {
        const char *colon = memchr(line, ':', (size_t)(next - line));

        add_assoc_stringl_ex(headers, line, (size_t)(colon - line), colon + 2, (size_t)(next - 1 - colon - 2));
    }
    response_from(Z_OBJ_P(response))->status = 101;
}

void es_http_response_take_head(zval *response, es_buffer_t *head)
{
    es_php_response_t *r = response_from(Z_OBJ_P(response));

    if (!r->ended && !r->head_sent) {
        head->len = 0;
        es_http_write_status(head, 101, NULL, 0);
        write_user_headers(r, head, 101);
        r->ended = true;
    }
}

/* --- methods --- */

/* The response a method works on; false to the user when it is over. NOLINTBEGIN(bugprone-macro-parentheses): names */
#define RESPONSE_OR_FALSE(r, s)                                                                                        \
    es_php_response_t *r = response_from(Z_OBJ_P(ZEND_THIS));                                                          \
    es_session_t *s = awaiting(r);                                                                                     \
    if (!s) {                                                                                                          \
        RETURN_FALSE;                                                                                                  \
    }
/* NOLINTEND(bugprone-macro-parentheses) */

/* A property that is to be an array of our own. */
static zval *array_property(es_php_response_t *r, int number)
{
    zval *array = OBJ_PROP_NUM(&r->std, number);

    if (Z_TYPE_P(array) != IS_ARRAY) {
        zval_ptr_dtor(array);
        array_init(array);
    }
    SEPARATE_ARRAY(array);
    return array;
}

/* Upper-Case-Words: how Swoole writes names (spec section 4.3). */
static zend_string *format_name(const zend_string *name)
{
    zend_string *formatted = zend_string_init(ZSTR_VAL(name), ZSTR_LEN(name), false);
    bool upper = true;

    for (size_t i = 0; i < ZSTR_LEN(formatted); i++) {
        char *c = &ZSTR_VAL(formatted)[i];

        if (upper && *c >= 'a' && *c <= 'z') {
            *c = (char)(*c - 'a' + 'A');
        } else if (!upper && *c >= 'A' && *c <= 'Z') {
            *c = (char)(*c - 'A' + 'a');
        }
        upper = *c == '-';
    }
    return formatted;
}

PHP_METHOD(Swoole_Http_Response, header)
{
    zend_string *name;
    zval *value;
    bool format = true;

    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_STR(name)
        Z_PARAM_ZVAL(value)
        Z_PARAM_OPTIONAL
        Z_PARAM_BOOL(format)
    ZEND_PARSE_PARAMETERS_END();

    RESPONSE_OR_FALSE(r, s);
    if (ZSTR_LEN(name) > MAX_NAME) {
        php_error_docref(NULL, E_WARNING, "header key is too long");
        RETURN_BOOL(es_host_fail(ES_E_NAME_TOO_LONG));
    }
    if (!es_http_is_token(ZSTR_VAL(name), ZSTR_LEN(name))) {
        php_error_docref(NULL, E_WARNING, "header key is not a valid field name");
        RETURN_BOOL(es_host_fail(ES_E_INVALID_PARAMS));
    }
    zval *headers = array_property(r, RESPONSE_HEADER);
    name = format ? format_name(name) : zend_string_copy(name);
    Z_TRY_ADDREF_P(value);
    zend_hash_update(Z_ARRVAL_P(headers), name, value);
    zend_string_release(name);
    RETURN_TRUE;
}

PHP_METHOD(Swoole_Http_Response, status)
{
    zend_long code;
    zend_string *reason = NULL;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_LONG(code)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(reason)
    ZEND_PARSE_PARAMETERS_END();

    RESPONSE_OR_FALSE(r, s);
    if (code != 0 && (code < 100 || code > 999)) {
        php_error_docref(NULL, E_WARNING, "the status must have three digits");
        RETURN_BOOL(es_host_fail(ES_E_INVALID_PARAMS));
    }
    r->status = (int)code;
    if (r->reason) {
        zend_string_release(r->reason);
    }
    r->reason = reason && ZSTR_LEN(reason) > 0 ? zend_string_copy(reason) : NULL;
    RETURN_TRUE;
}

static void add_cookie(INTERNAL_FUNCTION_PARAMETERS, bool raw)
{
    es_cookie_t cookie = {.raw = raw, .path = ZSTR_CHAR('/')};
    zend_string *text;

    ZEND_PARSE_PARAMETERS_START(1, 10)
        Z_PARAM_STR(cookie.name)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(cookie.value)
        Z_PARAM_LONG(cookie.expires)
        Z_PARAM_STR(cookie.path)
        Z_PARAM_STR(cookie.domain)
        Z_PARAM_BOOL(cookie.secure)
        Z_PARAM_BOOL(cookie.httponly)
        Z_PARAM_STR(cookie.samesite)
        Z_PARAM_STR(cookie.priority)
        Z_PARAM_BOOL(cookie.partitioned)
    ZEND_PARSE_PARAMETERS_END();

    RESPONSE_OR_FALSE(r, s);
    if (!(text = es_cookie_render(&cookie))) {
        RETURN_BOOL(es_host_fail(ES_E_INVALID_PARAMS));
    }
    zval *cookies = array_property(r, RESPONSE_COOKIE);
    add_next_index_str(cookies, text);
    RETURN_TRUE;
}

PHP_METHOD(Swoole_Http_Response, cookie)
{
    add_cookie(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Swoole_Http_Response, rawcookie)
{
    add_cookie(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Swoole_Http_Response, write)
{
    zend_string *content;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(content)
    ZEND_PARSE_PARAMETERS_END();

    RESPONSE_OR_FALSE(r, s);
    if (!r->head_sent) {
        r->chunked = !r->http10 && !r->upgrade && !bodiless(r);
        r->wants_close = r->wants_close || r->http10;
        if (r->http10) {
            s->keep_alive = false;
        }
        send_head(r, s, UNKNOWN_LENGTH, NULL);
    }
    if (ZSTR_LEN(content) == 0) {
        php_error_docref(NULL, E_WARNING, "the data sent must not be empty");
        RETURN_BOOL(es_host_fail(ES_E_NO_PAYLOAD));
    }
    int status = es_session_may_send(s, ZSTR_LEN(content));
    if (status != ES_OK) {
        RETURN_BOOL(es_host_fail(status));
    }
    if (r->chunked) {
        send_chunk(s, content);
    } else if (!bodiless(r)) {
        send_body(s, content);
    }
    RETURN_TRUE;
}

PHP_METHOD(Swoole_Http_Response, end)
{
    zend_string *content = NULL;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(content)
    ZEND_PARSE_PARAMETERS_END();

    RESPONSE_OR_FALSE(r, s);
    bool sent = end(r, s, content ? content : zend_empty_string);
    es_callback_after_nested();
    RETURN_BOOL(sent);
}

PHP_METHOD(Swoole_Http_Response, redirect)
{
    zend_string *url;
    zend_long code = 302;
    zval location;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_STR(url)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(code)
    ZEND_PARSE_PARAMETERS_END();

    RESPONSE_OR_FALSE(r, s);
    if (strcspn(ZSTR_VAL(url), "\r\n") < ZSTR_LEN(url)) {
        php_error_docref(NULL, E_WARNING, "the URL must not contain line breaks or NUL");
        RETURN_BOOL(es_host_fail(ES_E_INVALID_PARAMS));
    }
    if (code < 300 || code > 399) {
        php_error_docref(NULL, E_WARNING, "the status of a redirection must be between 300 and 399");
        RETURN_BOOL(es_host_fail(ES_E_INVALID_PARAMS));
    }
    zval *headers = array_property(r, RESPONSE_HEADER);
    ZVAL_STR_COPY(&location, url);
    zend_hash_str_update(Z_ARRVAL_P(headers), ZEND_STRL("Location"), &location);
    r->status = (int)code;
    bool sent = end(r, s, zend_empty_string);
    es_callback_after_nested();
    RETURN_BOOL(sent);
}

PHP_METHOD(Swoole_Http_Response, isWritable)
{
    ZEND_PARSE_PARAMETERS_NONE();

    RESPONSE_OR_FALSE(r, s);
    RETURN_TRUE;
}

PHP_MINIT_FUNCTION(swoole_http_response)
{
    es_ce_Swoole_Http_Response = register_class_Swoole_Http_Response();
    es_ce_Swoole_Http_Response->create_object = create;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(es_php_response_t, std);
    handlers.free_obj = free_object;
    handlers.dtor_obj = destroy_object;
    handlers.clone_obj = NULL;
    zend_register_class_alias("swoole_http_response", es_ce_Swoole_Http_Response);
    return SUCCESS;
}
