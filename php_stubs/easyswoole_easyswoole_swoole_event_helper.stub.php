<?php

/** @generate-class-entries */

namespace EasySwoole\EasySwoole\Swoole {

    /**
     * Registering callbacks, with the callable checked. See spec section 6.6.
     */
    class EventHelper
    {
        /**
         * Makes a callback the only one of an event.
         */
        public static function register(EventRegister $register, string $event, callable $callback): void
        {
        }

        /**
         * Adds a callback to an event.
         */
        public static function registerWithAdd(EventRegister $register, string $event, callable $callback): void
        {
        }

        /**
         * Gives a callback to a server directly.
         *
         * @return mixed nothing
         */
        public static function on(\Swoole\Server $server, string $event, callable $callback)
        {
        }
    }
}
