#ifndef ES_TESTS_UNIT_H
#define ES_TESTS_UNIT_H

/* What every unit test includes first; cmocka wants its own includes in this order. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "support/trace.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A literal and its length, which may hold NULs. */
#define BYTES(literal) literal, sizeof(literal) - 1

/* Pseudo-random splits that every parser row is run with, besides the whole and byte by byte. */
#define SPLITS 40

/** The buffer's bytes as a C string, valid until the buffer changes. */
static inline const char *text_of(es_buffer_t *b)
{
    *es_buffer_reserve(b, 1) = '\0';
    return b->data;
}

#endif
