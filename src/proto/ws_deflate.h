#ifndef ES_PROTO_WS_DEFLATE_H
#define ES_PROTO_WS_DEFLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/*
 * Payloads of compressed messages (RFC 7692 section 7.2) with zlib. An inflater or deflater whose window is kept
 * between messages belongs to one connection. All others are borrowed from a pool for a message: an idle connection has
 * none.
 */

/** The longest window in bytes. */
#define ES_WS_WINDOW_SIZE 32768

typedef struct es_ws_inflater es_ws_inflater_t;
typedef struct es_ws_deflater es_ws_deflater_t;

/** How to compress. */
typedef struct es_ws_deflate_options {
    uint8_t window_bits; /* 9 to 15 */
    uint8_t level;       /* 1 (fast) to 9 (small) */
    uint8_t mem_level;   /* 1 to 9 */
} es_ws_deflate_options_t;

/** What the connections of a process share. Zeroed memory is an empty pool. */
typedef struct es_ws_pool {
    es_ws_inflater_t *inflaters;     /* owned; a few that nobody uses now */
    unsigned count;                  /* how many */
    es_ws_deflater_t *deflater;      /* owned; NULL until a first message is compressed */
    es_ws_deflate_options_t options; /* of `deflater` */
} es_ws_pool_t;

void es_ws_pool_destroy(es_ws_pool_t *pool);

/* --- receiving --- */

/**
 * An inflater with an empty window. The caller gives it back.
 * @note It can look back as far as the format allows, whatever was agreed: what a client gets away with must not depend
 * on the pieces in which its bytes arrive.
 */
es_ws_inflater_t *es_ws_inflater_take(es_ws_pool_t *pool);

/** Gives an inflater back, in any state. NULL is allowed. */
void es_ws_inflater_give(es_ws_pool_t *pool, es_ws_inflater_t *inflater);

typedef enum es_ws_inflated {
    ES_WS_INFLATED,     /* all there was to inflate is out */
    ES_WS_INFLATE_MORE, /* the room is used up, and there may be more: call again */
    ES_WS_INFLATE_BAD,  /* the data are broken; what came out is what stood in front of the fault */
} es_ws_inflated_t;

/**
 * Inflates bytes of a message. A final block (BFINAL) does not end it: more blocks may follow, of which the bytes in
 * front are the window (RFC 7692 section 7.2.3.4).
 * @param pos     in/out: the next byte; behind the last one that was taken
 * @param out     where it goes, `room` (> 0) bytes
 * @param written out: how many bytes there are
 */
es_ws_inflated_t es_ws_inflate(es_ws_inflater_t *inflater, const uint8_t **pos, const uint8_t *end, uint8_t *out,
                               size_t room, size_t *written);

/**
 * The message has no more bytes: puts back the four that its sender left out (RFC 7692 section 7.2.2). It must end with
 * the empty block they belong to. One that ends with a final block is taken without, too: that is what clients send
 * that compress with functions for whole files.
 * @return as es_ws_inflate(); ES_WS_INFLATE_BAD for a message that is cut short
 */
es_ws_inflated_t es_ws_inflate_end(es_ws_inflater_t *inflater, uint8_t *out, size_t room, size_t *written);

/** Copies the window between two messages. @param out NULL: only counts @return its bytes */
size_t es_ws_inflater_window(es_ws_inflater_t *inflater, uint8_t out[ES_WS_WINDOW_SIZE]);

/** Gives a fresh inflater the window of another one. */
void es_ws_inflater_set_window(es_ws_inflater_t *inflater, const uint8_t *window, size_t len);

/* --- sending --- */

/** A deflater with an empty window; the caller owns it. */
es_ws_deflater_t *es_ws_deflater_new(const es_ws_deflate_options_t *options);

/** NULL is allowed. */
void es_ws_deflater_free(es_ws_deflater_t *deflater);

/** The pool's deflater with an empty window, for one message. */
es_ws_deflater_t *es_ws_pool_deflater(es_ws_pool_t *pool, const es_ws_deflate_options_t *options);

/**
 * Appends a compressed message, without the four last bytes (RFC 7692 section 7.2.1).
 * @param limit its bytes may be so many
 * @return false when it would be longer: `out` is as before, and the deflater needs a fresh window
 */
bool es_ws_deflate(es_ws_deflater_t *deflater, const void *bytes, size_t len, size_t limit, es_buffer_t *out);

#endif
