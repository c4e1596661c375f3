#ifndef ES_BASE_MASK_AVX2_H
#define ES_BASE_MASK_AVX2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf8.h"

/* What mask.c is made of besides itself: base/mask.h with AVX2's vectors of 32 bytes, for processors that have them. */

/** The last bytes, which fill no word and no vector. */
static inline void es_mask_tail(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset)
{
    for (size_t i = 0; i < len; i++) {
        dst[i] = src[i] ^ key[(offset + i) & 3];
    }
}

#if defined(__GNUC__) && defined(__x86_64__)
#define ES_MASK_AVX2

void es_mask_copy_avx2(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset);

bool es_mask_copy_utf8_avx2(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset,
                            es_utf8_t *state);
#endif

#endif
