#include "base/mask.h"

#include <string.h>

#include "base/mask_avx2.h"

#define NOT_ASCII UINT64_C(0x8080808080808080)
#define BLOCK     512 /* bytes of non-ASCII text unmasked at a time: few calls, and still in the first-level cache */

/* The key as it meets a word that starts at `offset`. Both halves are the same: no byte order comes into it. */
static uint64_t key_word(const uint8_t key[4], uint64_t offset)
{
    uint32_t half = es_mask_key_at(key, offset);

    return (uint64_t)half << 32 | half;
}

void es_mask_copy_scalar(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset)
{
    uint64_t mask = key_word(key, offset);
    size_t i = 0;

    /* Four words in a row, all read before the first is written: compilers make vector operations of it. */
    for (; len - i >= 32; i += 32) {
        uint64_t words[4];

        memcpy(words, src + i, 32);
        words[0] ^= mask;
        words[1] ^= mask;
        words[2] ^= mask;
        words[3] ^= mask;
        memcpy(dst + i, words, 32);
    }
    for (; len - i >= 8; i += 8) {
        uint64_t word;

        memcpy(&word, src + i, 8);
        word ^= mask;
        memcpy(dst + i, &word, 8);
    }
    for (; i < len; i++) {
        dst[i] = src[i] ^ key[(offset + i) & 3];
    }
}

bool es_mask_copy_utf8_scalar(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset,
                              es_utf8_t *state)
{
    uint64_t mask = key_word(key, offset);
    size_t i = 0;

    while (i < len) {
        size_t block;

        if (es_utf8_complete(*state)) {
            while (len - i >= 8) {
                uint64_t word;

                memcpy(&word, src + i, 8);
                word ^= mask;
                if ((word & NOT_ASCII) != 0) {
                    break;
                }
                memcpy(dst + i, &word, 8);
                i += 8;
            }
        }
        /* A multiple of eight, so that `mask` fits the words behind the block, too. */
        block = len - i < BLOCK ? len - i : BLOCK;
        es_mask_copy_scalar(dst + i, src + i, block, key, offset + i);
        if (!es_utf8_feed(state, dst + i, block)) {
            return false;
        }
        i += block;
    }
    return true;
}

/* Shorter pieces are done before vectors have begun. */
#define VECTORS_FROM 64

void es_mask_copy(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset)
{
#ifdef ES_MASK_AVX2
    if (len >= VECTORS_FROM && __builtin_cpu_supports("avx2")) {
        es_mask_copy_avx2(dst, src, len, key, offset);
        return;
    }
#endif
    es_mask_copy_scalar(dst, src, len, key, offset);
}

bool es_mask_copy_utf8(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset,
                       es_utf8_t *state)
{
#ifdef ES_MASK_AVX2
    if (len >= VECTORS_FROM && __builtin_cpu_supports("avx2")) {
        return es_mask_copy_utf8_avx2(dst, src, len, key, offset, state);
    }
#endif
    return es_mask_copy_utf8_scalar(dst, src, len, key, offset, state);
}
