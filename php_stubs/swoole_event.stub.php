<?php

/** @generate-class-entries */

namespace Swoole {

    /**
     * The event loop of this process, as far as user code may use it. Descriptors are given as streams, sockets, processes
     * (their pipe) or numbers. See spec section 7.6.
     */
    class Event
    {
        /** There are no event objects. */
        private function __construct()
        {
        }

        /**
         * Watches a descriptor, which is made non-blocking. Callbacks get it as it was given.
         *
         * @param resource|\Socket|Process|int $fd
         * @param callable|null $read_callback
         * @param callable|null $write_callback
         * @param int           $events         SWOOLE_EVENT_READ, SWOOLE_EVENT_WRITE or both
         * @return int|false its number; false with E_WARNING when it is watched already or cannot be
         * @implementation-alias swoole_event_add
         */
        public static function add(mixed $fd, ?callable $read_callback = null, ?callable $write_callback = null, int $events = SWOOLE_EVENT_READ): int|false
        {
        }

        /**
         * Ends the watch; what write() has not sent yet is dropped.
         *
         * @return bool false with E_WARNING when it is not watched
         * @implementation-alias swoole_event_del
         */
        public static function del(mixed $fd): bool
        {
        }

        /**
         * Changes a watch.
         *
         * @param mixed         $fd
         * @param callable|null $read_callback  null: stays as it is
         * @param callable|null $write_callback null: stays as it is
         * @param int           $events         0: stay as they are
         * @return bool false with E_WARNING when it is not watched
         * @implementation-alias swoole_event_set
         */
        public static function set(mixed $fd, ?callable $read_callback = null, ?callable $write_callback = null, int $events = 0): bool
        {
        }

        /**
         * Whether a descriptor is watched for one of some events.
         *
         * @implementation-alias swoole_event_isset
         */
        public static function isset(mixed $fd, int $events = SWOOLE_EVENT_READ | SWOOLE_EVENT_WRITE): bool
        {
        }

        /**
         * Sends bytes, later if need be, in the order of the calls.
         *
         * @return bool false with E_WARNING for no bytes and for a descriptor that is broken
         * @implementation-alias swoole_event_write
         */
        public static function write(mixed $fd, string $data): bool
        {
        }

        /**
         * Runs the loop until nothing is left in it: no timer, no descriptor. In a server, which has a loop that runs already,
         * it does nothing but to warn.
         *
         * @implementation-alias swoole_event_wait
         */
        public static function wait(): void
        {
        }

        /**
         * Runs one turn of the loop; waits for up to 0.1 s if there is nothing to do.
         *
         * @implementation-alias swoole_event_dispatch
         */
        public static function dispatch(): bool
        {
        }

        /**
         * Ends the loop: timers and watches go, descriptors stay open. In a server it ends this process in order.
         *
         * @implementation-alias swoole_event_exit
         */
        public static function exit(): void
        {
        }

        /**
         * Calls something at the end of this turn of the loop.
         *
         * @return bool true
         * @implementation-alias swoole_event_defer
         */
        public static function defer(callable $callback): bool
        {
        }

        /**
         * Calls something at the end of every turn of the loop.
         *
         * @param callable|null $callback null: no more
         * @param bool          $before   before the next turn: after those without it
         * @return bool false for null when there was none
         * @implementation-alias swoole_event_cycle
         */
        public static function cycle(?callable $callback, bool $before = false): bool
        {
        }
    }
}
