<?php

/** @generate-class-entries */

namespace EasySwoole\Component {

    /**
     * Lists of items by key, optionally limited to certain keys. See spec section 6.6.
     */
    class MultiContainer
    {
        /**
         * Key to list of items.
         *
         * @var mixed
         */
        private $container = [];

        /**
         * The keys that are accepted; null accepts all.
         *
         * @var mixed
         */
        private $allowKeys = null;

        /**
         * Makes an empty container.
         *
         * @param array|null $allowKeys the keys to accept; null accepts all
         */
        public function __construct(?array $allowKeys = null)
        {
        }

        /**
         * Appends an item to a key's list.
         *
         * @param mixed $key
         * @param mixed $item
         * @return mixed $this; false when the key is not accepted
         */
        public function add($key, $item)
        {
        }

        /**
         * Replaces a key's list by one item.
         *
         * @param mixed $key
         * @param mixed $item
         * @return mixed $this; false when the key is not accepted
         */
        public function set($key, $item)
        {
        }

        /**
         * Forgets a key's list.
         *
         * @param mixed $key
         * @return mixed $this
         */
        public function delete($key)
        {
        }

        /**
         * A key's list.
         *
         * @param mixed $key
         * @return array|null null when there is none
         */
        public function get($key): ?array
        {
        }

        /**
         * All lists by key.
         */
        public function all(): array
        {
        }

        /**
         * Forgets everything.
         *
         * @return mixed nothing
         */
        public function clear()
        {
        }
    }
}
