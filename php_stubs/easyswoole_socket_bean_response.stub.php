<?php

/** @generate-class-entries */

namespace EasySwoole\Socket\Bean {

    /**
     * The answer to one message. See spec section 6.2.
     */
    class Response extends \EasySwoole\Spl\SplBean
    {
        /** @var string */
        const STATUS_RESPONSE_AND_CLOSE = 'RESPONSE_AND_CLOSE';

        /** @var string */
        const STATUS_CLOSE = 'CLOSE';

        /** @var string */
        const STATUS_OK = 'OK';

        /**
         * STATUS_*: send, send and close, or close. Any other string does nothing.
         *
         * @var mixed
         */
        protected $status = 'OK';

        /**
         * For the parser's encode().
         *
         * @var mixed
         */
        protected $message = null;

        /**
         * WEBSOCKET_OPCODE_* of the frame that is pushed: text.
         *
         * @var mixed
         */
        protected $opCode = 1;

        /**
         * Whether the frame that is pushed ends its message.
         *
         * @var mixed
         */
        protected $finish = true;

        /**
         * Whether a TCP connection is reset rather than closed in order.
         *
         * @var mixed
         */
        protected $reset = false;

        /**
         * Code of the WebSocket close frame: SWOOLE_WEBSOCKET_CLOSE_NORMAL.
         *
         * @var mixed
         */
        protected $code = 1000;

        /**
         * Reason of the WebSocket close frame.
         *
         * @var mixed
         */
        protected $reason = null;

        /**
         * What happens after the controller: STATUS_*.
         */
        public function getStatus(): string
        {
        }

        /**
         * Decides what happens after the controller.
         *
         * @param string $status STATUS_*
         */
        public function setStatus(string $status): void
        {
        }

        /**
         * The answer's content.
         *
         * @return mixed whatever the application put there
         */
        public function getMessage()
        {
        }

        /**
         * Sets the answer's content, in the terms of the parser's encode().
         *
         * @param mixed $message
         */
        public function setMessage($message): void
        {
        }

        /**
         * Opcode of the frame that is pushed.
         */
        public function getOpCode(): int
        {
        }

        /**
         * Sets the opcode of the frame that is pushed.
         *
         * @param int $opCode WEBSOCKET_OPCODE_*
         */
        public function setOpCode(int $opCode): void
        {
        }

        /**
         * Whether the frame that is pushed ends its message.
         */
        public function isFinish(): bool
        {
        }

        /**
         * Decides whether the frame that is pushed ends its message.
         */
        public function setFinish(bool $finish): void
        {
        }

        /**
         * Whether a TCP connection is reset rather than closed in order.
         */
        public function isReset(): bool
        {
        }

        /**
         * Decides whether a TCP connection is reset rather than closed in order.
         */
        public function setReset(bool $reset): void
        {
        }

        /**
         * Code of the WebSocket close frame.
         */
        public function getCode(): int
        {
        }

        /**
         * Sets the code of the WebSocket close frame.
         */
        public function setCode(int $code): void
        {
        }

        /**
         * Reason of the WebSocket close frame.
         */
        public function getReason(): ?string
        {
        }

        /**
         * Sets the reason of the WebSocket close frame.
         */
        public function setReason(string $reason): void
        {
        }
    }
}
