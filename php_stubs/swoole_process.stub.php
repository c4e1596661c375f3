<?php

/** @generate-class-entries */

namespace Swoole {

    /**
     * A process of the user's own: for Server::addProcess(), or started by itself. See spec section 7.4.
     *
     * @not-serializable
     */
    class Process
    {
        /** @var int */
        const PIPE_MASTER = 1;

        /** @var int */
        const PIPE_WORKER = 2;

        /** @var int */
        const PIPE_READ = 3;

        /** @var int */
        const PIPE_WRITE = 4;

        /** @var int */
        const PIPE_TYPE_NONE = 0;

        /** @var int */
        const PIPE_TYPE_STREAM = 1;

        /** @var int */
        const PIPE_TYPE_DGRAM = 2;

        /**
         * Descriptor of this side's end of the pipe.
         *
         * @var int|null
         */
        public $pipe = null;

        /**
         * Process id; null until it runs.
         *
         * @var int|null
         */
        public $pid = null;

        /**
         * Number that Server::addProcess() gave.
         *
         * @var int|null
         */
        public $id = null;

        /**
         * Makes a process, which does not run yet.
         *
         * @param callable $callback                 gets this object, in the process
         * @param bool     $redirect_stdin_and_stdout what it prints goes into the pipe
         * @param int      $pipe_type                0: none, 1: a stream, 2: messages that keep their bounds
         * @param bool     $enable_coroutine         without effect
         * @throws \Error called twice, or no pipe can be made
         */
        public function __construct(callable $callback, bool $redirect_stdin_and_stdout = false, int $pipe_type = 2, bool $enable_coroutine = false)
        {
        }

        /** Does nothing; there for subclasses that call it. */
        public function __destruct()
        {
        }

        /**
         * Forks. In the child the callback runs, then the event loop until nothing is left in it; then the child ends.
         *
         * @return int|false the process id; false with E_WARNING
         */
        public function start(): int|false
        {
        }

        /**
         * Writes into the pipe.
         *
         * @return int|false bytes; false with E_WARNING without a pipe, or when nothing can be written
         */
        public function write(string $data): int|false
        {
        }

        /**
         * Reads from the pipe.
         *
         * @param int $size at most so many bytes
         * @return string|false false with E_WARNING without a pipe; false when nothing can be read
         */
        public function read(int $size = 8192): string|false
        {
        }

        /**
         * Closes the pipe.
         *
         * @param int $which 0: this side's end; PIPE_MASTER or PIPE_WORKER: that one
         */
        public function close(int $which = 0): bool
        {
        }

        /**
         * Ends the process; in the child.
         *
         * @param int $exit_code 0..255
         */
        public function exit(int $exit_code = 0): void
        {
        }

        /**
         * Replaces the process by a program; in the child. Returns only when that fails.
         *
         * @param string   $exec_file absolute path
         * @param string[] $args
         */
        public function exec(string $exec_file, array $args): bool
        {
        }

        /**
         * Sets the title of the process, as ps shows it.
         */
        public function name(string $process_name): bool
        {
        }

        /**
         * Takes options; none has an effect here.
         */
        public function set(array $settings): void
        {
        }

        /**
         * Time limit of read() and write().
         *
         * @param float $seconds
         */
        public function setTimeout(float $seconds): bool
        {
        }

        /**
         * Whether read() and write() wait.
         */
        public function setBlocking(bool $blocking): void
        {
        }

        /**
         * Sends a signal.
         *
         * @param int $pid
         * @param int $signal_no 0 only asks whether the process is there
         * @return bool false when there is no such process (without a warning for signal 0)
         */
        public static function kill(int $pid, int $signal_no = SIGTERM): bool
        {
        }

        /**
         * Handles a signal in the event loop.
         *
         * @param int           $signal_no
         * @param callable|null $callback  gets the number; null takes it back
         * @return bool false with E_WARNING when the server itself handles it, or there is nothing to take back
         */
        public static function signal(int $signal_no, ?callable $callback = null): bool
        {
        }

        /**
         * Lets a signal come again and again.
         *
         * @param int $usec microseconds; 0 or less stops it
         * @param int $type 0: SIGALRM, real time; 1: SIGVTALRM, time of the process; 2: SIGPROF
         */
        public static function alarm(int $usec, int $type = 0): bool
        {
        }

        /**
         * Waits for a child.
         *
         * @param bool $blocking false: only looks
         * @return array|false pid, code, signal; false when there is none
         */
        public static function wait(bool $blocking = true): array|false
        {
        }

        /**
         * Goes into the background.
         *
         * @param bool $nochdir keep the directory
         * @param bool $noclose keep input and output
         */
        public static function daemon(bool $nochdir = true, bool $noclose = true): bool
        {
        }
    }
}
