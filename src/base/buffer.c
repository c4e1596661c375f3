#include "base/buffer.h"

#include <stdint.h>

#include "base/memory.h"

#define SMALLEST 64 /* bytes of a first allocation: most lines and heads start small */

void es_buffer_grow(es_buffer_t *b, size_t extra)
{
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
