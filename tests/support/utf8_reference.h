#ifndef ES_TESTS_UTF8_REFERENCE_H
#define ES_TESTS_UTF8_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A slow check of UTF-8 that works with code points instead of states: bytes that are still missing may make any code
 * point between two bounds, and the text can become valid as long as one of them is allowed.
 * @param complete out: whether a text without a fault ends at a character boundary
 * @return the offset of the byte after which the text cannot become valid any more, or `len`
 */
static inline size_t utf8_reference(const uint8_t *text, size_t len, bool *complete)
{
    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t value = 0;
    unsigned size = 0, missing = 0;

    for (size_t i = 0; i < len; i++) {
        uint32_t low, high;

        if (missing > 0) {
            if (text[i] < 0x80 || text[i] > 0xbf) {
                return i;
            }
            value = value * 64 + (text[i] - 0x80u);
            missing--;
        } else if (text[i] < 0x80) {
            continue;
        } else {
            size = text[i] >= 0xf8 ? 0 : text[i] >= 0xf0 ? 4 : text[i] >= 0xe0 ? 3 : text[i] >= 0xc0 ? 2 : 0;
            if (size == 0) {
                return i;
            }
            value = text[i] & ((1u << (7 - size)) - 1);
            missing = size - 1;
        }
        low = value << (6 * missing);
        high = low + (1u << (6 * missing)) - 1;
        if (low < least[size]) {
            low = least[size];
        }
        if (high > 0x10ffff) {
            high = 0x10ffff;
        }
        /* Nothing is left, or surrogates only. */
        if (low > high || (low >= 0xd800 && high <= 0xdfff)) {
            return i;
        }
    }
    *complete = missing == 0;
    return len;
}

#endif
