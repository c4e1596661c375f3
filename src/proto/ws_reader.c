#include "proto/ws_reader.h"

#include <string.h>

#include "base/mask.h"
#include "base/memory.h"

/*
 * What a frame of which only a part has arrived may cost in memory: its length is a mere claim as yet. From
 * there on the memory grows with the bytes that really come.
 */
#define FIRST_ROOM (256 * 1024)

static void release(es_ws_reader_t *r, const es_ws_rules_t *rules)
{
    if (r->message != NULL) {
        rules->ops->free(r->message);
        r->message = NULL;
    }
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
 * Checks as much of a frame header as has arrived. The checks stand in the order of the bytes that they need,
 * so the verdict does not depend on how many bytes came at once.
 */
static int check_header(es_ws_reader_t *r, const es_ws_rules_t *rules, const uint8_t *bytes, size_t len,
                        es_ws_event_t *ev)
{
    uint8_t opcode = bytes[0] & 0x0f, short_length;
    uint64_t length;

    if ((bytes[0] & 0x70) != 0) {
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
    if (length > rules->max_message - r->message_len || length > SIZE_MAX - r->message_len) {
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
        }
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
    size_t whole = size_with_frame(r), limit = whole, factor = 4, least = FIRST_ROOM, room;

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

static bool make_room(es_ws_reader_t *r, const es_ws_rules_t *rules, size_t need)
{
    const es_payload_ops_t *ops = rules->ops;
    size_t room;
    void *grown;

    if (r->message != NULL && need <= r->message_cap) {
        return true;
    }
    room = room_for(r, rules, need);
    grown = r->message == NULL ? ops->alloc(room) : ops->grow(r->message, r->message_len, room);
    if (grown == NULL) {
        return false;
    }
    r->message = grown;
    r->message_cap = room;
    return true;
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
    if (!last) {
        return ES_WS_MORE;
    }

    if (!es_utf8_complete(r->utf8)) {
        return fail(r, rules, ev, ES_WS_CLOSE_BAD_DATA, "text ends inside a character");
    }
    if (!make_room(r, rules, r->message_len)) { /* an empty message has no payload yet */
        return over(r, rules, ev, ES_LIMIT_MEMORY, "no memory for the message");
    }
    rules->ops->finish(r->message, r->message_len);
    ev->opcode = r->opcode;
    ev->flags = (uint8_t)(ES_WS_FLAG_FIN | (r->flags & ES_WS_FLAG_MASK));
    ev->payload = r->message;
    ev->len = r->message_len;
    r->message = NULL;
    r->message_len = r->message_cap = 0;
    r->fragments = 0;
    r->opcode = 0;
    return ES_WS_MESSAGE;
}

int es_ws_reader_next(es_ws_reader_t *r, const es_ws_rules_t *rules, const uint8_t **pos, const uint8_t *end,
                      uint8_t scratch[ES_WS_MAX_CONTROL], es_ws_event_t *ev)
{
    *ev = (es_ws_event_t){0};
    if (r->failure != 0) {
        ev->error = "the connection has failed before";
        return -(int)r->failure;
    }
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
        result = es_ws_is_control(r->frame_opcode) ? read_control(r, pos, take, scratch, ev)
                                                   : read_data(r, rules, pos, take, ev);
        /* A frame that is complete but ends no message: on with the next one. */
        if (result != ES_WS_MORE || r->in_frame) {
            return result;
        }
    }
}

void es_ws_reader_destroy(es_ws_reader_t *r, const es_ws_rules_t *rules)
{
    release(r, rules);
    *r = (es_ws_reader_t){0};
}
