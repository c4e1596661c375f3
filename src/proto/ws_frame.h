#ifndef ES_PROTO_WS_FRAME_H
#define ES_PROTO_WS_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf8.h"

/* The frame codec (RFC 6455 section 5.2) and the rules of close frames (sections 5.5.1 and 7.4). */

typedef enum es_ws_opcode {
    ES_WS_CONTINUATION = 0x0,
    ES_WS_TEXT = 0x1,
    ES_WS_BINARY = 0x2,
    ES_WS_CLOSE = 0x8,
    ES_WS_PING = 0x9,
    ES_WS_PONG = 0xA,
} es_ws_opcode_t;

/* Bits of a frame's `flags`, as PHP users know them (SWOOLE_WEBSOCKET_FLAG_*, spec section 3.2). */
#define ES_WS_FLAG_FIN      1
#define ES_WS_FLAG_COMPRESS 2
#define ES_WS_FLAG_RSV1     4
#define ES_WS_FLAG_RSV2     8
#define ES_WS_FLAG_RSV3     16
#define ES_WS_FLAG_MASK     32

/* Close codes (RFC 6455 section 7.4.1 and its registry). */
#define ES_WS_CLOSE_NORMAL          1000
#define ES_WS_CLOSE_GOING_AWAY      1001
#define ES_WS_CLOSE_PROTOCOL_ERROR  1002
#define ES_WS_CLOSE_NO_STATUS       1005 /* never on the wire: the peer's close frame had no code */
#define ES_WS_CLOSE_ABNORMAL        1006 /* never on the wire: the connection ended without a close frame */
#define ES_WS_CLOSE_BAD_DATA        1007
#define ES_WS_CLOSE_POLICY          1008
#define ES_WS_CLOSE_TOO_BIG         1009
#define ES_WS_CLOSE_SERVER_ERROR    1011
#define ES_WS_CLOSE_SERVICE_RESTART 1012

#define ES_WS_MAX_HEADER            14  /* 2 + 8 bytes of extended length + 4 of mask */
#define ES_WS_MAX_CONTROL           125 /* payload bytes of a control frame (RFC 6455 section 5.5) */
#define ES_WS_MAX_CLOSE_TEXT        123 /* bytes of a close reason: what is left of 125 behind the code */

typedef struct es_ws_header {
    uint8_t opcode;  /* 0..15, not checked */
    uint8_t flags;   /* FIN, RSV1..3, MASK */
    uint8_t size;    /* bytes of this header */
    uint8_t key[4];  /* when MASK */
    uint64_t length; /* payload bytes */
} es_ws_header_t;

/**
 * Reads a frame header. Checks nothing but that it is all there.
 * @return true and `*h` when complete; false when more bytes are needed (at most ES_WS_MAX_HEADER)
 */
bool es_ws_header_parse(es_ws_header_t *h, const uint8_t *bytes, size_t len);

/**
 * Writes a frame header with the shortest length form.
 * @param flags FIN and RSV1..3 are used
 * @param key   mask, or NULL for an unmasked frame, as every server sends
 * @return its size in bytes
 */
size_t es_ws_header_write(uint8_t out[ES_WS_MAX_HEADER], uint8_t opcode, uint8_t flags, uint64_t length,
                          const uint8_t *key);

/** Whether the opcode is that of a control frame. */
static inline bool es_ws_is_control(uint8_t opcode)
{
    return (opcode & 0x8) != 0;
}

/** Whether a code may stand in a close frame that arrives (RFC 6455 section 7.4, IANA registry, 3000-4999). */
bool es_ws_close_code_valid(unsigned code);

/**
 * Reads the payload of a close frame.
 * @param code   out: the code; ES_WS_CLOSE_NO_STATUS for an empty payload
 * @param reason out: its text within `payload`, NULL when there is none
 * @return 0, or the negated code that answers the fault: -1002 (one byte, or a code that may not be sent),
 *         -1007 (the reason is not UTF-8)
 */
int es_ws_close_parse(const uint8_t *payload, size_t len, unsigned *code, const char **reason, size_t *reason_len);

/**
 * Writes the payload of a close frame; a reason over ES_WS_MAX_CLOSE_TEXT bytes is cut at a character boundary.
 * Codes 1005 and 1006 give an empty payload.
 * @return its size in bytes
 */
size_t es_ws_close_write(uint8_t out[ES_WS_MAX_CONTROL], unsigned code, const char *reason, size_t reason_len);

#endif
