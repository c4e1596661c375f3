<?php

/** @generate-class-entries */

namespace {

    /* How far a connection is on its way to a WebSocket (getClientInfo: websocket_status). */

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_STATUS_CONNECTION = 1;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_STATUS_HANDSHAKE = 2;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_STATUS_ACTIVE = 3;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_STATUS_CLOSING = 4;

    /**
     * @var int
     */
    const WEBSOCKET_STATUS_CONNECTION = 1;

    /**
     * @var int
     */
    const WEBSOCKET_STATUS_HANDSHAKE = 2;

    /**
     * @var int
     */
    const WEBSOCKET_STATUS_ACTIVE = 3;

    /**
     * @var int
     */
    const WEBSOCKET_STATUS_FRAME = 3;

    /**
     * @var int
     */
    const WEBSOCKET_STATUS_CLOSING = 4;

    /**
     * @var int
     */
    const WEBSOCKET_STATUS_HANDSHAKE_FAILED = 5;

    /* Opcodes (RFC 6455 section 5.2). */

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_OPCODE_CONTINUATION = 0;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_OPCODE_TEXT = 1;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_OPCODE_BINARY = 2;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_OPCODE_CLOSE = 8;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_OPCODE_PING = 9;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_OPCODE_PONG = 10;

    /**
     * @var int
     */
    const WEBSOCKET_OPCODE_CONTINUATION = 0;

    /**
     * @var int
     */
    const WEBSOCKET_OPCODE_TEXT = 1;

    /**
     * @var int
     */
    const WEBSOCKET_OPCODE_BINARY = 2;

    /**
     * @var int
     */
    const WEBSOCKET_OPCODE_CLOSE = 8;

    /**
     * @var int
     */
    const WEBSOCKET_OPCODE_PING = 9;

    /**
     * @var int
     */
    const WEBSOCKET_OPCODE_PONG = 10;

    /* What is compiled in. */

    /**
     * @var bool
     */
    const SWOOLE_HAVE_ZLIB = true;

    /**
     * @var bool
     */
    const SWOOLE_HAVE_COMPRESSION = true;

    /* Flags of a frame. */

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_FLAG_FIN = 1;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_FLAG_COMPRESS = 2;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_FLAG_RSV1 = 4;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_FLAG_RSV2 = 8;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_FLAG_RSV3 = 16;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_FLAG_MASK = 32;

    /* Close codes (RFC 6455 section 7.4). */

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_NORMAL = 1000;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_GOING_AWAY = 1001;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_PROTOCOL_ERROR = 1002;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_DATA_ERROR = 1003;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_STATUS_ERROR = 1005;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_ABNORMAL = 1006;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_MESSAGE_ERROR = 1007;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_POLICY_ERROR = 1008;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_MESSAGE_TOO_BIG = 1009;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_EXTENSION_MISSING = 1010;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_SERVER_ERROR = 1011;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_CLOSE_SERVICE_RESTART = 1012;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_TRY_AGAIN_LATER = 1013;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_BAD_GATEWAY = 1014;

    /**
     * @var int
     */
    const SWOOLE_WEBSOCKET_CLOSE_TLS = 1015;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_NORMAL = 1000;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_GOING_AWAY = 1001;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_PROTOCOL_ERROR = 1002;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_DATA_ERROR = 1003;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_STATUS_ERROR = 1005;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_ABNORMAL = 1006;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_MESSAGE_ERROR = 1007;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_POLICY_ERROR = 1008;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_MESSAGE_TOO_BIG = 1009;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_EXTENSION_MISSING = 1010;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_SERVER_ERROR = 1011;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_CLOSE_SERVICE_RESTART = 1012;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_TRY_AGAIN_LATER = 1013;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_BAD_GATEWAY = 1014;

    /**
     * @var int
     */
    const WEBSOCKET_CLOSE_TLS = 1015;

    /* Error numbers: swoole_last_error(). */

    /**
     * @var int
     */
    const SWOOLE_ERROR_MALLOC_FAIL = 501;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SYSTEM_CALL_FAIL = 502;

    /**
     * @var int
     */
    const SWOOLE_ERROR_PHP_FATAL_ERROR = 503;

    /**
     * @var int
     */
    const SWOOLE_ERROR_NAME_TOO_LONG = 504;

    /**
     * @var int
     */
    const SWOOLE_ERROR_INVALID_PARAMS = 505;

    /**
     * @var int
     */
    const SWOOLE_ERROR_PROTOCOL_ERROR = 508;

    /**
     * @var int
     */
    const SWOOLE_ERROR_WRONG_OPERATION = 509;

    /**
     * @var int
     */
    const SWOOLE_ERROR_PHP_RUNTIME_NOTICE = 510;

    /**
     * @var int
     */
    const SWOOLE_ERROR_NO_PAYLOAD = 550;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SESSION_CLOSED_BY_SERVER = 1001;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SESSION_CLOSED_BY_CLIENT = 1002;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SESSION_CLOSING = 1003;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SESSION_CLOSED = 1004;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SESSION_NOT_EXIST = 1005;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SESSION_INVALID_ID = 1006;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SESSION_DISCARD_TIMEOUT_DATA = 1007;

    /**
     * @var int
     */
    const SWOOLE_ERROR_OUTPUT_BUFFER_OVERFLOW = 1009;

    /**
     * @var int
     */
    const SWOOLE_ERROR_OUTPUT_SEND_YIELD = 1010;

    /**
     * @var int
     */
    const SWOOLE_ERROR_PACKAGE_LENGTH_TOO_LARGE = 1201;

    /**
     * @var int
     */
    const SWOOLE_ERROR_PACKAGE_LENGTH_NOT_FOUND = 1202;

    /**
     * @var int
     */
    const SWOOLE_ERROR_DATA_LENGTH_TOO_LARGE = 1203;

    /**
     * @var int
     */
    const SWOOLE_ERROR_TASK_PACKAGE_TOO_BIG = 2001;

    /**
     * @var int
     */
    const SWOOLE_ERROR_TASK_DISPATCH_FAIL = 2002;

    /**
     * @var int
     */
    const SWOOLE_ERROR_TASK_TIMEOUT = 2003;

    /**
     * @var int
     */
    const SWOOLE_ERROR_HTTP_INVALID_PROTOCOL = 7102;

    /**
     * @var int
     */
    const SWOOLE_ERROR_HTTP_CONFLICT_HEADER = 7105;

    /**
     * @var int
     */
    const SWOOLE_ERROR_HTTP_CONTEXT_UNAVAILABLE = 7106;

    /**
     * @var int
     */
    const SWOOLE_ERROR_WEBSOCKET_BAD_CLIENT = 8501;

    /**
     * @var int
     */
    const SWOOLE_ERROR_WEBSOCKET_BAD_OPCODE = 8502;

    /**
     * @var int
     */
    const SWOOLE_ERROR_WEBSOCKET_UNCONNECTED = 8503;

    /**
     * @var int
     */
    const SWOOLE_ERROR_WEBSOCKET_HANDSHAKE_FAILED = 8504;

    /**
     * @var int
     */
    const SWOOLE_ERROR_WEBSOCKET_PACK_FAILED = 8505;

    /**
     * @var int
     */
    const SWOOLE_ERROR_WEBSOCKET_UNPACK_FAILED = 8506;

    /**
     * @var int
     */
    const SWOOLE_ERROR_WEBSOCKET_INCOMPLETE_PACKET = 8507;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SERVER_MUST_CREATED_BEFORE_CLIENT = 9001;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SERVER_TOO_MANY_SOCKET = 9002;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SERVER_WORKER_TERMINATED = 9003;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SERVER_INVALID_LISTEN_PORT = 9004;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SERVER_ONLY_START_ONE = 9008;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SERVER_INVALID_COMMAND = 9012;

    /**
     * @var int
     */
    const SWOOLE_ERROR_SERVER_WORKER_EXIT_TIMEOUT = 9101;

    /**
     * @var int
     */
    const SWOOLE_ERROR_CO_OUT_OF_COROUTINE = 10001;

    /**
     * @var int
     */
    const SWOOLE_ERROR_CO_HAS_BEEN_BOUND = 10002;

    /**
     * @var int
     */
    const SWOOLE_ERROR_CO_CANCELED = 10017;

    /**
     * @var int
     */
    const SWOOLE_ERROR_CO_TIMEDOUT = 10018;

    /* Modes of a server. */

    /**
     * @var int
     */
    const SWOOLE_BASE = 1;

    /**
     * @var int
     */
    const SWOOLE_PROCESS = 2;

    /**
     * @var int
     */
    const SWOOLE_THREAD = 3;

    /* Types of sockets. */

    /**
     * @var int
     */
    const SWOOLE_SOCK_TCP = 1;

    /**
     * @var int
     */
    const SWOOLE_SOCK_UDP = 2;

    /**
     * @var int
     */
    const SWOOLE_SOCK_TCP6 = 3;

    /**
     * @var int
     */
    const SWOOLE_SOCK_UDP6 = 4;

    /**
     * @var int
     */
    const SWOOLE_SOCK_UNIX_STREAM = 5;

    /**
     * @var int
     */
    const SWOOLE_SOCK_UNIX_DGRAM = 6;

    /**
     * @var int
     */
    const SWOOLE_TCP = 1;

    /**
     * @var int
     */
    const SWOOLE_UDP = 2;

    /**
     * @var int
     */
    const SWOOLE_TCP6 = 3;

    /**
     * @var int
     */
    const SWOOLE_UDP6 = 4;

    /**
     * @var int
     */
    const SWOOLE_UNIX_STREAM = 5;

    /**
     * @var int
     */
    const SWOOLE_UNIX_DGRAM = 6;

    /**
     * @var int
     */
    const SWOOLE_SSL = 512;

    /**
     * @var int
     */
    const SWOOLE_SOCK_SYNC = 0;

    /**
     * @var int
     */
    const SWOOLE_SOCK_ASYNC = 1;

    /**
     * @var int
     */
    const SWOOLE_SYNC = 2048;

    /**
     * @var int
     */
    const SWOOLE_ASYNC = 1024;

    /**
     * @var int
     */
    const SWOOLE_KEEP = 4096;

    /* Event loop. */

    /**
     * @var int
     */
    const SWOOLE_EVENT_READ = 512;

    /**
     * @var int
     */
    const SWOOLE_EVENT_WRITE = 1024;

    /* dispatch_mode, and what dispatch_func may return. */

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_ROUND = 1;

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_FDMOD = 2;

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_IDLE_WORKER = 3;

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_QUEUE = 3;

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_IPMOD = 4;

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_UIDMOD = 5;

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_USERFUNC = 6;

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_STREAM = 7;

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_CO_CONN_LB = 8;

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_CO_REQ_LB = 9;

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_CONCURRENT_LB = 10;

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_RESULT_DISCARD_PACKET = -1;

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_RESULT_CLOSE_CONNECTION = -2;

    /**
     * @var int
     */
    const SWOOLE_DISPATCH_RESULT_USERFUNC_FALLBACK = -3;

    /* Task flags. */

    /**
     * @var int
     */
    const SWOOLE_TASK_TMPFILE = 1;

    /**
     * @var int
     */
    const SWOOLE_TASK_SERIALIZE = 2;

    /**
     * @var int
     */
    const SWOOLE_TASK_NONBLOCK = 4;

    /**
     * @var int
     */
    const SWOOLE_TASK_CALLBACK = 8;

    /**
     * @var int
     */
    const SWOOLE_TASK_WAITALL = 16;

    /**
     * @var int
     */
    const SWOOLE_TASK_COROUTINE = 32;

    /**
     * @var int
     */
    const SWOOLE_TASK_PEEK = 64;

    /**
     * @var int
     */
    const SWOOLE_TASK_NOREPLY = 128;

    /* States of a worker: getWorkerStatus(). */

    /**
     * @var int
     */
    const SWOOLE_WORKER_BUSY = 1;

    /**
     * @var int
     */
    const SWOOLE_WORKER_IDLE = 2;

    /**
     * @var int
     */
    const SWOOLE_WORKER_EXIT = 3;

    /* task_ipc_mode. */

    /**
     * @var int
     */
    const SWOOLE_IPC_UNIXSOCK = 1;

    /**
     * @var int
     */
    const SWOOLE_IPC_MSGQUEUE = 2;

    /**
     * @var int
     */
    const SWOOLE_IPC_PREEMPTIVE = 3;

    /* log_level. */

    /**
     * @var int
     */
    const SWOOLE_LOG_DEBUG = 0;

    /**
     * @var int
     */
    const SWOOLE_LOG_TRACE = 1;

    /**
     * @var int
     */
    const SWOOLE_LOG_INFO = 2;

    /**
     * @var int
     */
    const SWOOLE_LOG_NOTICE = 3;

    /**
     * @var int
     */
    const SWOOLE_LOG_WARNING = 4;

    /**
     * @var int
     */
    const SWOOLE_LOG_ERROR = 5;

    /**
     * @var int
     */
    const SWOOLE_LOG_NONE = 6;

    /* Runtime hooks: known, without effect. */

    /**
     * @var int
     */
    const SWOOLE_HOOK_TCP = 2;

    /**
     * @var int
     */
    const SWOOLE_HOOK_UDP = 4;

    /**
     * @var int
     */
    const SWOOLE_HOOK_UNIX = 8;

    /**
     * @var int
     */
    const SWOOLE_HOOK_UDG = 16;

    /**
     * @var int
     */
    const SWOOLE_HOOK_SSL = 32;

    /**
     * @var int
     */
    const SWOOLE_HOOK_TLS = 64;

    /**
     * @var int
     */
    const SWOOLE_HOOK_STREAM_FUNCTION = 128;

    /**
     * @var int
     */
    const SWOOLE_HOOK_FILE = 256;

    /**
     * @var int
     */
    const SWOOLE_HOOK_SLEEP = 512;

    /**
     * @var int
     */
    const SWOOLE_HOOK_PROC = 1024;

    /**
     * @var int
     */
    const SWOOLE_HOOK_CURL = 2048;

    /**
     * @var int
     */
    const SWOOLE_HOOK_NATIVE_CURL = 4096;

    /**
     * @var int
     */
    const SWOOLE_HOOK_BLOCKING_FUNCTION = 8192;

    /**
     * @var int
     */
    const SWOOLE_HOOK_SOCKETS = 16384;

    /**
     * @var int
     */
    const SWOOLE_HOOK_STDIO = 32768;

    /**
     * @var int
     */
    const SWOOLE_HOOK_NET_FUNCTION = 2097152;

    /**
     * @var int
     */
    const SWOOLE_HOOK_ALL = 2147479551;

    /* Channel::$errCode. */

    /**
     * @var int
     */
    const SWOOLE_CHANNEL_OK = 0;

    /**
     * @var int
     */
    const SWOOLE_CHANNEL_TIMEOUT = -1;

    /**
     * @var int
     */
    const SWOOLE_CHANNEL_CLOSED = -2;

    /**
     * @var int
     */
    const SWOOLE_CHANNEL_CANCELED = -3;

    /* swoole_strerror(). */

    /**
     * @var int
     */
    const SWOOLE_STRERROR_SYSTEM = 0;

    /**
     * @var int
     */
    const SWOOLE_STRERROR_GAI = 1;

    /**
     * @var int
     */
    const SWOOLE_STRERROR_DNS = 2;

    /**
     * @var int
     */
    const SWOOLE_STRERROR_SWOOLE = 9;

    /* Timers. */

    /**
     * @var int
     */
    const SWOOLE_TIMER_MIN_MS = 1;

    /**
     * @var float
     */
    const SWOOLE_TIMER_MIN_SEC = 0.001;

    /**
     * @var int
     * @cvalue ZEND_LONG_MAX
     */
    const SWOOLE_TIMER_MAX_MS = UNKNOWN;

    /**
     * @var float
     * @cvalue (double)(ZEND_LONG_MAX / 1000)
     */
    const SWOOLE_TIMER_MAX_SEC = UNKNOWN;

    /* What the extension passes for: the Swoole API that it offers (spec section 5.4). */

    /**
     * @var string
     * @cvalue ES_SWOOLE_VERSION
     */
    const SWOOLE_VERSION = UNKNOWN;

    /**
     * @var int
     * @cvalue ES_SWOOLE_VERSION_ID
     */
    const SWOOLE_VERSION_ID = UNKNOWN;

    /**
     * @var int
     * @cvalue ES_SWOOLE_MAJOR_VERSION
     */
    const SWOOLE_MAJOR_VERSION = UNKNOWN;

    /**
     * @var int
     * @cvalue ES_SWOOLE_MINOR_VERSION
     */
    const SWOOLE_MINOR_VERSION = UNKNOWN;

    /**
     * @var int
     * @cvalue ES_SWOOLE_RELEASE_VERSION
     */
    const SWOOLE_RELEASE_VERSION = UNKNOWN;

    /**
     * @var string
     */
    const SWOOLE_EXTRA_VERSION = '';

    /**
     * @var bool
     */
    const SWOOLE_DEBUG = false;

    /**
     * The version of the Swoole API that the extension offers: SWOOLE_VERSION.
     */
    function swoole_version(): string
    {
    }

    /**
     * Number of processors that are online.
     */
    function swoole_cpu_num(): int
    {
    }

    /**
     * Number of the last error, SWOOLE_ERROR_*; success does not clear it.
     */
    function swoole_last_error(): int
    {
    }

    /**
     * Text of an error number.
     *
     * @param int $errno
     * @param int $type  SWOOLE_STRERROR_SYSTEM: an errno, SWOOLE_STRERROR_SWOOLE: one of SWOOLE_ERROR_*
     */
    function swoole_strerror(int $errno, int $type = SWOOLE_STRERROR_SYSTEM): string
    {
    }

    /**
     * The C library's errno.
     */
    function swoole_errno(): int
    {
    }

    /**
     * Sets the last error to 0.
     */
    function swoole_clear_error(): void
    {
    }

    /**
     * Sets the title of the process, as ps shows it.
     *
     * @return bool false where the system cannot
     */
    function swoole_set_process_name(string $process_name): bool
    {
    }

    /**
     * Swoole\Timer::tick().
     */
    function swoole_timer_tick(int $ms, callable $callback, mixed ...$params): int|false
    {
    }

    /**
     * Swoole\Timer::after().
     */
    function swoole_timer_after(int $ms, callable $callback, mixed ...$params): int|false
    {
    }

    /**
     * Swoole\Timer::exists().
     */
    function swoole_timer_exists(int $timer_id): bool
    {
    }

    /**
     * Swoole\Timer::info().
     */
    function swoole_timer_info(int $timer_id): array|false|null
    {
    }

    /**
     * Swoole\Timer::stats().
     */
    function swoole_timer_stats(): array
    {
    }

    /**
     * Swoole\Timer::list().
     */
    function swoole_timer_list(): \Swoole\Timer\Iterator
    {
    }

    /**
     * Swoole\Timer::clear().
     */
    function swoole_timer_clear(int $timer_id): bool
    {
    }

    /**
     * Swoole\Timer::clearAll().
     */
    function swoole_timer_clear_all(): bool
    {
    }

    /**
     * Swoole\Timer::set().
     */
    function swoole_timer_set(array $settings): bool
    {
    }

    /**
     * Swoole\Event::add().
     */
    function swoole_event_add(mixed $fd, ?callable $read_callback = null, ?callable $write_callback = null, int $events = SWOOLE_EVENT_READ): int|false
    {
    }

    /**
     * Swoole\Event::del().
     */
    function swoole_event_del(mixed $fd): bool
    {
    }

    /**
     * Swoole\Event::set().
     */
    function swoole_event_set(mixed $fd, ?callable $read_callback = null, ?callable $write_callback = null, int $events = 0): bool
    {
    }

    /**
     * Swoole\Event::isset().
     */
    function swoole_event_isset(mixed $fd, int $events = SWOOLE_EVENT_READ | SWOOLE_EVENT_WRITE): bool
    {
    }

    /**
     * Swoole\Event::write().
     */
    function swoole_event_write(mixed $fd, string $data): bool
    {
    }

    /**
     * Swoole\Event::wait().
     */
    function swoole_event_wait(): void
    {
    }

    /**
     * Swoole\Event::dispatch().
     */
    function swoole_event_dispatch(): bool
    {
    }

    /**
     * Swoole\Event::exit().
     */
    function swoole_event_exit(): void
    {
    }

    /**
     * Swoole\Event::defer().
     */
    function swoole_event_defer(callable $callback): bool
    {
    }

    /**
     * Swoole\Event::cycle().
     */
    function swoole_event_cycle(?callable $callback, bool $before = false): bool
    {
    }
}
