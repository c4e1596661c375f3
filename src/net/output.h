#ifndef ES_NET_OUTPUT_H
#define ES_NET_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/loop.h"

struct iovec;

/*
 * A connection's unsent bytes: a queue of segments. Small writes are copied together into one segment, so
 * that many messages leave with one system call; large ones are referenced where they are.
 */

/* Sizes of a segment's own memory. The first of a queue is small: a broadcast gives every connection one. */
#define ES_SEGMENT_SMALL 1024
#define ES_SEGMENT_LARGE (16 * 1024)

/* Payloads from here on are referenced instead of copied: a reference costs about as much as copying this. */
#define ES_OUTPUT_REF_MIN 4096

/** Bytes that somebody else owns, kept alive until they are sent. */
typedef struct es_output_ref {
    const void *data;
    size_t len;
    void (*release)(void *owner); /* called once, when the bytes are no longer needed */
    void *owner;
} es_output_ref_t;

typedef struct es_output {
    struct es_segment *last; /* owned; its `next` is the first, as in a ring. NULL when empty */
    size_t len;              /* unsent bytes */
} es_output_t;

/** Appends a copy. */
void es_output_append(es_loop_t *loop, es_output_t *out, const void *bytes, size_t len);

/** Appends a reference; `ref->release` is called when it was sent or dropped. */
void es_output_append_ref(es_loop_t *loop, es_output_t *out, const es_output_ref_t *ref);

/** Describes the first unsent bytes. @return how many entries were filled, at most `max` */
int es_output_peek(const es_output_t *out, struct iovec *iov, int max);

/** Copies all unsent bytes, `out->len` of them. */
void es_output_copy(const es_output_t *out, char *into);

/** Drops the first `n` bytes: they were sent. */
void es_output_consume(es_loop_t *loop, es_output_t *out, size_t n);

/** Drops everything. */
void es_output_clear(es_loop_t *loop, es_output_t *out);

/** Frees the loop's spare segments. */
void es_segments_release_spare(es_loop_t *loop);

#endif
