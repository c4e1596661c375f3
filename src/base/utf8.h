#ifndef ES_BASE_UTF8_H
#define ES_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * Incremental UTF-8 check (RFC 3629): zero at a character boundary, otherwise the state inside a
 * character. Text may arrive in any split.
 */
typedef uint8_t es_utf8_t;

/**
 * Checks `len` more bytes.
 * @return false as soon as the text cannot become valid any more; the state is then of no further use
 */
bool es_utf8_feed(es_utf8_t *state, const uint8_t *bytes, size_t len);

/** Whether the text may end here, i.e. not inside a character. */
static inline bool es_utf8_complete(es_utf8_t state)
{
    return state == 0;
}

#endif
