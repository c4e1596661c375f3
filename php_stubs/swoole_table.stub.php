<?php

/** @generate-class-entries */

namespace Swoole {

    /**
     * A table in memory that all processes of a server share: make it before start(). Every method sees and leaves whole
     * rows, whatever other processes do, and even when one is killed while it writes. See spec section 7.2.
     *
     * foreach yields key => row; rows may come and go meanwhile.
     *
     * @not-serializable
     */
    class Table implements \Iterator, \Countable
    {
        /**
         * 8 bytes.
         *
         * @var int
         * @cvalue ES_TABLE_INT
         */
        const TYPE_INT = UNKNOWN;

        /**
         * @var int
         * @cvalue ES_TABLE_FLOAT
         */
        const TYPE_FLOAT = UNKNOWN;

        /**
         * @var int
         * @cvalue ES_TABLE_STRING
         */
        const TYPE_STRING = UNKNOWN;

        /**
         * Rows the table was made for, from create() on.
         *
         * @var int|null
         */
        public $size = null;

        /**
         * Bytes of shared memory, from create() on. The system takes them when they are first used.
         *
         * @var int|null
         */
        public $memorySize = null;

        /**
         * @param int   $size                rows; made a power of two, at least 64
         * @param float $conflict_proportion room on top, as part of $size: 0.2 to 1
         */
        public function __construct(int $size, float $conflict_proportion = 0.2)
        {
        }

        /**
         * Adds a column, before create().
         *
         * @param string $name
         * @param int    $type Table::TYPE_*
         * @param int    $size of a string: the most bytes it may have; numbers have 8
         * @return bool false with E_WARNING after create(), for an unknown type, a string of no size, a name that is taken
         */
        public function column(string $name, int $type, int $size = 0): bool
        {
        }

        /**
         * Takes the memory. No columns can be added any more.
         *
         * @return bool false with E_WARNING when there is none, or when called before
         */
        public function create(): bool
        {
        }

        /**
         * Gives up this process's view of the table; other processes keep theirs.
         */
        public function destroy(): bool
        {
        }

        /**
         * Writes some columns of a row, all at once. Others keep their values; in a new row they are 0 or "".
         *
         * @param string $key   at most 63 bytes; the rest is cut off with E_WARNING
         * @param array  $value column => value; unknown columns are passed over; a string that is longer than its column is
         *                      cut off with E_WARNING
         * @return bool false with E_WARNING when the table is full
         */
        public function set(string $key, array $value): bool
        {
        }

        /**
         * A row, or one of its columns.
         *
         * @param string      $key
         * @param string|null $field
         * @return mixed false when there is no such row or column
         */
        public function get(string $key, ?string $field = null): mixed
        {
        }

        /**
         * @return bool false when there is no such row
         */
        public function del(string $key): bool
        {
        }

        /**
         * Alias of del().
         *
         * @alias Swoole\Table::del
         */
        public function delete(string $key): bool
        {
        }

        /** Whether there is such a row. */
        public function exists(string $key): bool
        {
        }

        /**
         * Alias of exists().
         *
         * @alias Swoole\Table::exists
         */
        public function exist(string $key): bool
        {
        }

        /**
         * Adds to a number, at once; a row that is missing is made.
         *
         * @param string    $key
         * @param string    $column
         * @param int|float $incrby
         * @return int|float|false the new value; false with E_WARNING for an unknown or string column and a full table
         */
        public function incr(string $key, string $column, int|float $incrby = 1): int|float|false
        {
        }

        /**
         * Subtracts from a number, likewise.
         *
         * @param string    $key
         * @param string    $column
         * @param int|float $decrby
         * @return int|float|false the new value
         */
        public function decr(string $key, string $column, int|float $decrby = 1): int|float|false
        {
        }

        /** How many rows there are. */
        public function count(): int
        {
        }

        /** Rows the table was made for. */
        public function getSize(): int
        {
        }

        /** Bytes of shared memory. */
        public function getMemorySize(): int
        {
        }

        /**
         * Counters: num, conflict_count, conflict_max_level, insert_count, update_count, delete_count, and how many rows there
         * is room for: available_slice_num, total_slice_num.
         *
         * @return array<string, int>|false false before create()
         */
        public function stats(): array|false
        {
        }

        /** Goes to the first row. */
        public function rewind(): void
        {
        }

        /** Whether there is a current row. */
        public function valid(): bool
        {
        }

        /** Goes to the next row. */
        public function next(): void
        {
        }

        /** The current row as it was when the iterator came to it; null at the end. */
        public function current(): mixed
        {
        }

        /** Key of the current row, a string; null at the end. */
        public function key(): mixed
        {
        }
    }
}
