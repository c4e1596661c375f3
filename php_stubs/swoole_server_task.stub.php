<?php

/** @generate-class-entries */

namespace Swoole\Server {

    /**
     * A task, as onTask gets it with task_object. See spec section 1.10.
     *
     * @not-serializable
     */
    final class Task
    {
        /**
         * What task() was given.
         *
         * @var mixed
         */
        public $data = null;

        /**
         * When it arrived: Unix time in seconds.
         *
         * @var float|int
         */
        public $dispatch_time = 0;

        /**
         * The task's id.
         *
         * @var int
         */
        public $id = -1;

        /**
         * Number of the worker that gave it.
         *
         * @var int
         */
        public $worker_id = -1;

        /**
         * Not used.
         *
         * @var int
         */
        public $flags = 0;

        /**
         * Sends the result to the worker that gave the task.
         *
         * @param mixed $data
         */
        public function finish(mixed $data): bool
        {
        }

        /**
         * Packs a value as tasks travel.
         *
         * @param mixed $data
         * @return string|false
         */
        public static function pack(mixed $data): string|false
        {
        }

        /**
         * Unpacks what pack() made.
         *
         * @return mixed false when it cannot be understood
         */
        public static function unpack(string $data): mixed
        {
        }
    }
}
