<?php

/** @generate-class-entries */

namespace Swoole\WebSocket {

    /**
     * A close frame, as onMessage gets it with open_websocket_close_frame. See spec section 3.3.
     */
    class CloseFrame extends Frame
    {
        /**
         * Always WEBSOCKET_OPCODE_CLOSE.
         *
         * @var mixed
         */
        public $opcode = 8;

        /**
         * Close code; 1000 when the peer named none.
         *
         * @var mixed
         */
        public $code = 1000;

        /**
         * Close reason.
         *
         * @var mixed
         */
        public $reason = '';
    }
}
