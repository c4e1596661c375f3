#include "php/swoole/http_cookie.h"

#include "ext/date/php_date.h"
#include "ext/standard/url.h"
#include "zend_smart_str.h"

static bool has_any(const zend_string *text, const char *bytes)
{
    /* A NUL ends what strcspn looks at, and is not allowed either. */
    return strcspn(ZSTR_VAL(text), bytes) < ZSTR_LEN(text);
}

static bool acceptable(const es_cookie_t *c)
{
    static const char forbidden[] = ",; \t\r\n\013\014";
    zend_string *const attributes[] = {c->path, c->domain, c->samesite, c->priority};

    if (ZSTR_LEN(c->name) == 0) {
        php_error_docref(NULL, E_WARNING, "the cookie name must not be empty");
        return false;
    }
    if (has_any(c->name, "=,; \t\r\n\013\014")) {
        php_error_docref(NULL, E_WARNING, "cookie names cannot contain any of '=,; \\t\\r\\n\\013\\014' or NUL");
        return false;
    }
    if (c->raw && c->value && has_any(c->value, forbidden)) {
        php_error_docref(NULL, E_WARNING, "cookie values cannot contain any of ',; \\t\\r\\n\\013\\014' or NUL");
        return false;
    }
    for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++) {
        if (attributes[i] && has_any(attributes[i], ";\r\n")) {
            php_error_docref(NULL, E_WARNING, "cookie attributes cannot contain any of ';\\r\\n' or NUL");
            return false;
        }
    }
    return true;
}

static void append_attribute(smart_str *out, const char *name, const zend_string *value)
{
    if (value && ZSTR_LEN(value) > 0) {
        smart_str_appends(out, name);
        smart_str_append(out, value);
    }
}

zend_string *es_cookie_render(const es_cookie_t *c)
{
    smart_str out = {0};

    if (!acceptable(c)) {
        return NULL;
    }
    smart_str_append(&out, c->name);
    smart_str_appendc(&out, '=');
    if (!c->value || ZSTR_LEN(c->value) == 0) {
        smart_str_appends(&out, "deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0");
    } else {
        if (c->raw) {
            smart_str_append(&out, c->value);
        } else {
            zend_string *encoded = php_url_encode(ZSTR_VAL(c->value), ZSTR_LEN(c->value));

            smart_str_append(&out, encoded);
            zend_string_release(encoded);
        }
        if (c->expires > 0) {
            zend_string *date =
                php_format_date("D, d-M-Y H:i:s \\G\\M\\T", sizeof("D, d-M-Y H:i:s \\G\\M\\T") - 1, c->expires, false);
            const char *year = strrchr(ZSTR_VAL(date), '-');
            zend_long max_age = c->expires - (zend_long)time(NULL);

            if (!year || year[5] != ' ') {
                zend_string_release(date);
                smart_str_free(&out);
                php_error_docref(NULL, E_WARNING, "expiry date cannot have a year greater than 9999");
                return NULL;
            }
            append_attribute(&out, "; expires=", date);
            zend_string_release(date);
            smart_str_appends(&out, "; Max-Age=");
            smart_str_append_long(&out, max_age > 0 ? max_age : 0);
        }
    }
    append_attribute(&out, "; path=", c->path);
    append_attribute(&out, "; domain=", c->domain);
    if (c->secure) {
        smart_str_appends(&out, "; secure");
    }
    if (c->httponly) {
        smart_str_appends(&out, "; HttpOnly");
    }
    append_attribute(&out, "; SameSite=", c->samesite);
    append_attribute(&out, "; Priority=", c->priority);
    if (c->partitioned) {
        smart_str_appends(&out, "; Partitioned");
    }
    smart_str_0(&out);
    return out.s;
}
