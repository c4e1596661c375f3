<?php

/** @generate-class-entries */

namespace Swoole {

    /**
     * A TCP server. See spec section 1.
     *
     * @not-serializable
     */
    class Server
    {
        /**
         * What set() was given; from start() on with the defaults that apply.
         *
         * @var array|null
         */
        public $setting = null;

        /**
         * All open connections.
         *
         * @var \Swoole\Connection\Iterator|null
         */
        public $connections = null;

        /**
         * Address as given to the constructor.
         *
         * @var string
         */
        public $host = '';

        /**
         * Port of the primary listener; the real one when 0 was given.
         *
         * @var int
         */
        public $port = 0;

        /**
         * SWOOLE_SOCK_* of the primary listener.
         *
         * @var int
         */
        public $type = 0;

        /**
         * Whether the primary listener speaks TLS.
         *
         * @var bool
         */
        public $ssl = false;

        /**
         * SWOOLE_BASE or SWOOLE_PROCESS.
         *
         * @var int
         */
        public $mode = 0;

        /**
         * All ports; the first is the primary one.
         *
         * @var \Swoole\Server\Port[]|null
         */
        public $ports = null;

        /**
         * Process id of the master; 0 before start().
         *
         * @var int
         */
        public $master_pid = 0;

        /**
         * Process id of the manager; 0 while one process does everything.
         *
         * @var int
         */
        public $manager_pid = 0;

        /**
         * Number of this worker; -1 outside workers.
         *
         * @var int
         */
        public $worker_id = -1;

        /**
         * Whether this is a task worker.
         *
         * @var bool
         */
        public $taskworker = false;

        /**
         * Process id of this worker; 0 outside workers.
         *
         * @var int
         */
        public $worker_pid = 0;

        /**
         * Not used.
         *
         * @var mixed
         */
        public $stats_timer = null;

        /**
         * Not used.
         *
         * @var mixed
         */
        public $admin_server = null;

        /**
         * Binds and listens at once. See spec section 1.4.
         *
         * @param string $host      IP address, host name, or path of a unix socket
         * @param int    $port      0..65535; 0 lets the kernel choose, $port then has the number
         * @param int    $mode      SWOOLE_BASE or SWOOLE_PROCESS
         * @param int    $sock_type SWOOLE_SOCK_TCP, SWOOLE_SOCK_TCP6 or SWOOLE_SOCK_UNIX_STREAM
         * @throws \Swoole\Exception not in CLI (-1), a second server in one process (-3), or the address cannot be
         *                           listened on (code: errno; 9004 for a port out of range)
         * @throws \Error            called twice, or an unknown mode
         */
        public function __construct(string $host, int $port = 0, int $mode = SWOOLE_BASE, int $sock_type = SWOOLE_SOCK_TCP)
        {
        }

        /** Does nothing; there for subclasses that call it. */
        public function __destruct()
        {
        }

        /**
         * Options (spec section 2.10); later calls win per key. A name that nobody knows raises E_NOTICE.
         *
         * @param array $settings name => value
         * @return bool false with E_WARNING after start()
         */
        public function set(array $settings): bool
        {
        }

        /**
         * Registers the callback of an event (spec section 2.2), in place of an earlier one.
         *
         * @param string   $event_name without "on", any case
         * @param callable $callback
         * @return bool false with E_WARNING for unknown events, what cannot be called, and after start()
         */
        public function on(string $event_name, mixed $callback): bool
        {
        }

        /**
         * The callback of an event.
         *
         * @param string $event_name without "on", any case
         * @return callable|null
         */
        public function getCallback(string $event_name): mixed
        {
        }

        /**
         * Opens another port.
         *
         * @param string $host      as for the constructor
         * @param int    $port
         * @param int    $sock_type
         * @return Server\Port|false false with E_WARNING when it cannot be listened on, and after start()
         */
        public function listen(string $host, int $port, int $sock_type): Server\Port|false
        {
        }

        /**
         * Alias of listen().
         *
         * @alias Swoole\Server::listen
         */
        public function addlistener(string $host, int $port, int $sock_type): Server\Port|false
        {
        }

        /**
         * Serves until shutdown(), SIGTERM or SIGINT.
         *
         * @return bool true after a graceful stop; false with E_WARNING when already started
         */
        public function start(): bool
        {
        }

        /**
         * Ends a worker in order; another one takes its place and its connections. Where one process does everything,
         * the server ends.
         *
         * @param int $workerId -1: the current worker
         * @return bool false with E_WARNING when the server is not running or there is no such worker
         */
        public function stop(int $workerId = -1): bool
        {
        }

        /**
         * Stops the server in order: close frames 1001, then the callbacks of shutdown.
         *
         * @return bool false when the server is not running (last error 509, no warning)
         */
        public function shutdown(): bool
        {
        }

        /**
         * Sends bytes over TCP. See spec section 1.6.
         *
         * @param int    $fd           session id
         * @param string $data         not empty
         * @param int    $serverSocket not used
         * @return bool true when queued; false with the last error 550, 1004, 1005, 1009 or 1203
         */
        public function send(int|string $fd, string $data, int $serverSocket = -1): bool
        {
        }

        /**
         * Closes a connection; onClose runs inside this call. Sends no close frame: see WebSocket\Server::disconnect().
         *
         * @param int  $fd    session id
         * @param bool $reset drop what is still queued and close at once
         * @return bool false with the last error 1003 (inside its onClose), 1004 or 1005
         */
        public function close(int $fd, bool $reset = false): bool
        {
        }

        /**
         * Whether a session id is that of an open connection, WebSocket or not; false inside its onClose.
         *
         * @param int $fd session id
         */
        public function exists(int $fd): bool
        {
        }

        /**
         * Alias of exists().
         *
         * @alias Swoole\Server::exists
         */
        public function exist(int $fd): bool
        {
        }

        /**
         * What is known of a connection (spec section 1.8); inside onClose also close_code, close_reason and close_by.
         *
         * @param int  $fd          session id
         * @param int  $reactor_id  not used
         * @param bool $ignoreError not used
         * @return array|false false for a session id that is not open
         */
        public function getClientInfo(int $fd, int $reactor_id = -1, bool $ignoreError = false): array|false
        {
        }

        /**
         * Alias of getClientInfo().
         *
         * @alias Swoole\Server::getClientInfo
         */
        public function connection_info(int $fd, int $reactor_id = -1, bool $ignoreError = false): array|false
        {
        }

        /**
         * Session ids of open connections, page by page.
         *
         * @param int $start_fd   0 to begin, then the last id of the page before
         * @param int $find_count at most 100
         * @return int[]|false false when there are no more, and (with E_WARNING) for more than 100
         */
        public function getClientList(int $start_fd = 0, int $find_count = 10): array|false
        {
        }

        /**
         * Alias of getClientList().
         *
         * @alias Swoole\Server::getClientList
         */
        public function connection_list(int $start_fd = 0, int $find_count = 10): array|false
        {
        }

        /**
         * Counters of the server (spec section 1.9), and of its limits.
         *
         * @return array<string, int|float>|false
         */
        public function stats(): array|false
        {
        }

        /** The number of the last error: swoole_last_error(). */
        public function getLastError(): int
        {
        }

        /**
         * Timer::tick().
         *
         * @implementation-alias swoole_timer_tick
         */
        public function tick(int $ms, callable $callback, mixed ...$params): int|false
        {
        }

        /**
         * Timer::after().
         *
         * @implementation-alias swoole_timer_after
         */
        public function after(int $ms, callable $callback, mixed ...$params): int|false
        {
        }

        /**
         * Timer::clear().
         *
         * @implementation-alias swoole_timer_clear
         */
        public function clearTimer(int $timer_id): bool
        {
        }

        /**
         * Event::defer().
         *
         * @implementation-alias swoole_event_defer
         */
        public function defer(callable $callback): bool
        {
        }

        /**
         * Process id of the master; 0 before start().
         */
        public function getMasterPid(): int
        {
        }

        /**
         * Process id of the manager; 0 while one process does everything.
         */
        public function getManagerPid(): int
        {
        }

        /**
         * Number of this worker.
         *
         * @return int|false false outside workers
         */
        public function getWorkerId(): int|false
        {
        }

        /**
         * Process id of a worker.
         *
         * @param int $worker_id -1: the current worker
         * @return int|false false when there is none
         */
        public function getWorkerPid(int $worker_id = -1): int|false
        {
        }

        /**
         * State of a worker: SWOOLE_WORKER_BUSY, _IDLE or _EXIT.
         *
         * @param int $worker_id -1: the current worker
         * @return int|false false when there is none
         */
        public function getWorkerStatus(int $worker_id = -1): int|false
        {
        }

        /**
         * Replaces the workers by new ones; WebSocket clients stay connected.
         *
         * @param bool $only_reload_taskworker only the task workers
         * @return bool false when one process does everything, or a reload is under way
         */
        public function reload(bool $only_reload_taskworker = false): bool
        {
        }

        /**
         * Gives data to a task worker, where onTask gets it. See spec section 1.10.
         *
         * @param mixed         $data            strings travel as they are, everything else by serialize()
         * @param int           $taskWorkerIndex which task worker, from 0; -1: the least busy one
         * @param callable|null $finishCallback  gets (Server, task id, result) instead of onFinish
         * @return int|false the task's id, counted from 0 in every worker; false with E_WARNING without task workers,
         *                   in a task worker, and for a bad index
         */
        public function task(mixed $data, int $taskWorkerIndex = -1, ?callable $finishCallback = null): int|false
        {
        }

        /**
         * Gives data to a task worker and waits for its result; nothing else happens in this worker meanwhile.
         *
         * @param mixed $data            as for task()
         * @param float $timeout         seconds
         * @param int   $taskWorkerIndex as for task()
         * @return mixed the result; false when it did not come in time
         */
        public function taskwait(mixed $data, float $timeout = 0.5, int $taskWorkerIndex = -1): mixed
        {
        }

        /**
         * Gives several tasks at once and waits for their results.
         *
         * @param array $tasks   at most 1024
         * @param float $timeout seconds for all of them
         * @return array|false results by the keys of $tasks; those that did not come in time are missing
         */
        public function taskWaitMulti(array $tasks, float $timeout = 0.5): array|false
        {
        }

        /**
         * As taskWaitMulti(), with false for results that did not come in time. Blocks: there are no coroutines.
         *
         * @param array $tasks
         * @param float $timeout seconds
         * @return array|false
         */
        public function taskCo(array $tasks, float $timeout = 0.5): array|false
        {
        }

        /**
         * Sends the result of a task to the worker that gave it; inside onTask.
         *
         * @param mixed $data as for task()
         * @return bool false with E_WARNING outside a task
         */
        public function finish(mixed $data): bool
        {
        }

        /**
         * Sends a message to another worker or task worker, where onPipeMessage gets it.
         *
         * @param mixed $message       as for task()
         * @param int   $dst_worker_id its number
         * @return bool false with E_WARNING without onPipeMessage, to itself, and for a number that is none
         */
        public function sendMessage(mixed $message, int $dst_worker_id): bool
        {
        }

        /**
         * Stops reading from a connection.
         *
         * @param int $fd session id
         * @return bool false with the last error 1005 when there is none
         */
        public function pause(int $fd): bool
        {
        }

        /**
         * Goes on reading from a connection.
         *
         * @param int $fd session id
         * @return bool false with the last error 1005 when there is none
         */
        public function resume(int $fd): bool
        {
        }

        /**
         * Alias of resume().
         *
         * @alias Swoole\Server::resume
         */
        public function confirm(int $fd): bool
        {
        }

        /**
         * Exempts a connection from the heartbeat.
         *
         * @param int  $fd           session id
         * @param bool $is_protected false takes it back
         * @return bool false with the last error 1005 when there is none
         */
        public function protect(int $fd, bool $is_protected = true): bool
        {
        }

        /**
         * Gives a connection a number of the application, once: getClientInfo() shows it as uid.
         *
         * @param int $fd  session id
         * @param int $uid -2147483648 .. 4294967295
         * @return bool false when it has one already, or there is no such session (1005)
         */
        public function bind(int $fd, int $uid): bool
        {
        }

        /**
         * Session ids that nothing was received from for heartbeat_idle_time.
         *
         * @param bool $ifCloseConnection close them
         * @return array|false false without heartbeat_check_interval
         */
        public function heartbeat(bool $ifCloseConnection = false): array|false
        {
        }

        /**
         * Adds a process of the user's own, which the server starts with its workers, and again whenever it ends.
         *
         * @return int|false its number, from 0; false with E_WARNING after start()
         */
        public function addProcess(Process $process): int|false
        {
        }
    }
}
