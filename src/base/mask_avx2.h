#ifndef ES_BASE_MASK_AVX2_H
#define ES_BASE_MASK_AVX2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

/* What mask.c is made of besides itself: base/mask.h with AVX2's vectors of 32 bytes, for processors that have them. */

/** The key as it meets four bytes that start at `offset`, in memory's order. */
static inline uint32_t es_mask_key_at(const uint8_t key[4], uint64_t offset)
{
    uint8_t turned[4];
    uint32_t word;

    if ((offset & 3) == 0) { /* the whole payload at once: nearly always */
        memcpy(&word, key, 4);
        return word;
    }
    for (unsigned i = 0; i < 4; i++) {
        turned[i] = key[(offset + i) & 3];
    }
    memcpy(&word, turned, 4);
    return word;
}

#if defined(__GNUC__) && defined(__x86_64__)
#define ES_MASK_AVX2

void es_mask_copy_avx2(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset);

bool es_mask_copy_utf8_avx2(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset,
                            es_utf8_t *state);
#endif

#endif
