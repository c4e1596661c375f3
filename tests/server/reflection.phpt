--TEST--
The classes, methods, parameters, properties and functions are exactly these
--FILE--
<?php
// Deliberately no SKIPIF: this is the surface that user code relies on.
$parameter = fn ($p) => $p->getType() . ' $' . $p->getName()
    . ($p->isOptional() ? ' = ' . ($p->isDefaultValueConstant() ? $p->getDefaultValueConstantName() : json_encode($p->getDefaultValue())) : '');
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
  public getMasterPid(): int
  public getManagerPid(): int
  public getWorkerId(): int|false
  public getWorkerPid(int $worker_id = -1): int|false
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
  public disconnect(int $fd, int $code = SWOOLE_WEBSOCKET_CLOSE_NORMAL, ?string $reason = ""): bool
  public isEstablished(int $fd): bool
  public ping(int $fd, string $data = ""): bool
  public static pack(mixed $data, int $opcode = WEBSOCKET_OPCODE_TEXT, mixed $flags = SWOOLE_WEBSOCKET_FLAG_FIN): string
  public static unpack(string $data): Swoole\WebSocket\Frame|false
swoole_clear_error(): void
swoole_cpu_num(): int
swoole_errno(): int
swoole_last_error(): int
swoole_set_process_name(string $process_name): bool
swoole_strerror(int $errno, int $type = SWOOLE_STRERROR_SYSTEM): string
swoole_version(): string
