<?php

/** @generate-class-entries */

namespace Swoole {

    /**
     * A number of 32 bits, unsigned, that all processes of a server share: make it before start(). See spec section 7.3.
     *
     * @not-serializable
     */
    class Atomic
    {
        /** @param int $value of which the lower 32 bits count */
        public function __construct(int $value = 0)
        {
        }

        /** Adds. @return int the new value */
        public function add(int $add_value = 1): int
        {
        }

        /** Subtracts. @return int the new value */
        public function sub(int $sub_value = 1): int
        {
        }

        /** The value. */
        public function get(): int
        {
        }

        /** Sets the value. */
        public function set(int $value): void
        {
        }

        /**
         * Sets the value if it is the one that is expected.
         *
         * @return bool whether it was
         */
        public function cmpset(int $cmp_value, int $new_value): bool
        {
        }

        /**
         * Waits until the value is 1 and makes it 0 again. Use it with wakeup() and the values 0 and 1 only.
         *
         * @param float $timeout seconds; negative: for ever
         * @return bool false after the timeout, and when a signal came
         */
        public function wait(float $timeout = 1.0): bool
        {
        }

        /**
         * Makes a 0 to 1 and wakes those who wait; one of them goes on.
         *
         * @param int $count how many are woken
         */
        public function wakeup(int $count = 1): bool
        {
        }
    }
}
