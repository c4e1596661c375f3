#ifndef ES_PROTO_WS_READER_H
#define ES_PROTO_WS_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/limit.h"
#include "base/quota.h"
#include "proto/ws_deflate.h"
#include "proto/ws_extension.h"
#include "proto/ws_frame.h"

/*
 * From received bytes to whole messages and control frames, strictly by RFC 6455 sections 5 and 8.1, and RFC 7692
 * section 7.2. The reader may stop after any byte; any split gives the same events. It unmasks a message straight into
 * the memory that its owner hands out, and holds no memory between messages but the window of a client that keeps one.
 */

/**
 * Where payloads live. The owner of the reader decides what a "string" is (PHP's zend_string, or malloc in
 * tests); the reader sees a handle.
 */
typedef struct es_payload_ops {
    /** Room for `size` bytes; NULL when refused, which ends the connection with 1009. */
    void *(*alloc)(size_t size);
    /** Makes room for `size` bytes and keeps the `used` first ones; may move. NULL when refused: the old handle stays
     * valid. */
    void *(*grow)(void *payload, size_t used, size_t size);
    /** The first of its bytes. */
    uint8_t *(*bytes)(void *payload);
    /** The payload is complete and has `len` bytes (<= the size asked for). */
    void (*finish)(void *payload, size_t len);
    void (*free)(void *payload);
} es_payload_ops_t;

/** Rules of a port; one const object shared by all its connections. */
typedef struct es_ws_rules {
    const es_payload_ops_t *ops;
    es_ws_pool_t *pool;     /* borrowed; inflaters. NULL where es_ws_reader_accept_deflate() is never called */
    es_quota_t *unfinished; /* borrowed; for messages that are not complete; more: 1009. NULL: nobody counts */
    uint64_t max_message;   /* payload bytes of a message, inflated, all fragments together; more: 1009 */
    uint32_t max_fragments; /* frames of one message; more: 1009 */
    bool require_mask;      /* refuse unmasked frames with 1002 (RFC 6455 section 5.1) */
} es_ws_rules_t;

/**
 * One connection's reader. Zeroed memory awaits a first frame. All fields are private.
 */
typedef struct es_ws_reader {
    void *message; /* payload under construction; owned; NULL until bytes of a message are there */
    es_ws_inflater_t
        *inflater;       /* owned; inside a compressed message, and behind one when the client keeps its window */
    uint8_t *control;    /* payload of an incomplete control frame (ES_WS_MAX_CONTROL bytes); owned; NULL otherwise */
    size_t message_len;  /* bytes of `message` that are there */
    size_t message_cap;  /* bytes that `message` has room for */
    size_t counted;      /* bytes of it in `rules->unfinished` */
    uint64_t frame_len;  /* payload length of the current frame */
    uint64_t frame_pos;  /* payload bytes of it that are there */
    uint64_t packed_len; /* payload bytes of the frames of a compressed message, the current one included */
    uint32_t fragments;  /* frames of the current message so far */
    uint8_t key[4];      /* mask of the current frame */
    uint8_t header[ES_WS_MAX_HEADER]; /* a header of which only the first bytes have arrived */
    uint8_t header_len;               /* bytes of it */
    uint8_t frame_opcode, frame_flags;
    uint8_t opcode, flags; /* of the message's first frame; opcode 0: no message is open */
    es_utf8_t utf8;
    bool deflate;     /* messages may be compressed */
    bool takeover;    /* the client keeps its window from one to the next */
    bool in_frame;    /* the header is complete, payload is awaited */
    uint16_t failure; /* the close code of the fault that ended the reader, or 0 */
} es_ws_reader_t;

#define ES_WS_MORE    0 /* all bytes were taken */
#define ES_WS_MESSAGE 1 /* a complete message */
#define ES_WS_CONTROL 2 /* a control frame: ping, pong or close */

typedef struct es_ws_event {
    uint8_t opcode;      /* of the message's first frame, or of the control frame */
    uint8_t flags;       /* FIN, MASK, and COMPRESS with RSV1 for a message that was compressed: Frame::$flags */
    void *payload;       /* MESSAGE: its payload, finished; the receiver owns it */
    size_t len;          /* payload bytes */
    const uint8_t *data; /* CONTROL: its payload, unmasked; valid until the next call on this reader */
    const char *error;   /* failure: static text for the close frame's reason */
    uint8_t limit;       /* failure: the es_limit_t that was passed, if any */
} es_ws_event_t;

/**
 * Reads the next event out of received bytes; called until it returns ES_WS_MORE or fails.
 * @param pos in/out: where to go on; moved behind what was taken
 * @param end behind the last received byte
 * @param scratch where a control frame's payload goes when it arrives in one piece; `ev->data` may point there
 * @return ES_WS_MORE, _MESSAGE, _CONTROL, or the negated close code that answers the fault (-1002, -1007,
 *         -1009) with `ev->error`. A reader that failed takes no more bytes.
 * @note A close frame's payload is not checked here: es_ws_close_parse().
 */
int es_ws_reader_next(es_ws_reader_t *r, const es_ws_rules_t *rules, const uint8_t **pos, const uint8_t *end,
                      uint8_t scratch[ES_WS_MAX_CONTROL], es_ws_event_t *ev);

/** Says to a reader that knows of nothing whether it takes compressed messages, as agreed. */
void es_ws_reader_accept_deflate(es_ws_reader_t *r, const es_ws_agreement_t *agreement);

/**
 * Whether it knows of nothing: neither of a frame or message that is not complete, nor of a window, nor of a fault. It
 * may be used for any other connection then.
 */
static inline bool es_ws_reader_is_idle(const es_ws_reader_t *r)
{
    return r->opcode == 0 && r->header_len == 0 && !r->in_frame && !r->inflater && r->failure == 0;
}

/** Whether a compressed message has begun and not ended. */
static inline bool es_ws_reader_inflating(const es_ws_reader_t *r)
{
    return r->opcode != 0 && (r->flags & ES_WS_FLAG_RSV1) != 0;
}

/** Counts what a reader holds that came from another process. */
void es_ws_reader_count_in(const es_ws_reader_t *r, const es_ws_rules_t *rules);

/** Frees what an unfinished message holds. The reader may be used anew. */
void es_ws_reader_destroy(es_ws_reader_t *r, const es_ws_rules_t *rules);

#endif
