<?php

/** @generate-class-entries */

namespace EasySwoole\Socket\AbstractInterface {

    /**
     * The application's message format. See spec section 6.2.
     */
    interface ParserInterface
    {
        /**
         * Reads a message.
         *
         * @param mixed $raw    the message as it came, a string
         * @param mixed $client a Client\WebSocket, Client\Tcp or Client\Udp
         * @return \EasySwoole\Socket\Bean\Caller|null null runs no controller; an empty response is encoded all the same
         */
        public function decode($raw, $client): ?\EasySwoole\Socket\Bean\Caller;

        /**
         * Writes an answer.
         *
         * @param mixed $client a Client\WebSocket, Client\Tcp or Client\Udp
         * @return string|null what to send; null sends nothing
         */
        public function encode(\EasySwoole\Socket\Bean\Response $response, $client): ?string;
    }
}
