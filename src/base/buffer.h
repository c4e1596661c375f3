#ifndef ES_BASE_BUFFER_H
#define ES_BASE_BUFFER_H

#include <stddef.h>
#include <string.h>

/** A growing run of bytes. Zeroed memory is a valid, empty buffer that owns nothing. */
typedef struct es_buffer {
    char *data; /* owned; NULL while nothing was ever stored; NOT NUL-terminated */
    size_t len; /* bytes in use */
    size_t cap; /* bytes allocated */
} es_buffer_t;

/** Allocates room for `extra` more bytes; for es_buffer_reserve(). */
void es_buffer_grow(es_buffer_t *b, size_t extra);

/** Makes room for `extra` more bytes and returns where they go; `len` does not change. */
static inline char *es_buffer_reserve(es_buffer_t *b, size_t extra)
{
    if (b->data == NULL || extra > b->cap - b->len) {
        es_buffer_grow(b, extra);
    }
    return b->data + b->len;
}

/** Appends a copy of `len` bytes. Inline, as heads are written in many pieces whose length the compiler knows. */
static inline void es_buffer_append(es_buffer_t *b, const void *bytes, size_t len)
{
    if (len > 0) {
        memcpy(es_buffer_reserve(b, len), bytes, len);
        b->len += len;
    }
}

/** Appends a C string without its NUL. */
static inline void es_buffer_append_str(es_buffer_t *b, const char *text)
{
    es_buffer_append(b, text, strlen(text));
}

/** Removes the first `n` (<= len) bytes; what is left moves to the front. */
void es_buffer_consume(es_buffer_t *b, size_t n);

/** Frees the memory; the buffer is empty and usable afterwards. */
void es_buffer_destroy(es_buffer_t *b);

#endif
