<?php

/** @generate-class-entries */

namespace EasySwoole\EasySwoole\Swoole {

    /**
     * All callbacks that are registered for one event, as the one callable that a server takes. Made by ServerManager.
     *
     * @not-serializable
     */
    final class EventCallbacks
    {
        /**
         * The event's name, for error messages.
         *
         * @var mixed
         */
        private $event;

        /**
         * The callbacks, in the order of their registration.
         *
         * @var mixed
         */
        private $callbacks = [];

        /**
         * For ServerManager only.
         */
        private function __construct()
        {
        }

        /**
         * Calls the callbacks in order; what they return is dropped, and one that throws ends the row. Throws a
         * TypeError for a callback that cannot be called.
         *
         * @param mixed $args the event's arguments
         */
        public function __invoke(mixed ...$args): void
        {
        }
    }
}
