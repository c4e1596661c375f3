#include "base/mask_avx2.h"

#ifdef ES_MASK_AVX2

#include <immintrin.h>

#include "base/compiler.h"
#include "base/mask.h"

#define AVX2 __attribute__((target("avx2")))

/* The key for bytes from `offset` on, eight times. */
AVX2 static __m256i key_vector(const uint8_t key[4], uint64_t offset)
{
    return _mm256_set1_epi32((int)es_mask_key_at(key, offset));
}

AVX2 static __m256i load(const uint8_t *from)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)from);
}

AVX2 static void store(uint8_t *to, __m256i v)
{
    _mm256_storeu_si256((__m256i *)(void *)to, v);
}

AVX2 void es_mask_copy_avx2(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset)
{
    __m256i mask = key_vector(key, offset);
    size_t i = 0;

    for (; len - i >= 128; i += 128) {
        __m256i a = load(src + i), b = load(src + i + 32), c = load(src + i + 64), d = load(src + i + 96);

        store(dst + i, _mm256_xor_si256(a, mask));
        store(dst + i + 32, _mm256_xor_si256(b, mask));
        store(dst + i + 64, _mm256_xor_si256(c, mask));
        store(dst + i + 96, _mm256_xor_si256(d, mask));
    }
    for (; len - i >= 32; i += 32) {
        store(dst + i, _mm256_xor_si256(load(src + i), mask));
    }
    es_mask_copy_scalar(dst + i, src + i, len - i, key, offset + i);
}

/*
 * UTF-8, 32 bytes at a time, after Keiser and Lemire ("Validating UTF-8 In Less Than One Instruction Per Byte", 2021).
 * Whether two bytes may follow one another is looked up by three of their four halves. Each lookup gives the faults
 * that its half allows; a fault that all three allow is one. The exception is "continuation behind continuation", which
 * has to be there exactly where a lead byte of three or four stands two or three places before.
 */
enum {
    TOO_SHORT = 1 << 0,                         /* a lead byte, and no continuation behind it */
    TOO_LONG = 1 << 1,                          /* a continuation behind ASCII */
    OVERLONG_3 = 1 << 2,                        /* E0 80..9F */
    TOO_LARGE = 1 << 3,                         /* F4 90..BF, F5.. 90..BF */
    SURROGATE = 1 << 4,                         /* ED A0..BF */
    OVERLONG_2 = 1 << 5,                        /* C0, C1 */
    OVERLONG_4 = 1 << 6,                        /* F0 80..8F; with F5.. in front of 80..8F it is "too large" */
    TWO_CONTS = 1 << 7,                         /* a continuation behind a continuation */
    ANY_LOW = TOO_SHORT | TOO_LONG | TWO_CONTS, /* faults that do not depend on the low half */
    ABOVE_F4 = ANY_LOW | TOO_LARGE | OVERLONG_4,
};

#define TABLE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

/* The 32 bytes that stand `n` places before those of `now`. */
#define BEFORE(now, previous, n) _mm256_alignr_epi8(now, _mm256_permute2x128_si256(previous, now, 0x21), 16 - (n))

AVX2 static __m256i high_half(__m256i v)
{
    return _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(0x0f));
}

/* Not zero where a fault becomes certain. */
AVX2 static __m256i faults(__m256i now, __m256i previous)
{
    const __m256i first_high =
        TABLE(TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, (char)TWO_CONTS,
              (char)TWO_CONTS, (char)TWO_CONTS, (char)TWO_CONTS, TOO_SHORT | OVERLONG_2, TOO_SHORT,
              TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | OVERLONG_4);
    const __m256i first_low =
        TABLE((char)(ANY_LOW | OVERLONG_2 | OVERLONG_3 | OVERLONG_4), (char)(ANY_LOW | OVERLONG_2), (char)ANY_LOW,
              (char)ANY_LOW, (char)(ANY_LOW | TOO_LARGE), (char)ABOVE_F4, (char)ABOVE_F4, (char)ABOVE_F4,
              (char)ABOVE_F4, (char)ABOVE_F4, (char)ABOVE_F4, (char)ABOVE_F4, (char)ABOVE_F4,
              (char)(ABOVE_F4 | SURROGATE), (char)ABOVE_F4, (char)ABOVE_F4);
    const __m256i second_high = TABLE(TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
                                      TOO_SHORT, (char)(TOO_LONG | TWO_CONTS | OVERLONG_2 | OVERLONG_3 | OVERLONG_4),
                                      (char)(TOO_LONG | TWO_CONTS | OVERLONG_2 | OVERLONG_3 | TOO_LARGE),
                                      (char)(TOO_LONG | TWO_CONTS | OVERLONG_2 | SURROGATE | TOO_LARGE),
                                      (char)(TOO_LONG | TWO_CONTS | OVERLONG_2 | SURROGATE | TOO_LARGE), TOO_SHORT,
                                      TOO_SHORT, TOO_SHORT, TOO_SHORT);
    __m256i first = BEFORE(now, previous, 1);
    __m256i pair = _mm256_and_si256(
        _mm256_and_si256(_mm256_shuffle_epi8(first_high, high_half(first)),
                         _mm256_shuffle_epi8(first_low, _mm256_and_si256(first, _mm256_set1_epi8(0x0f)))),
        _mm256_shuffle_epi8(second_high, high_half(now)));
    /* The top bit stays set only behind E0.. and F0.. */
    __m256i third = _mm256_subs_epu8(BEFORE(now, previous, 2), _mm256_set1_epi8((char)(0xe0 - 0x80)));
    __m256i fourth = _mm256_subs_epu8(BEFORE(now, previous, 3), _mm256_set1_epi8((char)(0xf0 - 0x80)));
    __m256i continues = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));

    return _mm256_xor_si256(pair, continues);
}

/* How many of the last bytes in front of `end` are the beginning of a character. */
static size_t unfinished(const uint8_t *end)
{
    for (size_t n = 1; n <= 3; n++) {
        uint8_t byte = *(end - n);

        if (byte >= 0xc0) {
            return n < (byte >= 0xf0 ? 4U : byte >= 0xe0 ? 3U : 2U) ? n : 0;
        }
        if (byte < 0x80) {
            return 0;
        }
    }
    return 0;
}

/* Unmasks and checks text that begins at a boundary of a character and is not all ASCII. */
AVX2 ES_NOINLINE static bool copy_mixed(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4],
                                        uint64_t offset, es_utf8_t *state)
{
    __m256i mask = key_vector(key, offset), previous = _mm256_setzero_si256(), fault = _mm256_setzero_si256();
    size_t i = 0;

    for (; len - i >= 32; i += 32) {
        __m256i now = _mm256_xor_si256(load(src + i), mask);

        store(dst + i, now);
        if (_mm256_movemask_epi8(_mm256_or_si256(now, previous)) != 0) {
            fault = _mm256_or_si256(fault, faults(now, previous));
        }
        previous = now;
    }
    if (!_mm256_testz_si256(fault, fault)) {
        return false;
    }
    es_mask_copy_scalar(dst + i, src + i, len - i, key, offset + i);
    if (i > 0) {
        i -= unfinished(dst + i);
    }
    return es_utf8_feed(state, dst + i, len - i);
}

AVX2 bool es_mask_copy_utf8_avx2(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset,
                                 es_utf8_t *state)
{
    __m256i mask;
    size_t i = 0;

    /* The character that the last piece ended in; vectors begin at a boundary. */
    for (; i < len && !es_utf8_complete(*state); i++) {
        dst[i] = src[i] ^ key[(offset + i) & 3];
        if (!es_utf8_feed(state, dst + i, 1)) {
            return false;
        }
    }
    mask = key_vector(key, offset + i);
    for (; len - i >= 32; i += 32) {
        __m256i now = _mm256_xor_si256(load(src + i), mask);

        if (_mm256_movemask_epi8(now) != 0) {
            break;
        }
        store(dst + i, now);
    }
    return i == len || copy_mixed(dst + i, src + i, len - i, key, offset + i, state);
}

#endif
