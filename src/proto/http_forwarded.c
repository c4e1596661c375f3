#include "proto/http_forwarded.h"

#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

/* The end of a member: the next `stop` or comma that stands outside of quotes. @return NULL: the quotes stay open */
static const char *member_end(const char *pos, const char *end, char stop)
{
    bool quoted = false;

    for (; pos < end; pos++) {
        if (quoted && *pos == '\\' && pos + 1 < end) {
            pos++;
        } else if (*pos == '"') {
            quoted = !quoted;
        } else if (!quoted && (*pos == ',' || *pos == stop)) {
            return pos;
        }
    }
    return quoted ? NULL : end;
}

static void trim(const char **start, const char **end)
{
    while (*start < *end && is_space(**start)) {
        (*start)++;
    }
    while (*start < *end && is_space((*end)[-1])) {
        (*end)--;
    }
}

/* Takes the quotes off. Text with escapes is no address. */
static void take_value(const char *start, const char *end, const char **node, size_t *len)
{
    trim(&start, &end);
    if (end - start >= 2 && *start == '"' && end[-1] == '"') {
        start++;
        end--;
    }
    if (start < end && !memchr(start, '"', (size_t)(end - start)) && !memchr(start, '\\', (size_t)(end - start))) {
        *node = start;
        *len = (size_t)(end - start);
    }
}

/* One element of Forwarded: pairs separated by semicolons, of which "for" is asked for (RFC 7239 section 4). */
static void take_element(const char *pos, const char *end, const char **node, size_t *len)
{
    while (pos < end) {
        const char *stop = member_end(pos, end, ';'), *equals, *name_end;

        trim(&pos, &stop);
        equals = memchr(pos, '=', (size_t)(stop - pos));
        name_end = equals ? equals : stop;
        if (equals && es_http_equal(pos, (size_t)(name_end - pos), "for", 3)) {
            if (*node) { /* named twice: whom to believe? */
                *node = NULL;
                return;
            }
            take_value(equals + 1, stop, node, len);
        }
        pos = member_end(stop, end, ';') + 1;
    }
}

bool es_http_forwarded_next(es_http_forwarded_t *list, const es_http_request_t *r, const char *name, const char **node,
                            size_t *len)
{
    bool pairs = name[0] == 'f';
    const char *start, *stop;

    while (list->pos == list->end) {
        list->field = es_http_request_find_next(r, list->field, name);
        if (!list->field) {
            list->pos = list->end = NULL;
            return false;
        }
        list->pos = es_http_request_at(r, list->field->value);
        list->end = list->pos + list->field->value.len;
    }
    start = list->pos;
    stop = pairs ? member_end(start, list->end, ',') : memchr(start, ',', (size_t)(list->end - start));
    *node = NULL;
    *len = 0;
    if (!stop && pairs) {
        list->pos = list->end; /* the rest makes no sense */
        return true;
    }
    stop = stop ? stop : list->end;
    list->pos = stop < list->end ? stop + 1 : stop;
    if (pairs) {
        take_element(start, stop, node, len);
    } else {
        take_value(start, stop, node, len);
    }
    return true;
}
