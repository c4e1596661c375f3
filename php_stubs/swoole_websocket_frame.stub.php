<?php

/** @generate-class-entries */

namespace Swoole\WebSocket {

    /**
     * One WebSocket message (or, where asked for, one control frame). See spec section 3.3.
     */
    class Frame implements \Stringable
    {
        /**
         * Session id of the connection the frame came from.
         *
         * @var mixed
         */
        public $fd = 0;

        /**
         * Payload: unmasked and complete.
         *
         * @var mixed
         */
        public $data = '';

        /**
         * Opcode of the message's first frame: WEBSOCKET_OPCODE_*.
         *
         * @var mixed
         */
        public $opcode = 1;

        /**
         * SWOOLE_WEBSOCKET_FLAG_*: 33 (FIN, MASK) for an ordinary message of a client.
         *
         * @var mixed
         */
        public $flags = 1;

        /**
         * Always true on delivery; when set before push() or pack() it decides about FIN.
         *
         * @var mixed
         */
        public $finish = null;

        /**
         * The frame as it stands on the wire, unmasked: Frame::pack($this).
         */
        public function __toString(): string
        {
        }

        /**
         * Encodes a frame.
         *
         * @param Frame|string $data   a Frame (the other arguments are then ignored) or the payload
         * @param int          $opcode WEBSOCKET_OPCODE_*
         * @param int|bool     $flags  SWOOLE_WEBSOCKET_FLAG_*; true is FIN, false is none. With COMPRESS a whole
         *                            message is compressed
         * @return string the frame, or '' when it cannot be encoded (opcode over 10, close reason over 125 bytes)
         */
        public static function pack(mixed $data, int $opcode = WEBSOCKET_OPCODE_TEXT, mixed $flags = SWOOLE_WEBSOCKET_FLAG_FIN): string
        {
        }

        /**
         * Decodes the first frame of a string; a whole compressed message is inflated.
         *
         * @return Frame|false false when the frame is not all there (last error 508), or does not inflate (8506)
         */
        public static function unpack(string $data): Frame|false
        {
        }
    }
}
