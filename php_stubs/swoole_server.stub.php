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
         * Ends this worker in order.
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
    }
}
