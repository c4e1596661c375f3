<?php

/** @generate-class-entries */

namespace Swoole\Connection {

    /**
     * The open connections of a server or port: foreach yields 1, 2, … => session id. Not a snapshot:
     * connections that close meanwhile are skipped. See spec section 1.13.
     *
     * @strict-properties
     * @not-serializable
     */
    class Iterator implements \Iterator, \ArrayAccess, \Countable
    {
        /**
         * Iterators come with a server.
         *
         * @throws \Error always
         */
        public function __construct()
        {
        }

        /** Goes back to the first connection. */
        public function rewind(): void
        {
        }

        /** Goes to the next connection. */
        public function next(): void
        {
        }

        /** Session id of the current connection; null at the end. */
        public function current(): mixed
        {
        }

        /** Position, counted from 1. */
        public function key(): mixed
        {
        }

        /** Whether there is a current connection. */
        public function valid(): bool
        {
        }

        /** How many connections there are, plain HTTP ones included. */
        public function count(): int
        {
        }

        /**
         * Whether a session id is that of an open connection.
         *
         * @param int $fd
         */
        public function offsetExists(mixed $fd): bool
        {
        }

        /**
         * What getClientInfo() says of a session id.
         *
         * @param int $fd
         * @return array|false
         */
        public function offsetGet(mixed $fd): mixed
        {
        }

        /** Does nothing. */
        public function offsetSet(mixed $fd, mixed $value): void
        {
        }

        /** Does nothing. */
        public function offsetUnset(mixed $fd): void
        {
        }
    }
}
