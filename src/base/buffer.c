#include "base/buffer.h"

#include <stdint.h>
#include <string.h>

#include "base/memory.h"

#define SMALLEST 64 /* bytes of a first allocation: most lines and heads start small */

char *es_buffer_reserve(es_buffer_t *b, size_t extra)
{
    if (b->data == NULL || extra > b->cap - b->len) {
        /* A sum that overflows can never be had: let the allocator report it. */
        size_t need = extra > SIZE_MAX - b->len ? SIZE_MAX : b->len + extra;
        size_t cap = b->cap > SIZE_MAX / 2 ? SIZE_MAX : b->cap * 2;

        if (cap < SMALLEST) {
            cap = SMALLEST;
        }
        if (cap < need) {
            cap = need;
        }
        b->data = es_realloc(b->data, cap);
        b->cap = cap;
    }
    return b->data + b->len;
}

void es_buffer_append(es_buffer_t *b, const void *bytes, size_t len)
{
    if (len == 0) {
        return;
    }
    memcpy(es_buffer_reserve(b, len), bytes, len);
    b->len += len;
}

void es_buffer_append_str(es_buffer_t *b, const char *text)
{
    es_buffer_append(b, text, strlen(text));
}

void es_buffer_consume(es_buffer_t *b, size_t n)
{
    if (n == 0) {
        return;
    }
    b->len -= n;
    if (b->len > 0) {
        memmove(b->data, b->data + n, b->len);
    }
}

void es_buffer_destroy(es_buffer_t *b)
{
    es_free(b->data);
    *b = (es_buffer_t){0};
}
