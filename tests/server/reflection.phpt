--TEST--
The classes, methods, parameters, properties and functions are exactly these
--FILE--
<?php
// Deliberately no SKIPIF: this is the surface that user code relies on.
$parameter = fn ($p) => $p->getType() . ($p->isVariadic() ? ' ...$' : ' $') . $p->getName()
    . ($p->isOptional() && !$p->isVariadic() ? ' = ' . ($p->isDefaultValueConstant() ? $p->getDefaultValueConstantName() : json_encode($p->getDefaultValue())) : '');
$classes = get_declared_classes();
sort($classes);
foreach ($classes as $name) {
    $class = new ReflectionClass($name);
    if ($class->getExtensionName() !== 'easyswoole' || !str_starts_with($name, 'Swoole\\')) {
        continue;
    }
    echo $class->isFinal() ? 'final ' : '', $class->isAbstract() ? 'abstract ' : '', "class $name";
    echo $class->getParentClass() ? ' extends ' . $class->getParentClass()->getName() : '';
    $interfaces = $class->getInterfaceNames();
    sort($interfaces);
    echo $interfaces ? ' implements ' . implode(', ', $interfaces) : '', "\n";
    foreach ($class->getProperties() as $property) {
        if ($property->getDeclaringClass()->getName() === $name) {
            echo '  ', implode(' ', Reflection::getModifierNames($property->getModifiers())), ' $', $property->getName(), ' = ',
                json_encode($property->getDefaultValue()), "\n";
        }
    }
    foreach ($class->getMethods() as $method) {
        if ($method->getDeclaringClass()->getName() !== $name) {
            continue;
        }
        echo '  ', implode(' ', Reflection::getModifierNames($method->getModifiers())), ' ', $method->getName(), '(',
            implode(', ', array_map($parameter, $method->getParameters())), ')', $method->hasReturnType() ? ': ' . $method->getReturnType() : ($method->hasTentativeReturnType() ? ': ' . $method->getTentativeReturnType() : ''), "\n";
    }
}
$functions = (new ReflectionExtension('easyswoole'))->getFunctions();
ksort($functions);
foreach ($functions as $function) {
    echo $function->getName(), '(', implode(', ', array_map($parameter, $function->getParameters())), '): ', $function->getReturnType(), "\n";
}
?>
--EXPECT--
class Swoole\Atomic
  public __construct(int $value = 0)
  public add(int $add_value = 1): int
  public sub(int $sub_value = 1): int
  public get(): int
  public set(int $value): void
  public cmpset(int $cmp_value, int $new_value): bool
  public wait(float $timeout = 1): bool
  public wakeup(int $count = 1): bool
class Swoole\Atomic\Long
  public __construct(int $value = 0)
  public add(int $add_value = 1): int
  public sub(int $sub_value = 1): int
  public get(): int
  public set(int $value): void
  public cmpset(int $cmp_value, int $new_value): bool
class Swoole\Connection\Iterator implements ArrayAccess, Countable, Iterator, Traversable
  public __construct()
  public rewind(): void
  public next(): void
  public current(): mixed
  public key(): mixed
  public valid(): bool
  public count(): int
  public offsetExists(mixed $fd): bool
  public offsetGet(mixed $fd): mixed
  public offsetSet(mixed $fd, mixed $value): void
  public offsetUnset(mixed $fd): void
class Swoole\Event
  private __construct()
  public static add(mixed $fd, ?callable $read_callback = null, ?callable $write_callback = null, int $events = SWOOLE_EVENT_READ): int|false
  public static del(mixed $fd): bool
  public static set(mixed $fd, ?callable $read_callback = null, ?callable $write_callback = null, int $events = 0): bool
  public static isset(mixed $fd, int $events = 1536): bool
  public static write(mixed $fd, string $data): bool
  public static wait(): void
  public static dispatch(): bool
  public static exit(): void
  public static defer(callable $callback): bool
  public static cycle(?callable $callback, bool $before = false): bool
class Swoole\Exception extends Exception implements Stringable, Throwable
class Swoole\Http\Request
  public $fd = 0
  public $streamId = 0
  public $header = null
  public $server = null
  public $cookie = null
  public $get = null
  public $files = null
  public $post = null
  public $tmpfiles = null
  public getContent(): string|false
  public rawContent(): string|false
  public getData(): string|false
  public getMethod(): string|false
class Swoole\Http\Response
  public $fd = 0
  public $socket = null
  public $header = null
  public $cookie = null
  public $trailer = null
  public header(string $key, mixed $value, bool $format = true): bool
  public setHeader(string $key, mixed $value, bool $format = true): bool
  public status(int $code, string $reason = ""): bool
  public setStatusCode(int $code, string $reason = ""): bool
  public cookie(string $name, string $value = "", int $expires = 0, string $path = "\/", string $domain = "", bool $secure = false, bool $httponly = false, string $samesite = "", string $priority = "", bool $partitioned = false): bool
  public setCookie(string $name, string $value = "", int $expires = 0, string $path = "\/", string $domain = "", bool $secure = false, bool $httponly = false, string $samesite = "", string $priority = "", bool $partitioned = false): bool
  public rawcookie(string $name, string $value = "", int $expires = 0, string $path = "\/", string $domain = "", bool $secure = false, bool $httponly = false, string $samesite = "", string $priority = "", bool $partitioned = false): bool
  public setRawCookie(string $name, string $value = "", int $expires = 0, string $path = "\/", string $domain = "", bool $secure = false, bool $httponly = false, string $samesite = "", string $priority = "", bool $partitioned = false): bool
  public write(string $content): bool
  public end(?string $content = null): bool
  public redirect(string $url, int $code = 302): bool
  public isWritable(): bool
class Swoole\Http\Server extends Swoole\Server
class Swoole\Lock
  public $errCode = 0
  public __construct(int $type = Swoole\Lock::MUTEX, string $filename = "")
  public lock(int $operation = LOCK_EX, float $timeout = -1): bool
  public lockwait(float $timeout = 1): bool
  public trylock(): bool
  public lock_read(): bool
  public trylock_read(): bool
  public unlock(): bool
  public destroy(): void
class Swoole\Process
  public $pipe = null
  public $pid = null
  public $id = null
  public __construct(callable $callback, bool $redirect_stdin_and_stdout = false, int $pipe_type = 2, bool $enable_coroutine = false)
  public __destruct()
  public start(): int|false
  public write(string $data): int|false
  public read(int $size = 8192): string|false
  public close(int $which = 0): bool
  public exit(int $exit_code = 0): void
  public exec(string $exec_file, array $args): bool
  public name(string $process_name): bool
  public set(array $settings): void
  public setTimeout(float $seconds): bool
  public setBlocking(bool $blocking): void
  public static kill(int $pid, int $signal_no = SIGTERM): bool
  public static signal(int $signal_no, ?callable $callback = null): bool
  public static alarm(int $usec, int $type = 0): bool
  public static wait(bool $blocking = true): array|false
  public static daemon(bool $nochdir = true, bool $noclose = true): bool
class Swoole\Server
  public $setting = null
  public $connections = null
  public $host = ""
  public $port = 0
  public $type = 0
  public $ssl = false
  public $mode = 0
  public $ports = null
  public $master_pid = 0
  public $manager_pid = 0
  public $worker_id = -1
  public $taskworker = false
  public $worker_pid = 0
  public $stats_timer = null
  public $admin_server = null
  public __construct(string $host, int $port = 0, int $mode = SWOOLE_BASE, int $sock_type = SWOOLE_SOCK_TCP)
  public __destruct()
  public set(array $settings): bool
  public on(string $event_name, mixed $callback): bool
  public getCallback(string $event_name): mixed
  public listen(string $host, int $port, int $sock_type): Swoole\Server\Port|false
  public addlistener(string $host, int $port, int $sock_type): Swoole\Server\Port|false
  public start(): bool
  public stop(int $workerId = -1): bool
  public shutdown(): bool
  public send(string|int $fd, string $data, int $serverSocket = -1): bool
  public close(int $fd, bool $reset = false): bool
  public exists(int $fd): bool
  public exist(int $fd): bool
  public getClientInfo(int $fd, int $reactor_id = -1, bool $ignoreError = false): array|false
  public connection_info(int $fd, int $reactor_id = -1, bool $ignoreError = false): array|false
  public getClientList(int $start_fd = 0, int $find_count = 10): array|false
  public connection_list(int $start_fd = 0, int $find_count = 10): array|false
  public stats(): array|false
  public getLastError(): int
  public tick(int $ms, callable $callback, mixed ...$params): int|false
  public after(int $ms, callable $callback, mixed ...$params): int|false
  public clearTimer(int $timer_id): bool
  public defer(callable $callback): bool
  public getMasterPid(): int
  public getManagerPid(): int
  public getWorkerId(): int|false
  public getWorkerPid(int $worker_id = -1): int|false
  public getWorkerStatus(int $worker_id = -1): int|false
  public reload(bool $only_reload_taskworker = false): bool
  public task(mixed $data, int $taskWorkerIndex = -1, ?callable $finishCallback = null): int|false
  public taskwait(mixed $data, float $timeout = 0.5, int $taskWorkerIndex = -1): mixed
  public taskWaitMulti(array $tasks, float $timeout = 0.5): array|false
  public taskCo(array $tasks, float $timeout = 0.5): array|false
  public finish(mixed $data): bool
  public sendMessage(mixed $message, int $dst_worker_id): bool
  public pause(int $fd): bool
  public resume(int $fd): bool
  public confirm(int $fd): bool
  public protect(int $fd, bool $is_protected = true): bool
  public bind(int $fd, int $uid): bool
  public heartbeat(bool $ifCloseConnection = false): array|false
  public addProcess(Swoole\Process $process): int|false
class Swoole\Server\Port
  public $host = null
  public $port = 0
  public $type = 0
  public $sock = -1
  public $ssl = false
  public $setting = null
  public $connections = null
  public __construct()
  public set(array $settings): void
  public on(string $event_name, mixed $callback): bool
  public getCallback(string $event_name): mixed
final class Swoole\Server\Task
  public $data = null
  public $dispatch_time = 0
  public $id = -1
  public $worker_id = -1
  public $flags = 0
  public finish(mixed $data): bool
  public static pack(mixed $data): string|false
  public static unpack(string $data): mixed
class Swoole\Table implements Countable, Iterator, Traversable
  public $size = null
  public $memorySize = null
  public __construct(int $size, float $conflict_proportion = 0.2)
  public column(string $name, int $type, int $size = 0): bool
  public create(): bool
  public destroy(): bool
  public set(string $key, array $value): bool
  public get(string $key, ?string $field = null): mixed
  public del(string $key): bool
  public delete(string $key): bool
  public exists(string $key): bool
  public exist(string $key): bool
  public incr(string $key, string $column, int|float $incrby = 1): int|float|false
  public decr(string $key, string $column, int|float $decrby = 1): int|float|false
  public count(): int
  public getSize(): int
  public getMemorySize(): int
  public stats(): array|false
  public rewind(): void
  public valid(): bool
  public next(): void
  public current(): mixed
  public key(): mixed
class Swoole\Timer
  private __construct()
  public static tick(int $ms, callable $callback, mixed ...$params): int|false
  public static after(int $ms, callable $callback, mixed ...$params): int|false
  public static exists(int $timer_id): bool
  public static info(int $timer_id): array|false|null
  public static stats(): array
  public static list(): Swoole\Timer\Iterator
  public static clear(int $timer_id): bool
  public static clearAll(): bool
  public static set(array $settings): bool
class Swoole\Timer\Iterator extends ArrayIterator implements ArrayAccess, Countable, Iterator, SeekableIterator, Serializable, Traversable
class Swoole\WebSocket\CloseFrame extends Swoole\WebSocket\Frame implements Stringable
  public $opcode = 8
  public $code = 1000
  public $reason = ""
class Swoole\WebSocket\Frame implements Stringable
  public $fd = 0
  public $data = ""
  public $opcode = 1
  public $flags = 1
  public $finish = null
  public __toString(): string
  public static pack(mixed $data, int $opcode = WEBSOCKET_OPCODE_TEXT, mixed $flags = SWOOLE_WEBSOCKET_FLAG_FIN): string
  public static unpack(string $data): Swoole\WebSocket\Frame|false
class Swoole\WebSocket\Server extends Swoole\Http\Server
  public push(int $fd, mixed $data, int $opcode = WEBSOCKET_OPCODE_TEXT, mixed $flags = SWOOLE_WEBSOCKET_FLAG_FIN): bool
  public broadcast(mixed $data, int $opcode = WEBSOCKET_OPCODE_TEXT, mixed $flags = SWOOLE_WEBSOCKET_FLAG_FIN, Traversable|array|null $except = null): int
  public disconnect(int $fd, int $code = SWOOLE_WEBSOCKET_CLOSE_NORMAL, ?string $reason = ""): bool
  public isEstablished(int $fd): bool
  public ping(int $fd, string $data = ""): bool
  public static pack(mixed $data, int $opcode = WEBSOCKET_OPCODE_TEXT, mixed $flags = SWOOLE_WEBSOCKET_FLAG_FIN): string
  public static unpack(string $data): Swoole\WebSocket\Frame|false
swoole_clear_error(): void
swoole_cpu_num(): int
swoole_errno(): int
swoole_event_add(mixed $fd, ?callable $read_callback = null, ?callable $write_callback = null, int $events = SWOOLE_EVENT_READ): int|false
swoole_event_cycle(?callable $callback, bool $before = false): bool
swoole_event_defer(callable $callback): bool
swoole_event_del(mixed $fd): bool
swoole_event_dispatch(): bool
swoole_event_exit(): void
swoole_event_isset(mixed $fd, int $events = 1536): bool
swoole_event_set(mixed $fd, ?callable $read_callback = null, ?callable $write_callback = null, int $events = 0): bool
swoole_event_wait(): void
swoole_event_write(mixed $fd, string $data): bool
swoole_last_error(): int
swoole_set_process_name(string $process_name): bool
swoole_strerror(int $errno, int $type = SWOOLE_STRERROR_SYSTEM): string
swoole_timer_after(int $ms, callable $callback, mixed ...$params): int|false
swoole_timer_clear(int $timer_id): bool
swoole_timer_clear_all(): bool
swoole_timer_exists(int $timer_id): bool
swoole_timer_info(int $timer_id): array|false|null
swoole_timer_list(): Swoole\Timer\Iterator
swoole_timer_set(array $settings): bool
swoole_timer_stats(): array
swoole_timer_tick(int $ms, callable $callback, mixed ...$params): int|false
swoole_version(): string
