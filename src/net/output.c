#include "net/output.h"

#include <assert.h>
#include <string.h>
#include <sys/uio.h>

#include "base/compiler.h"
#include "base/memory.h"

/*
 * How many spare segments a loop keeps per size class, once it has needed them: 4 MiB of small ones, for broadcasts,
 * 1 MiB of large ones.
 */
static const unsigned spare_max[2] = {4096, 64};

typedef struct es_segment {
    struct es_segment *next;
    const uint8_t *data;          /* first unsent byte */
    size_t len;                   /* unsent bytes */
    size_t room;                  /* bytes of `own` behind data + len; 0 in a reference */
    void (*release)(void *owner); /* NULL in a segment with memory of its own */
    void *owner;
    uint8_t size_class;
    uint8_t own[];
} es_segment_t;

static es_segment_t *segment_new(es_loop_t *loop, uint8_t size_class)
{
    size_t size = size_class ? ES_SEGMENT_LARGE : ES_SEGMENT_SMALL;
    es_segment_t *s = loop->spare[size_class];

    if (s) {
        loop->spare[size_class] = s->next;
        loop->spare_count[size_class]--;
    } else {
        s = es_malloc(size);
        s->size_class = size_class;
        s->release = NULL;
    }
    s->data = s->own;
    s->len = 0;
    s->room = size - offsetof(es_segment_t, own);
    return s;
}

static void segment_free(es_loop_t *loop, es_segment_t *s)
{
    if (s->release) {
        s->release(s->owner);
        es_free(s);
    } else if (loop->spare_count[s->size_class] < spare_max[s->size_class]) {
        s->next = loop->spare[s->size_class];
        loop->spare[s->size_class] = s;
        loop->spare_count[s->size_class]++;
    } else {
        es_free(s);
    }
}

static void queue_append(es_output_t *out, es_segment_t *s)
{
    if (out->last) {
        s->next = out->last->next;
        out->last->next = s;
    } else {
        s->next = s;
    }
    out->last = s;
}

static void queue_drop_first(es_loop_t *loop, es_output_t *out)
{
    es_segment_t *s = out->last->next;

    if (s == out->last) {
        out->last = NULL;
    } else {
        out->last->next = s->next;
    }
    segment_free(loop, s);
}

/* The segment behind `s`; the first one behind NULL. NULL at the end. */
static es_segment_t *queue_next(const es_output_t *out, const es_segment_t *s)
{
    if (s == out->last) {
        return NULL;
    }
    return s ? s->next : out->last->next;
}

static void fill(es_segment_t *s, const void *bytes, size_t len)
{
    memcpy((uint8_t *)s->data + s->len, bytes, len);
    s->len += len;
    s->room -= len;
}

/* Appends what does not fit into the last segment. */
ES_NOINLINE static void append_segments(es_loop_t *loop, es_output_t *out, const uint8_t *from, size_t len)
{
    while (len > 0) {
        es_segment_t *s = out->last;

        if (!s || s->room == 0) {
            s = segment_new(loop, s != NULL || len > ES_SEGMENT_SMALL / 2);
            queue_append(out, s);
        }
        size_t n = len < s->room ? len : s->room;
        fill(s, from, n);
        from += n;
        len -= n;
    }
}

void es_output_append(es_loop_t *loop, es_output_t *out, const void *bytes, size_t len)
{
    out->len += len;
    if (out->last && len <= out->last->room) {
        fill(out->last, bytes, len);
    } else {
        append_segments(loop, out, bytes, len);
    }
}

void es_output_append_ref(es_loop_t *loop, es_output_t *out, const es_output_ref_t *ref)
{
    (void)loop;
    if (ref->len == 0) {
        ref->release(ref->owner);
        return;
    }
    es_segment_t *s = es_malloc(sizeof(*s));
    s->data = ref->data;
    s->len = ref->len;
    s->room = 0;
    s->release = ref->release;
    s->owner = ref->owner;
    queue_append(out, s);
    out->len += ref->len;
}

int es_output_peek(const es_output_t *out, struct iovec *iov, int max)
{
    int n = 0;

    for (const es_segment_t *s = queue_next(out, NULL); s && n < max; s = queue_next(out, s), n++) {
        iov[n].iov_base = (void *)s->data;
        iov[n].iov_len = s->len;
    }
    return n;
}

void es_output_copy(const es_output_t *out, char *into)
{
    for (const es_segment_t *s = queue_next(out, NULL); s; s = queue_next(out, s)) {
        memcpy(into, s->data, s->len);
        into += s->len;
    }
}

void es_output_consume(es_loop_t *loop, es_output_t *out, size_t n)
{
    out->len -= n;
    while (n > 0) {
        assert(out->last); /* there were n bytes */
        es_segment_t *s = out->last->next;

        if (n < s->len) {
            s->data += n;
            s->len -= n;
            return;
        }
        n -= s->len;
        queue_drop_first(loop, out);
    }
}

void es_output_clear(es_loop_t *loop, es_output_t *out)
{
    es_output_consume(loop, out, out->len);
}

void es_segments_release_spare(es_loop_t *loop)
{
    for (int i = 0; i < 2; i++) {
        while (loop->spare[i]) {
            es_segment_t *s = loop->spare[i];

            loop->spare[i] = s->next;
            es_free(s);
        }
        loop->spare_count[i] = 0;
    }
}
