<?php

/** @generate-class-entries */

namespace EasySwoole\Socket {

    /**
     * Takes a raw message to a controller's action and its response back to the client. See spec section 6.3.
     */
    class Dispatcher
    {
        /**
         * The Config of the constructor.
         *
         * @var mixed
         */
        private $config;

        /**
         * Makes a dispatcher. Throws an Exception when the config has no parser.
         */
        public function __construct(Config $config)
        {
        }

        /**
         * Decodes one message, runs the action it names and sends, closes or both, as the response's status says.
         *
         * What decode(), the controller's constructor or its __hook() throws goes to the config's exception handler;
         * without one the client is closed and the exception leaves dispatch(). What encode() throws leaves at once.
         *
         * @param \Swoole\Server $server whose methods exist, push, disconnect, send, close, sendto are used
         * @param string         $data   the raw message
         * @param mixed          $args   TCP: fd, reactor id. WebSocket: the frame. UDP: server socket, address, port
         */
        public function dispatch(\Swoole\Server $server, string $data, mixed ...$args): void
        {
        }
    }
}
