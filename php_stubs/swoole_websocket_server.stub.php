<?php

/** @generate-class-entries */

namespace Swoole\WebSocket {

    /**
     * A WebSocket server (RFC 6455): needs onMessage; plain HTTP requests go to onRequest. See spec section 1.14.
     *
     * @not-serializable
     */
    class Server extends \Swoole\Http\Server
    {
        /**
         * Sends a message.
         *
         * @param int                            $fd     session id
         * @param \Swoole\WebSocket\Frame|string $data   payload, or a Frame whose opcode, flags and data are used
         * @param int                            $opcode WEBSOCKET_OPCODE_*
         * @param int|bool|null                  $flags  SWOOLE_WEBSOCKET_FLAG_*; false or 0: more fragments follow. COMPRESS:
         *                                              even when it is shorter than websocket_compression_min_length
         * @return bool true when queued. false: no such session (1005) or no WebSocket (8503), both with E_WARNING;
         *              opcode over 10 or close reason over 125 bytes (8505); closing (1004); 1009; 1203
         */
        public function push(int $fd, mixed $data, int $opcode = WEBSOCKET_OPCODE_TEXT, mixed $flags = SWOOLE_WEBSOCKET_FLAG_FIN): bool
        {
        }

        /**
         * Sends a message to every established WebSocket of all ports and all workers, encoded and compressed once: what a loop
         * over `$server->connections` with push() does, only faster. Not in Swoole.
         *
         * @param \Swoole\WebSocket\Frame|string $data   as for push()
         * @param int                            $opcode likewise
         * @param int|bool|null                  $flags  likewise
         * @param \Traversable|array|null        $except session ids that do not get it
         * @return int for how many it was queued; those of other workers count when it was sent to their worker. 0 with
         *             E_WARNING (8505) for an opcode over 10 or a control frame over 125 bytes
         */
        public function broadcast(mixed $data, int $opcode = WEBSOCKET_OPCODE_TEXT, mixed $flags = SWOOLE_WEBSOCKET_FLAG_FIN, \Traversable|array|null $except = null): int
        {
        }

        /**
         * Performs the closing handshake (RFC 6455 section 7.1.2); onClose runs inside this call.
         *
         * @param int         $fd     session id
         * @param int         $code   close code
         * @param string|null $reason at most 123 bytes are sent
         * @return bool false for a reason over 125 bytes and, with E_WARNING, when the session is not a WebSocket
         */
        public function disconnect(int $fd, int $code = SWOOLE_WEBSOCKET_CLOSE_NORMAL, ?string $reason = ''): bool
        {
        }

        /**
         * Whether a session id is that of an open WebSocket.
         *
         * @param int $fd session id
         */
        public function isEstablished(int $fd): bool
        {
        }

        /**
         * Sends a ping.
         *
         * @param int    $fd   session id
         * @param string $data at most 125 bytes
         * @return bool as push()
         */
        public function ping(int $fd, string $data = ''): bool
        {
        }

        /**
         * Encodes a frame: Frame::pack().
         *
         * @implementation-alias Swoole\WebSocket\Frame::pack
         *
         * @param \Swoole\WebSocket\Frame|string $data
         * @param int                            $opcode WEBSOCKET_OPCODE_*
         * @param int|bool                       $flags  SWOOLE_WEBSOCKET_FLAG_*; true is FIN
         * @return string '' when it cannot be encoded
         */
        public static function pack(mixed $data, int $opcode = WEBSOCKET_OPCODE_TEXT, mixed $flags = SWOOLE_WEBSOCKET_FLAG_FIN): string
        {
        }

        /**
         * Decodes the first frame of a string: Frame::unpack().
         *
         * @implementation-alias Swoole\WebSocket\Frame::unpack
         *
         * @return Frame|false false when it is not all there (last error 508)
         */
        public static function unpack(string $data): Frame|false
        {
        }
    }
}
