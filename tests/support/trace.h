#ifndef ES_TESTS_TRACE_H
#define ES_TESTS_TRACE_H

#include <stdint.h>

#include "base/buffer.h"
#include "proto/ws_reader.h"

/*
 * Runs a parser over bytes and writes down, as text, everything it lets its caller see. Two runs that differ only in
 * how the input is split must give the same text. Shared by the unit tests and the fuzz targets.
 */

/** How input is cut into pieces. */
typedef struct split {
    size_t step;   /* bytes per piece; 0: see seed */
    uint32_t seed; /* pieces of pseudo-random sizes; 0: everything in one piece */
} split_t;

/** The next piece's size, at least 1, when `left` (> 0) bytes are left. */
size_t split_next(split_t *s, size_t left);

/* What requests may have in tests, as by default. */
#define MAX_HEAD   65536
#define MAX_FIELDS 128

/**
 * Feeds requests, one after the other, until one fails or the bytes end. Every piece is fed from a heap block of its
 * own, so that an address sanitizer sees a read behind its end.
 */
void trace_http(es_buffer_t *out, const char *bytes, size_t len, uint64_t max_body, split_t split);

/** Reads all messages and control frames. */
void trace_ws(es_buffer_t *out, const uint8_t *bytes, size_t len, const es_ws_rules_t *rules, split_t split);

/** The same where compressed messages were agreed on. @param agreement NULL: they were not */
void trace_ws_deflate(es_buffer_t *out, const uint8_t *bytes, size_t len, const es_ws_rules_t *rules, split_t split,
                      const es_ws_agreement_t *agreement);

/** What the payload operations below were asked for. */
typedef struct payload_counts {
    unsigned allocs, grows, live;
    size_t first, last, peak; /* bytes asked for */
} payload_counts_t;

extern payload_counts_t payload_counts;
extern size_t payload_refuse_over; /* requests for more bytes are refused; 0: none are */

/** Payloads from malloc(). They check that what is asked of them makes sense. */
extern const es_payload_ops_t payload_ops;

/** Length of a payload that was finished. */
size_t payload_len(const void *payload);

#endif
