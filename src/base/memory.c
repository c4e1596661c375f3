#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE /* madvise */
#endif
#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static void *checked(void *block, size_t size)
{
    if (block == NULL) {
        fprintf(stderr, "easyswoole: out of memory (%zu bytes asked for)\n", size);
        abort();
    }
    return block;
}

/* The C library may answer a request for nothing with NULL, which is no failure: ask for one byte instead. */

void *es_malloc(size_t size)
{
    return checked(malloc(size > 0 ? size : 1), size);
}

void *es_calloc(size_t count, size_t size)
{
    if (count == 0 || size == 0) {
        count = size = 1;
    }
    return checked(calloc(count, size), size);
}

void *es_realloc(void *block, size_t size)
{
    return checked(realloc(block, size > 0 ? size : 1), size);
}

void es_free(void *block)
{
    free(block);
}

char *es_strndup(const char *text, size_t len)
{
    char *copy = es_malloc(len + 1);

    if (len > 0) {
        memcpy(copy, text, len);
    }
    copy[len] = '\0';
    return copy;
}

void es_memory_large_pages(void *block, size_t size)
{
#ifdef MADV_HUGEPAGE
    /* Pages that lie within the block as a whole; the smallest size there is will do. */
    const size_t page = 4096, front = (page - (uintptr_t)block % page) % page;

    if (size > front + page) {
        madvise((char *)block + front, (size - front) / page * page, MADV_HUGEPAGE); /* nothing depends on it */
    }
#else
    (void)block;
    (void)size;
#endif
}
