<?php

/** @generate-class-entries */

namespace Swoole\Server {

    /**
     * A port that Server::listen() opened, or the primary one. See spec section 1.12.
     *
     * @not-serializable
     */
    class Port
    {
        /**
         * Address as given to listen().
         *
         * @var string|null
         */
        public $host = null;

        /**
         * Port number, the real one when 0 was given.
         *
         * @var int
         */
        public $port = 0;

        /**
         * SWOOLE_SOCK_*.
         *
         * @var int
         */
        public $type = 0;

        /**
         * Descriptor of the listening socket.
         *
         * @var int
         */
        public $sock = -1;

        /**
         * Whether it speaks TLS.
         *
         * @var bool
         */
        public $ssl = false;

        /**
         * What set() was given.
         *
         * @var array|null
         */
        public $setting = null;

        /**
         * The port's connections.
         *
         * @var \Swoole\Connection\Iterator|null
         */
        public $connections = null;

        /**
         * Ports come from Server::listen().
         *
         * @throws \Error always
         */
        public function __construct()
        {
        }

        /**
         * Options of this port (spec section 2.10). A port without set() of its own inherits those of the server.
         *
         * @param array $settings name => value
         */
        public function set(array $settings): void
        {
        }

        /**
         * Registers a callback for this port's connections; events without one use the primary port's.
         *
         * @param string   $event_name without "on", any case; events of connections only (spec section 2.1)
         * @param callable $callback
         * @return bool false with E_WARNING for unknown events, what cannot be called, and after start()
         */
        public function on(string $event_name, mixed $callback): bool
        {
        }

        /**
         * The callback of an event.
         *
         * @param string $event_name without "on", any case
         * @return callable|null
         */
        public function getCallback(string $event_name): mixed
        {
        }
    }
}
