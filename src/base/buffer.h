#ifndef ES_BASE_BUFFER_H
#define ES_BASE_BUFFER_H

#include <stddef.h>

/** A growing run of bytes. Zeroed memory is a valid, empty buffer that owns nothing. */
typedef struct es_buffer {
    char *data; /* owned; NULL while nothing was ever stored; NOT NUL-terminated */
    size_t len; /* bytes in use */
    size_t cap; /* bytes allocated */
} es_buffer_t;

/** Makes room for `extra` more bytes and returns where they go; `len` does not change. */
char *es_buffer_reserve(es_buffer_t *b, size_t extra);

/** Appends a copy of `len` bytes. */
void es_buffer_append(es_buffer_t *b, const void *bytes, size_t len);

/** Appends a C string without its NUL. */
void es_buffer_append_str(es_buffer_t *b, const char *text);

/** Removes the first `n` (<= len) bytes; what is left moves to the front. */
void es_buffer_consume(es_buffer_t *b, size_t n);

/** Frees the memory; the buffer is empty and usable afterwards. */
void es_buffer_destroy(es_buffer_t *b);

#endif
