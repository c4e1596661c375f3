<?php

/** @generate-class-entries */

namespace EasySwoole\Socket\Client {

    /**
     * The sender of a WebSocket message, with the frame's content. See spec section 6.2.
     */
    class WebSocket extends Tcp
    {
        /**
         * The frame's payload.
         *
         * @var mixed
         */
        private $data;

        /**
         * The frame's opcode.
         *
         * @var mixed
         */
        private $opCode;

        /**
         * The frame's finish.
         *
         * @var mixed
         */
        private $isFinish;

        /**
         * Copies fd, data, opcode and finish of a frame.
         */
        public function __construct(?\Swoole\WebSocket\Frame $frame = null)
        {
        }

        /**
         * The frame's payload.
         *
         * @return mixed
         */
        public function getData()
        {
        }

        /**
         * Sets the payload.
         *
         * @param mixed $data
         * @return mixed nothing
         */
        public function setData($data)
        {
        }

        /**
         * The frame's opcode.
         *
         * @return mixed
         */
        public function getOpCode()
        {
        }

        /**
         * Sets the opcode.
         *
         * @param mixed $opCode
         * @return mixed nothing
         */
        public function setOpCode($opCode)
        {
        }

        /**
         * The frame's finish.
         *
         * @return mixed
         */
        public function getIsFinish()
        {
        }

        /**
         * Sets finish.
         *
         * @param mixed $isFinish
         * @return mixed nothing
         */
        public function setIsFinish($isFinish)
        {
        }
    }
}
