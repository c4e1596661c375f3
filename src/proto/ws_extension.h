#ifndef ES_PROTO_WS_EXTENSION_H
#define ES_PROTO_WS_EXTENSION_H

#include <stdbool.h>
#include <stdint.h>

#include "proto/http_request.h"

/* Negotiation of extensions in the opening handshake (RFC 6455 section 9.1); of permessage-deflate (RFC 7692 section
 * 7). */

/* Bits of a sliding window: 2^bits bytes. Eight are in the RFC, but zlib cannot compress with so few. */
#define ES_WS_WINDOW_MIN 9
#define ES_WS_WINDOW_MAX 15

/** What was agreed about compressed messages. Zeroed: nothing, there are none. */
typedef struct es_ws_agreement {
    bool accepted;                           /* an offer was accepted */
    bool server_takeover;                    /* our window is kept from one message to the next */
    bool client_takeover;                    /* the client's is */
    uint8_t server_bits;                     /* of the window we compress with: ES_WS_WINDOW_MIN to _MAX */
    uint8_t client_bits;                     /* of the one the client compresses with: 8 to 15 */
    bool server_bits_said, client_bits_said; /* whether the answer names them */
} es_ws_agreement_t;

/**
 * Chooses among the offers of all Sec-WebSocket-Extensions fields, in their order: the first one for permessage-deflate
 * whose parameters are known, valid, named once, and can be kept. One with server_max_window_bits=8 is passed over,
 * since zlib compresses with nine bits at the least. Other extensions are passed over, too.
 * @param takeover    whether windows may be kept between messages, where the client does not object
 * @param window_bits the largest window for either side
 * @param out         what was agreed; `accepted` is false when there was nothing to accept
 * @param reason      out: static text that names the fault, for the log; untouched on success
 * @return 0, or -400: a field does not conform to the grammar, and the handshake must fail (RFC 6455 section 9.1)
 */
int es_ws_extension_negotiate(const es_http_request_t *r, bool takeover, uint8_t window_bits, es_ws_agreement_t *out,
                              const char **reason);

/** Appends the field line that tells the client what was agreed; nothing when no offer was accepted. */
void es_ws_extension_write(es_buffer_t *out, const es_ws_agreement_t *agreement);

#endif
