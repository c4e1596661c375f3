#ifndef ES_BASE_MASK_H
#define ES_BASE_MASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf8.h"

/**
 * Copies `len` bytes and applies the WebSocket mask on the way (RFC 6455 section 5.3); the operation is its
 * own inverse.
 * @param key    the four mask bytes as they stand in the frame
 * @param offset position of `src[0]` within the frame's payload: any split of a payload gives the same bytes
 * @note `dst` may be equal to `src`, but must not overlap it otherwise.
 */
void es_mask_copy(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset);

/**
 * es_mask_copy() that checks UTF-8 in the same pass.
 * @return false as soon as the text is known to be invalid; `dst` then holds an unspecified part of it
 */
bool es_mask_copy_utf8(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset,
                       es_utf8_t *state);

/* The same without the vector instructions that a processor may have: what those are tested against. */
void es_mask_copy_scalar(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset);
bool es_mask_copy_utf8_scalar(uint8_t *dst, const uint8_t *src, size_t len, const uint8_t key[4], uint64_t offset,
                              es_utf8_t *state);

#endif
