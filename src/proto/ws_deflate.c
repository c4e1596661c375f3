#include "proto/ws_deflate.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define ZLIB_CONST
#include <zlib.h>

#include "base/memory.h"

/* Inflaters that wait in a pool: some 40 KiB each, once they were used. */
#define SPARE_INFLATERS 4

/* Bytes asked for at a time while a message is compressed; more than the seven that zlib needs for a flush. */
#define ROOM 4096

/* What a flush writes behind a message, and its sender leaves out. */
static const uint8_t tail[] = {0x00, 0x00, 0xff, 0xff};

struct es_ws_inflater {
    z_stream z;
    es_ws_inflater_t *next; /* in the pool */
    uint8_t tail_pos;       /* bytes of `tail` that were put back */
    bool final;             /* the last block that was read was a final one */
};

struct es_ws_deflater {
    z_stream z;
};

static void *allocate(void *unused, unsigned count, unsigned size)
{
    (void)unused;
    return es_malloc((size_t)count * size);
}

static void release(void *unused, void *block)
{
    (void)unused;
    es_free(block);
}

/* Memory does not run out here (es_malloc) and all arguments are in bounds: nothing is left that could fail. */
static void must(int status)
{
    if (status != Z_OK) {
        abort();
    }
}

/* --- receiving --- */

es_ws_inflater_t *es_ws_inflater_take(es_ws_pool_t *pool)
{
    es_ws_inflater_t *inflater = pool->inflaters;

    if (inflater != NULL) {
        pool->inflaters = inflater->next;
        pool->count--;
        must(inflateReset(&inflater->z));
        inflater->final = false;
        inflater->tail_pos = 0;
    } else {
        inflater = es_calloc(1, sizeof(*inflater));
        inflater->z.zalloc = allocate;
        inflater->z.zfree = release;
        must(inflateInit2(&inflater->z, -MAX_WBITS));
    }
    return inflater;
}

static void inflater_free(es_ws_inflater_t *inflater)
{
    inflateEnd(&inflater->z);
    es_free(inflater);
}

void es_ws_inflater_give(es_ws_pool_t *pool, es_ws_inflater_t *inflater)
{
    if (inflater == NULL) {
        return;
    }
    if (pool->count == SPARE_INFLATERS) {
        inflater_free(inflater);
        return;
    }
    inflater->next = pool->inflaters;
    pool->inflaters = inflater;
    pool->count++;
}

/* What comes next is a block again. The window stays: nothing is copied, however many final blocks there are. */
static void begin_anew(es_ws_inflater_t *inflater)
{
    must(inflateResetKeep(&inflater->z));
    inflater->final = false;
}

es_ws_inflated_t es_ws_inflate(es_ws_inflater_t *inflater, const uint8_t **pos, const uint8_t *end, uint8_t *out,
                               size_t room, size_t *written)
{
    z_stream *z = &inflater->z;
    int status;

    z->next_out = out;
    z->avail_out = room < UINT_MAX ? (unsigned)room : UINT_MAX;
    do {
        size_t left = (size_t)(end - *pos);

        if (inflater->final && left > 0) {
            begin_anew(inflater);
        }
        z->next_in = *pos;
        z->avail_in = left < UINT_MAX ? (unsigned)left : UINT_MAX;
        status = inflater->final ? Z_STREAM_END : inflate(z, Z_SYNC_FLUSH);
        *pos = z->next_in;
        inflater->final = status == Z_STREAM_END;
    } while ((status == Z_OK || status == Z_STREAM_END) && z->avail_out > 0 && *pos < end);
    *written = (size_t)(z->next_out - out);
    /* Z_BUF_ERROR: there was nothing to do. */
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
        return ES_WS_INFLATE_BAD;
    }
    return z->avail_out == 0 ? ES_WS_INFLATE_MORE : ES_WS_INFLATED;
}

/* Whether the next bit is the first one of a block, and of a byte (inflate() in zlib.h about data_type). */
static bool between_blocks(const z_stream *z)
{
    return (z->data_type & (128 | 7)) == 128;
}

es_ws_inflated_t es_ws_inflate_end(es_ws_inflater_t *inflater, uint8_t *out, size_t room, size_t *written)
{
    const uint8_t *pos = tail + inflater->tail_pos;
    es_ws_inflated_t result;

    *written = 0;
    if (inflater->final && inflater->tail_pos == 0) {
        begin_anew(inflater);
        return ES_WS_INFLATED;
    }
    result = es_ws_inflate(inflater, &pos, tail + sizeof(tail), out, room, written);
    inflater->tail_pos = (uint8_t)(pos - tail);
    if (result == ES_WS_INFLATED) {
        inflater->tail_pos = 0;
        if (inflater->final || !between_blocks(&inflater->z)) {
            return ES_WS_INFLATE_BAD;
        }
    }
    return result;
}

size_t es_ws_inflater_window(es_ws_inflater_t *inflater, uint8_t out[ES_WS_WINDOW_SIZE])
{
    unsigned len = 0;

    must(inflateGetDictionary(&inflater->z, out, &len)); /* knows NULL */
    return len;
}

void es_ws_inflater_set_window(es_ws_inflater_t *inflater, const uint8_t *window, size_t len)
{
    must(inflateSetDictionary(&inflater->z, window, (unsigned)len));
}

/* --- sending --- */

es_ws_deflater_t *es_ws_deflater_new(const es_ws_deflate_options_t *options)
{
    es_ws_deflater_t *deflater = es_calloc(1, sizeof(*deflater));

    deflater->z.zalloc = allocate;
    deflater->z.zfree = release;
    must(deflateInit2(&deflater->z, options->level, Z_DEFLATED, -options->window_bits, options->mem_level,
                      Z_DEFAULT_STRATEGY));
    return deflater;
}

void es_ws_deflater_free(es_ws_deflater_t *deflater)
{
    if (deflater != NULL) {
        deflateEnd(&deflater->z);
        es_free(deflater);
    }
}

es_ws_deflater_t *es_ws_pool_deflater(es_ws_pool_t *pool, const es_ws_deflate_options_t *options)
{
    if (pool->deflater != NULL && memcmp(&pool->options, options, sizeof(*options)) == 0) {
        must(deflateReset(&pool->deflater->z));
        return pool->deflater;
    }
    es_ws_deflater_free(pool->deflater);
    pool->deflater = es_ws_deflater_new(options);
    pool->options = *options;
    return pool->deflater;
}

bool es_ws_deflate(es_ws_deflater_t *deflater, const void *bytes, size_t len, size_t limit, es_buffer_t *out)
{
    z_stream *z = &deflater->z;
    const uint8_t *pos = bytes, *end = pos + len;
    size_t before = out->len;

    do {
        size_t left = (size_t)(end - pos);
        int flush;

        z->next_in = pos;
        z->avail_in = left < UINT_MAX ? (unsigned)left : UINT_MAX;
        flush = z->avail_in == left ? Z_SYNC_FLUSH : Z_NO_FLUSH;
        z->next_out = (uint8_t *)es_buffer_reserve(out, ROOM);
        z->avail_out = ROOM;
        deflate(z, flush);
        pos = z->next_in;
        out->len += ROOM - z->avail_out;
        if (out->len - before > sizeof(tail) && out->len - before - sizeof(tail) > limit) {
            out->len = before;
            return false;
        }
    } while (pos < end || z->avail_out == 0);
    out->len -= sizeof(tail);
    return true;
}

void es_ws_pool_destroy(es_ws_pool_t *pool)
{
    while (pool->inflaters != NULL) {
        es_ws_inflater_t *next = pool->inflaters->next;

        inflater_free(pool->inflaters);
        pool->inflaters = next;
    }
    es_ws_deflater_free(pool->deflater);
    memset(pool, 0, sizeof(*pool));
}
