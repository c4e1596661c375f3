#include "base/utf8.h"

#include <string.h>

/*
 * A state machine with one table row per byte value. A state is a bit position within the rows, and the six
 * bits that stand there are the next state: one load and one shift per byte. The states tell which bytes may
 * come next; where the first continuation byte has a narrower range (no overlong forms, no surrogates,
 * nothing above U+10FFFF), the lead byte has a state of its own. A broken text stays in BAD.
 */
enum {
    START = 0,     /* at a character boundary */
    MORE_1 = 6,    /* one continuation byte, 80..BF */
    MORE_2 = 12,   /* two */
    MORE_3 = 18,   /* three */
    AFTER_E0 = 24, /* A0..BF, then one more */
    AFTER_ED = 30, /* 80..9F, then one more */
    AFTER_F0 = 36, /* 90..BF, then two more */
    AFTER_F4 = 42, /* 80..8F, then two more */
    BAD = 48,
};

/* The next state from each of the states, in their order. */
#define ROW(start, more_1, more_2, more_3, e0, ed, f0, f4)                                                             \
    ((uint64_t)(start) << START | (uint64_t)(more_1) << MORE_1 | (uint64_t)(more_2) << MORE_2 |                        \
     (uint64_t)(more_3) << MORE_3 | (uint64_t)(e0) << AFTER_E0 | (uint64_t)(ed) << AFTER_ED |                          \
     (uint64_t)(f0) << AFTER_F0 | (uint64_t)(f4) << AFTER_F4 | (uint64_t)BAD << BAD)

#define LEAD(next)         ROW(next, BAD, BAD, BAD, BAD, BAD, BAD, BAD)
#define CONT_80_8F         ROW(BAD, START, MORE_1, MORE_2, BAD, MORE_1, BAD, MORE_2)
#define CONT_90_9F         ROW(BAD, START, MORE_1, MORE_2, BAD, MORE_1, MORE_2, BAD)
#define CONT_A0_BF         ROW(BAD, START, MORE_1, MORE_2, MORE_1, BAD, MORE_2, BAD)

#define TWICE(...)         __VA_ARGS__, __VA_ARGS__
#define FOUR_TIMES(...)    TWICE(__VA_ARGS__), TWICE(__VA_ARGS__)
#define SIXTEEN_TIMES(...) FOUR_TIMES(FOUR_TIMES(__VA_ARGS__))

/* clang-format off */
static const uint64_t rows[256] = {
    /* 00..3F */ FOUR_TIMES(SIXTEEN_TIMES(LEAD(START))),
    /* 40..7F */ FOUR_TIMES(SIXTEEN_TIMES(LEAD(START))),
    /* 80..8F */ SIXTEEN_TIMES(CONT_80_8F),
    /* 90..9F */ SIXTEEN_TIMES(CONT_90_9F),
    /* A0..BF */ TWICE(SIXTEEN_TIMES(CONT_A0_BF)),
    /* C0, C1 */ TWICE(LEAD(BAD)),
    /* C2..CF */ TWICE(LEAD(MORE_1)), FOUR_TIMES(LEAD(MORE_1)), FOUR_TIMES(LEAD(MORE_1)), FOUR_TIMES(LEAD(MORE_1)),
    /* D0..DF */ SIXTEEN_TIMES(LEAD(MORE_1)),
    /* E0     */ LEAD(AFTER_E0),
    /* E1..EC */ FOUR_TIMES(LEAD(MORE_2)), FOUR_TIMES(LEAD(MORE_2)), FOUR_TIMES(LEAD(MORE_2)),
    /* ED     */ LEAD(AFTER_ED),
    /* EE, EF */ TWICE(LEAD(MORE_2)),
    /* F0     */ LEAD(AFTER_F0),
    /* F1..F3 */ LEAD(MORE_3), TWICE(LEAD(MORE_3)),
    /* F4     */ LEAD(AFTER_F4),
    /* F5..FF */ LEAD(BAD), TWICE(LEAD(BAD)), FOUR_TIMES(LEAD(BAD)), FOUR_TIMES(LEAD(BAD)),
};
/* clang-format on */

#define NOT_ASCII UINT64_C(0x8080808080808080)

/*
 * The next state. Only its low six bits count: a shift ignores the others anyway, so the next byte need not wait for
 * them to be cleared.
 */
static inline uint64_t step(uint64_t s, uint8_t byte)
{
    return rows[byte] >> (s & 0x3f);
}

bool es_utf8_feed(es_utf8_t *state, const uint8_t *bytes, size_t len)
{
    uint64_t s = *state;
    size_t i = 0;

    for (; len - i >= 8; i += 8) {
        uint64_t word;

        memcpy(&word, bytes + i, 8);
        if ((word & NOT_ASCII) == 0 && (s & 0x3f) == START) {
            continue;
        }
        for (size_t k = i; k < i + 8; k++) {
            s = step(s, bytes[k]);
        }
        if ((s & 0x3f) == BAD) {
            return false;
        }
    }
    for (; i < len; i++) {
        s = step(s, bytes[i]);
    }
    *state = (es_utf8_t)(s & 0x3f);
    return *state != BAD;
}
