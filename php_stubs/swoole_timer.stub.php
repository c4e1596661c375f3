<?php

/** @generate-class-entries */

namespace Swoole {

    /**
     * Timers of this process: in a server they run in its loop, elsewhere at the end of the script or in Event::wait(). Ids
     * count from 1 in every process. See spec section 7.1.
     */
    class Timer
    {
        /** There are no timer objects. */
        private function __construct()
        {
        }

        /**
         * Calls $callback($timerId, ...$params) every $ms milliseconds. A call that is missed because the callback took
         * longer is not made up for.
         *
         * @return int|false id; false with E_WARNING for less than 1 ms
         * @implementation-alias swoole_timer_tick
         */
        public static function tick(int $ms, callable $callback, mixed ...$params): int|false
        {
        }

        /**
         * Calls $callback(...$params) once, in $ms milliseconds.
         *
         * @return int|false id; false with E_WARNING for less than 1 ms
         * @implementation-alias swoole_timer_after
         */
        public static function after(int $ms, callable $callback, mixed ...$params): int|false
        {
        }

        /**
         * Whether there is a timer with this id; also inside its own callback.
         *
         * @implementation-alias swoole_timer_exists
         */
        public static function exists(int $timer_id): bool
        {
        }

        /**
         * What is known of a timer: exec_msec (when it is due, in milliseconds since the first timer), exec_count, interval (0
         * of after()), round, removed.
         *
         * @return array|false|null null for an unknown id; false when there never was a timer in this process
         * @implementation-alias swoole_timer_info
         */
        public static function info(int $timer_id): array|false|null
        {
        }

        /**
         * initialized: whether there ever was a timer in this process; num: how many there are; round: how many calls were
         * made.
         *
         * @return array{initialized: bool, num: int, round: int}
         * @implementation-alias swoole_timer_stats
         */
        public static function stats(): array
        {
        }

        /**
         * The ids of all timers.
         *
         * @implementation-alias swoole_timer_list
         */
        public static function list(): Timer\Iterator
        {
        }

        /**
         * Ends a timer; also inside its own callback.
         *
         * @return bool false when there is none with this id
         * @implementation-alias swoole_timer_clear
         */
        public static function clear(int $timer_id): bool
        {
        }

        /**
         * Ends all timers of this process.
         *
         * @implementation-alias swoole_timer_clear_all
         */
        public static function clearAll(): bool
        {
        }

        /**
         * Takes the options of Swoole 4, none of which has a meaning here.
         *
         * @implementation-alias swoole_timer_set
         */
        public static function set(array $settings): bool
        {
        }
    }
}
