<?php

/** @generate-class-entries */

namespace EasySwoole\Spl {

    /**
     * A value object: its public and protected properties are its fields. See spec section 6.7.
     */
    class SplBean implements \JsonSerializable
    {
        /** @var int */
        const FILTER_NOT_NULL = 1;

        /** @var int */
        const FILTER_NOT_EMPTY = 2;

        /** @var int */
        const FILTER_NULL = 3;

        /** @var int */
        const FILTER_EMPTY = 4;

        /**
         * Fills the fields named in $data, then calls initialize(). Typed fields without a default that may be null
         * become null.
         */
        public function __construct(?array $data = null)
        {
        }

        /**
         * The names of the fields.
         */
        final public function allProperty(): array
        {
        }

        /**
         * The fields as an array, optionally filtered.
         *
         * @param int|callable|null $filter FILTER_*, or a function that is given a value and says whether to keep it
         */
        public function toArray(int|callable|null $filter = null): array
        {
        }

        /**
         * The value of one field.
         *
         * @param mixed $name
         * @return mixed null when there is no such field
         */
        final public function getProperty($name)
        {
        }

        /**
         * The fields as an array; beans among the values become arrays, too.
         */
        public function jsonSerialize(): array
        {
        }

        /**
         * The fields as JSON.
         */
        public function __toString(): string
        {
        }

        /**
         * Called at the end of the constructor, for subclasses.
         */
        protected function initialize(): void
        {
        }

        /**
         * Sets the fields named in $data; other keys are ignored.
         *
         * @return static
         */
        public function restore(array $data = [])
        {
        }
    }
}
