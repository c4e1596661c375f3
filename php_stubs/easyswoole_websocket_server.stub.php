<?php

/** @generate-class-entries */

namespace EasySwoole {

    /**
     * A WebSocket server that boots an EasySwoole application: (new WebSocketServer())->run(App::class).
     */
    class WebSocketServer extends \Swoole\WebSocket\Server
    {
        /**
         * Makes the server (SWOOLE_BASE, TCP) and makes it the main server of the ServerManager.
         *
         * @param string $host     address to listen on
         * @param int    $port     port to listen on; 0: one that is free
         * @param array  $settings handed to set() when not empty
         */
        public function __construct(string $host = '0.0.0.0', int $port = 9501, array $settings = [])
        {
        }

        /**
         * The register that mainServerCreate() is given.
         */
        public function getEventRegister(): EasySwoole\Swoole\EventRegister
        {
        }

        /**
         * Boots in EasySwoole's order: initialize(), mainServerCreate(), the registered callbacks, start(). Returns
         * when the server has ended. Throws a ValueError when $event names no class or one without those two methods.
         *
         * @param EasySwoole\AbstractInterface\Event|string|null $event the application's entry points: an object or a
         *        class name; null: EasySwoole\EasySwoole\EasySwooleEvent if that exists, else none
         * @return bool what start() returned
         */
        public function run(string|EasySwoole\AbstractInterface\Event|null $event = null): bool
        {
        }
    }
}
