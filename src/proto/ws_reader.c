#include "proto/ws_reader.h"

#include <string.h>

#include "base/compiler.h"
#include "base/mask.h"
#include "base/memory.h"

/*
 * What a frame of which only a part has arrived may cost in memory: its length is a mere claim as yet. From
 * there on the memory grows with the bytes that really come.
 */
#define FIRST_ROOM (256 * 1024)

/* Room for the first bytes of a frame: so much, and some times more than they are, up to FIRST_ROOM. */
#define LEAST_ROOM 4096

/* Pieces in which a compressed payload is unmasked and inflated. A message that fits in gets memory of its exact size.
 */
#define PACKED_PIECE   1024
#define INFLATED_PIECE 8192

/* Header of a frame that is masked and whose length stands in its second byte; and that length. */
#define SHORT_HEADER 6
#define SHORT_LENGTH 125

static void release(es_ws_reader_t *r, const es_ws_rules_t *rules)
{
    es_quota_release(rules->unfinished, &r->counted);
    if (r->message != NULL) {
        rules->ops->free(r->message);
        r->message = NULL;
    }
    es_ws_inflater_give(rules->pool, r->inflater);
    r->inflater = NULL;
    es_free(r->control);
    r->control = NULL;
}

/* Ends the reader for good. What it holds is not needed any more, and a closing connection may live for long. */
static int fail(es_ws_reader_t *r, const es_ws_rules_t *rules, es_ws_event_t *ev, unsigned code, const char *why)
{
    release(r, rules);
    r->failure = (uint16_t)code;
    ev->error = why;
    return -(int)code;
}

/* The same for a message that passes a limit. */
static int over(es_ws_reader_t *r, const es_ws_rules_t *rules, es_ws_event_t *ev, es_limit_t limit, const char *why)
{
    ev->limit = (uint8_t)limit;
    return fail(r, rules, ev, ES_WS_CLOSE_TOO_BIG, why);
}

/* The message's size when the current frame is complete. */
static size_t size_with_frame(const es_ws_reader_t *r)
{
    return r->message_len + (size_t)(r->frame_len - r->frame_pos);
}

/*
 * How many bytes the frames of a compressed message may have: what does not shrink grows by some bytes in a thousand,
 * and a peer that wraps little into much more than that only wants us busy.
 */
static uint64_t packed_limit(const es_ws_rules_t *rules)
{
    uint64_t extra = rules->max_message / 8 + 64;

    return rules->max_message > UINT64_MAX - extra ? UINT64_MAX : rules->max_message + extra;
}

/* How long the payload of this data frame may be. */
static uint64_t length_limit(const es_ws_reader_t *r, const es_ws_rules_t *rules, uint8_t first)
{
    if ((first & 0x0f) != ES_WS_CONTINUATION) {
        return (first & 0x40) != 0 ? packed_limit(rules) : rules->max_message;
    }
    if (es_ws_reader_inflating(r)) {
        return packed_limit(rules) - r->packed_len;
    }
    return rules->max_message - r->message_len;
}

/* RSV1 marks the first frame of a compressed message, and nothing else (RFC 7692 section 6). */
static bool reserved_bits_allowed(const es_ws_reader_t *r, uint8_t first)
{
    uint8_t opcode = first & 0x0f;

    return (first & 0x70) == 0 ||
           (r->deflate && (first & 0x70) == 0x40 && (opcode == ES_WS_TEXT || opcode == ES_WS_BINARY));
}

/*
 * Checks as much of a frame header as has arrived. The checks stand in the order of the bytes that they need,
 * so the verdict does not depend on how many bytes came at once.
 */
static int check_header(es_ws_reader_t *r, const es_ws_rules_t *rules, const uint8_t *bytes, size_t len,
                        es_ws_event_t *ev)
{
    uint8_t opcode = bytes[0] & 0x0f, short_length;
    uint64_t length;

    if (!reserved_bits_allowed(r, bytes[0])) {
        return fail(r, rules, ev, ES_WS_CLOSE_PROTOCOL_ERROR, "reserved bits are set");
    }
    if (es_ws_is_control(opcode)) {
        if (opcode > ES_WS_PONG) {
            return fail(r, rules, ev, ES_WS_CLOSE_PROTOCOL_ERROR, "reserved opcode");
        }
        if ((bytes[0] & 0x80) == 0) {
            return fail(r, rules, ev, ES_WS_CLOSE_PROTOCOL_ERROR, "fragmented control frame");
        }
    } else {
        if (opcode > ES_WS_BINARY) {
            return fail(r, rules, ev, ES_WS_CLOSE_PROTOCOL_ERROR, "reserved opcode");
        }
        if (opcode == ES_WS_CONTINUATION && r->opcode == 0) {
            return fail(r, rules, ev, ES_WS_CLOSE_PROTOCOL_ERROR, "continuation without a message");
        }
        if (opcode != ES_WS_CONTINUATION && r->opcode != 0) {
            return fail(r, rules, ev, ES_WS_CLOSE_PROTOCOL_ERROR, "new message inside a message");
        }
        if (r->fragments >= rules->max_fragments) {
            return over(r, rules, ev, ES_LIMIT_FRAGMENTS, "too many fragments");
        }
    }
    if (len < 2) {
        return 0;
    }

    short_length = bytes[1] & 0x7f;
    if (rules->require_mask && (bytes[1] & 0x80) == 0) {
        return fail(r, rules, ev, ES_WS_CLOSE_PROTOCOL_ERROR, "frame is not masked");
    }
    if (es_ws_is_control(opcode)) {
        if (short_length > ES_WS_MAX_CONTROL) {
            return fail(r, rules, ev, ES_WS_CLOSE_PROTOCOL_ERROR, "control frame is too long");
        }
        return 0;
    }
    if (short_length < 126) {
        length = short_length;
    } else if (short_length == 126) {
        if (len < 4) {
            return 0;
        }
        length = (uint64_t)bytes[2] << 8 | bytes[3];
        if (length < 126) {
            return fail(r, rules, ev, ES_WS_CLOSE_PROTOCOL_ERROR, "length is not in its shortest form");
        }
    } else {
        if (len >= 3 && (bytes[2] & 0x80) != 0) {
            return fail(r, rules, ev, ES_WS_CLOSE_PROTOCOL_ERROR, "length has its top bit set");
        }
        if (len < 10) {
            return 0;
        }
        length = 0;
        for (unsigned i = 2; i < 10; i++) {
            length = length << 8 | bytes[i];
        }
        if (length <= UINT16_MAX) {
            return fail(r, rules, ev, ES_WS_CLOSE_PROTOCOL_ERROR, "length is not in its shortest form");
        }
    }
    if (length > length_limit(r, rules, bytes[0]) || length > SIZE_MAX - r->message_len) {
        return over(r, rules, ev, ES_LIMIT_MESSAGE, "message is too big");
    }
    return 0;
}

/* Takes a frame header and enters the frame. Returns 1 when that is done, 0 when bytes are missing, or fails. */
static int read_header(es_ws_reader_t *r, const es_ws_rules_t *rules, const uint8_t **pos, const uint8_t *end,
                       es_ws_event_t *ev)
{
    const uint8_t *bytes = *pos;
    size_t len = (size_t)(end - *pos), kept = r->header_len;
    es_ws_header_t h;
    int status;

    if (len == 0) {
        return 0;
    }
    if (kept > 0) {
        if (len > ES_WS_MAX_HEADER - kept) {
            len = ES_WS_MAX_HEADER - kept;
        }
        memcpy(r->header + kept, *pos, len);
        bytes = r->header;
        len += kept;
    }
    status = check_header(r, rules, bytes, len, ev);
    if (status < 0) {
        return status;
    }
    if (!es_ws_header_parse(&h, bytes, len)) {
        if (kept == 0) {
            memcpy(r->header, bytes, len);
        }
        r->header_len = (uint8_t)len;
        *pos = end;
        return 0;
    }

    *pos += h.size - kept;
    r->header_len = 0;
    r->in_frame = true;
    r->frame_opcode = h.opcode;
    r->frame_flags = h.flags;
    r->frame_len = h.length;
    r->frame_pos = 0;
    memcpy(r->key, h.key, sizeof(r->key));
    if (!es_ws_is_control(h.opcode)) {
        if (h.opcode != ES_WS_CONTINUATION) {
            r->opcode = h.opcode;
            r->flags = h.flags;
            r->utf8 = 0;
            r->packed_len = 0;
        }
        r->packed_len += h.length;
        r->fragments++;
    }
    return 1;
}

/* Takes payload of a control frame; a copy is kept only when it does not arrive in one piece. */
static int read_control(es_ws_reader_t *r, const uint8_t **pos, size_t take, uint8_t *scratch, es_ws_event_t *ev)
{
    uint8_t *to = scratch;

    if (r->frame_pos + take < r->frame_len || r->control != NULL) {
        if (take > 0 && r->control == NULL) {
            r->control = es_malloc(ES_WS_MAX_CONTROL);
        }
        to = r->control;
    }
    if (take > 0) {
        es_mask_copy(to + r->frame_pos, *pos, take, r->key, r->frame_pos);
        *pos += take;
        r->frame_pos += take;
    }
    if (r->frame_pos < r->frame_len) {
        return ES_WS_MORE;
    }
    if (r->control != NULL) {
        memcpy(scratch, r->control, (size_t)r->frame_len);
        es_free(r->control);
        r->control = NULL;
    }
    r->in_frame = false;
    ev->opcode = r->frame_opcode;
    ev->flags = r->frame_flags;
    ev->data = scratch;
    ev->len = (size_t)r->frame_len;
    return ES_WS_CONTROL;
}

/*
 * The room to ask for when `need` bytes of the message will be there. A message that has arrived whole gets
 * exactly its size. Otherwise the room is a multiple of what is there, so that copying while it grows stays
 * cheap, but never more than the message can still become.
 */
static size_t room_for(const es_ws_reader_t *r, const es_ws_rules_t *rules, size_t need)
{
    size_t whole = size_with_frame(r), limit = whole, factor = 4, room;
    size_t least = need < (FIRST_ROOM - LEAST_ROOM) / factor ? LEAST_ROOM + factor * need : FIRST_ROOM;

    if (need == whole) {
        if ((r->frame_flags & ES_WS_FLAG_FIN) != 0) {
            return whole;
        }
        /* More fragments will follow. */
        limit = rules->max_message < SIZE_MAX ? (size_t)rules->max_message : SIZE_MAX;
        factor = 2;
        least = 0;
    }
    room = r->message_cap > limit / factor ? limit : r->message_cap * factor;
    if (room < least) {
        room = least;
    }
    if (room < need) {
        room = need;
    }
    return room < limit ? room : limit;
}

static bool resize(es_ws_reader_t *r, const es_ws_rules_t *rules, size_t room)
{
    const es_payload_ops_t *ops = rules->ops;
    void *grown = r->message == NULL ? ops->alloc(room) : ops->grow(r->message, r->message_len, room);

    if (grown == NULL) {
        return false;
    }
    r->message = grown;
    r->message_cap = room;
    return true;
}

static bool make_room(es_ws_reader_t *r, const es_ws_rules_t *rules, size_t need)
{
    bool whole = need == size_with_frame(r) && (r->frame_flags & ES_WS_FLAG_FIN) != 0;
    size_t room;

    if (r->message != NULL && need <= r->message_cap) {
        return true;
    }
    room = room_for(r, rules, need);
    return (whole || es_quota_hold(rules->unfinished, &r->counted, room)) && resize(r, rules, room);
}

/* The message is there: hands it over. */
static int complete(es_ws_reader_t *r, const es_ws_rules_t *rules, es_ws_event_t *ev)
{
    uint8_t packed = es_ws_reader_inflating(r) ? ES_WS_FLAG_COMPRESS | ES_WS_FLAG_RSV1 : 0;

    if (!es_utf8_complete(r->utf8)) {
        return fail(r, rules, ev, ES_WS_CLOSE_BAD_DATA, "text ends inside a character");
    }
    if (!make_room(r, rules, r->message_len)) { /* an empty message has no payload yet */
        return over(r, rules, ev, ES_LIMIT_MEMORY, "no memory for the message");
    }
    es_quota_release(rules->unfinished, &r->counted);
    rules->ops->finish(r->message, r->message_len);
    ev->opcode = r->opcode;
    ev->flags = (uint8_t)(ES_WS_FLAG_FIN | packed | (r->flags & ES_WS_FLAG_MASK));
    ev->payload = r->message;
    ev->len = r->message_len;
    r->message = NULL;
    r->message_len = r->message_cap = 0;
    r->fragments = 0;
    r->opcode = 0;
    return ES_WS_MESSAGE;
}

/* Takes payload of a data frame: straight into the message, unmasked and checked on the way. */
static int read_data(es_ws_reader_t *r, const es_ws_rules_t *rules, const uint8_t **pos, size_t take, es_ws_event_t *ev)
{
    bool last = (r->frame_flags & ES_WS_FLAG_FIN) != 0;

    if (take > 0) {
        uint8_t *to;

        if (!make_room(r, rules, r->message_len + take)) {
            return over(r, rules, ev, ES_LIMIT_MEMORY, "no memory for the message");
        }
        to = rules->ops->bytes(r->message) + r->message_len;
        if (r->opcode != ES_WS_TEXT) {
            es_mask_copy(to, *pos, take, r->key, r->frame_pos);
        } else if (!es_mask_copy_utf8(to, *pos, take, r->key, r->frame_pos, &r->utf8)) {
            return fail(r, rules, ev, ES_WS_CLOSE_BAD_DATA, "text is not UTF-8");
        }
        *pos += take;
        r->frame_pos += take;
        r->message_len += take;
    }
    if (r->frame_pos < r->frame_len) {
        return ES_WS_MORE;
    }
    r->in_frame = false;
    return last ? complete(r, rules, ev) : ES_WS_MORE;
}

/* --- compressed messages --- */

typedef struct inflated {
    size_t len;
    uint8_t bytes[INFLATED_PIECE];
} inflated_t;

/* Room for `len` more inflated bytes. How many will follow nobody knows, unless `whole` says that none will. */
static bool make_room_inflated(es_ws_reader_t *r, const es_ws_rules_t *rules, size_t len, bool whole)
{
    size_t need = r->message_len + len, room = need;

    if (r->message != NULL && need <= r->message_cap) {
        return true;
    }
    if (!whole && r->message_cap > need / 2) {
        room = r->message_cap > SIZE_MAX / 2 ? SIZE_MAX : r->message_cap * 2;
        room = room > rules->max_message ? (size_t)rules->max_message : room;
    }
    return (whole || es_quota_hold(rules->unfinished, &r->counted, room)) && resize(r, rules, room);
}

/* Adds inflated bytes to the message. Only as many as the limit allows are even looked at. */
static int keep(es_ws_reader_t *r, const es_ws_rules_t *rules, inflated_t *out, bool whole, es_ws_event_t *ev)
{
    uint64_t left = rules->max_message - r->message_len;
    size_t len = out->len < left ? out->len : (size_t)left;
    bool too_big = out->len > len;

    out->len = 0;
    if (r->opcode == ES_WS_TEXT && !es_utf8_feed(&r->utf8, out->bytes, len)) {
        return fail(r, rules, ev, ES_WS_CLOSE_BAD_DATA, "text is not UTF-8");
    }
    if (too_big) {
        return over(r, rules, ev, ES_LIMIT_INFLATED, "message is too big when inflated");
    }
    if (len > 0) {
        if (!make_room_inflated(r, rules, len, whole)) {
            return over(r, rules, ev, ES_LIMIT_MEMORY, "no memory for the message");
        }
        memcpy(rules->ops->bytes(r->message) + r->message_len, out->bytes, len);
        r->message_len += len;
    }
    return ES_WS_MORE;
}

/* How many bytes to inflate next: one over the limit is enough to know. */
static size_t inflate_room(const es_ws_reader_t *r, const es_ws_rules_t *rules, const inflated_t *out)
{
    uint64_t left = rules->max_message - r->message_len - out->len;
    size_t room = sizeof(out->bytes) - out->len;

    return room <= left ? room : (size_t)left + 1;
}

/* Inflates a piece of the payload, or what belongs behind it (`bytes` is NULL); what is not kept yet stays in `out`. */
static int inflate_piece(es_ws_reader_t *r, const es_ws_rules_t *rules, const uint8_t *bytes, size_t len,
                         inflated_t *out, es_ws_event_t *ev)
{
    const uint8_t *pos = bytes, *end = bytes != NULL ? bytes + len : NULL;
    es_ws_inflated_t result;

    do {
        uint8_t *to = out->bytes + out->len;
        size_t room = inflate_room(r, rules, out), written;
        int kept;

        result = bytes != NULL ? es_ws_inflate(r->inflater, &pos, end, to, room, &written)
                               : es_ws_inflate_end(r->inflater, to, room, &written);
        out->len += written;
        if (result != ES_WS_INFLATED) {
            kept = keep(r, rules, out, false, ev);
            if (kept < 0) {
                return kept;
            }
        }
    } while (result == ES_WS_INFLATE_MORE);
    return result == ES_WS_INFLATED ? ES_WS_MORE
                                    : fail(r, rules, ev, ES_WS_CLOSE_BAD_DATA, "compressed data is broken");
}

/* Takes payload of a compressed message. */
static int read_compressed(es_ws_reader_t *r, const es_ws_rules_t *rules, const uint8_t **pos, size_t take,
                           es_ws_event_t *ev)
{
    uint8_t packed[PACKED_PIECE];
    bool ends = r->frame_pos + take == r->frame_len, last = ends && (r->frame_flags & ES_WS_FLAG_FIN) != 0;
    int result = ES_WS_MORE;
    inflated_t out;

    if (take == 0 && !ends) {
        return ES_WS_MORE;
    }
    out.len = 0;
    if (r->inflater == NULL && r->packed_len > 0) {
        r->inflater = es_ws_inflater_take(rules->pool);
    }
    while (take > 0 && result == ES_WS_MORE) {
        size_t len = take < sizeof(packed) ? take : sizeof(packed);

        es_mask_copy(packed, *pos, len, r->key, r->frame_pos);
        *pos += len;
        r->frame_pos += len;
        take -= len;
        result = inflate_piece(r, rules, packed, len, &out, ev);
    }
    /* A client's zlib writes nothing at all for an empty message behind another one. */
    if (result == ES_WS_MORE && last && r->packed_len > 0) {
        result = inflate_piece(r, rules, NULL, 0, &out, ev);
    }
    if (result == ES_WS_MORE) {
        result = keep(r, rules, &out, last, ev);
    }
    if (result != ES_WS_MORE || !ends) {
        return result;
    }
    r->in_frame = false;
    if (last && !r->takeover) {
        es_ws_inflater_give(rules->pool, r->inflater);
        r->inflater = NULL;
    }
    return last ? complete(r, rules, ev) : ES_WS_MORE;
}

/*
 * What nearly every message is: one short masked frame that is all there, behind no unfinished one. It is taken in one
 * go when everything about it is in order. Anything else is left untouched to the way for all frames, which also finds
 * the words for faults.
 */
static int read_short_message(es_ws_reader_t *r, const es_ws_rules_t *rules, const uint8_t **pos, const uint8_t *end,
                              es_ws_event_t *ev)
{
    const uint8_t *bytes = *pos, *payload;
    size_t len, have = (size_t)(end - bytes);
    es_utf8_t utf8 = 0;
    uint8_t opcode, *to;
    void *message;

    if (r->in_frame || r->header_len > 0 || r->opcode != 0 || have < SHORT_HEADER) {
        return ES_WS_MORE;
    }
    opcode = bytes[0] ^ 0x80; /* FIN, and no reserved bits */
    len = bytes[1] ^ 0x80;    /* masked */
    if ((opcode != ES_WS_TEXT && opcode != ES_WS_BINARY) || len == 0 || len > SHORT_LENGTH ||
        have - SHORT_HEADER < len || len > rules->max_message || rules->max_fragments == 0) {
        return ES_WS_MORE;
    }
    payload = bytes + SHORT_HEADER;
    message = rules->ops->alloc(len);
    if (message == NULL) {
        return over(r, rules, ev, ES_LIMIT_MEMORY, "no memory for the message");
    }
    to = rules->ops->bytes(message);
    if (opcode == ES_WS_BINARY) {
        es_mask_copy(to, payload, len, payload - 4, 0);
    } else if (!es_mask_copy_utf8(to, payload, len, payload - 4, 0, &utf8) || !es_utf8_complete(utf8)) {
        rules->ops->free(message);
        return ES_WS_MORE;
    }
    rules->ops->finish(message, len);
    *pos = payload + len;
    ev->opcode = opcode;
    ev->flags = ES_WS_FLAG_FIN | ES_WS_FLAG_MASK;
    ev->payload = message;
    ev->len = len;
    return ES_WS_MESSAGE;
}

void es_ws_reader_accept_deflate(es_ws_reader_t *r, const es_ws_agreement_t *agreement)
{
    r->deflate = agreement->accepted;
    r->takeover = agreement->client_takeover;
}

/* The way for all frames. */
ES_NOINLINE static int read_frames(es_ws_reader_t *r, const es_ws_rules_t *rules, const uint8_t **pos,
                                   const uint8_t *end, uint8_t scratch[ES_WS_MAX_CONTROL], es_ws_event_t *ev)
{
    for (;;) {
        size_t take = (size_t)(end - *pos);
        int result;

        if (!r->in_frame) {
            result = read_header(r, rules, pos, end, ev);
            if (result <= 0) {
                return result;
            }
            take = (size_t)(end - *pos);
        }
        if (take > r->frame_len - r->frame_pos) {
            take = (size_t)(r->frame_len - r->frame_pos);
        }
        if (es_ws_is_control(r->frame_opcode)) {
            result = read_control(r, pos, take, scratch, ev);
        } else if (es_ws_reader_inflating(r)) {
            result = read_compressed(r, rules, pos, take, ev);
        } else {
            result = read_data(r, rules, pos, take, ev);
        }
        /* A frame that is complete but ends no message: on with the next one. */
        if (result != ES_WS_MORE || r->in_frame) {
            return result;
        }
    }
}

int es_ws_reader_next(es_ws_reader_t *r, const es_ws_rules_t *rules, const uint8_t **pos, const uint8_t *end,
                      uint8_t scratch[ES_WS_MAX_CONTROL], es_ws_event_t *ev)
{
    int result;

    *ev = (es_ws_event_t){0};
    if (r->failure != 0) {
        ev->error = "the connection has failed before";
        return -(int)r->failure;
    }
    result = read_short_message(r, rules, pos, end, ev);
    return result != ES_WS_MORE ? result : read_frames(r, rules, pos, end, scratch, ev);
}

void es_ws_reader_count_in(const es_ws_reader_t *r, const es_ws_rules_t *rules)
{
    if (r->counted > 0) {
        rules->unfinished->used += r->counted;
    }
}

void es_ws_reader_destroy(es_ws_reader_t *r, const es_ws_rules_t *rules)
{
    release(r, rules);
    *r = (es_ws_reader_t){0};
}
