<?php

/** @generate-class-entries */

namespace Swoole\Atomic {

    /**
     * A number of 64 bits, signed, that all processes of a server share: make it before start(). See spec section 7.3.
     *
     * @not-serializable
     */
    class Long
    {
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
    }
}
