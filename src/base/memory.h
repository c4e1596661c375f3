#ifndef ES_BASE_MEMORY_H
#define ES_BASE_MEMORY_H

#include <stddef.h>

/**
 * Memory for the server's own small structures. Every request is bounded by a limit of the settings, so a
 * failure means that the machine is out of memory altogether: these functions then write one line to
 * stderr and abort, and callers need not check. Payloads, whose size a peer chooses, do not come from here
 * (see es_payload_ops_t).
 */
void *es_malloc(size_t size);
void *es_calloc(size_t count, size_t size);
void *es_realloc(void *block, size_t size);
void es_free(void *block);

/** Copies `len` bytes and a final NUL; the caller owns the result (es_free). */
char *es_strndup(const char *text, size_t len);

/**
 * Asks the system for large pages in a block that is about to be filled: a page fault for each 2 MiB instead of each
 * 4 KiB. Without effect where there are none.
 */
void es_memory_large_pages(void *block, size_t size);

#endif
