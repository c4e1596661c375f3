--TEST--
What the constructor refuses, with the codes of Swoole
--FILE--
<?php
function attempt(callable $make): void
{
    try {
        $make();
    } catch (Throwable $e) {
        echo get_class($e), ' ', $e->getCode(), ': ', preg_replace('~(x{10})x+~', '$1...', $e->getMessage()), "\n";
    }
}
attempt(fn () => new Swoole\Server('127.0.0.1', 65536));
attempt(fn () => new Swoole\Server('127.0.0.1', -1));
attempt(fn () => new Swoole\Server('127.0.0.1', 0, 3));
attempt(fn () => new Swoole\Server('127.0.0.1', 0, 0));
attempt(fn () => new Swoole\Server('192.0.2.1', 0));
attempt(fn () => new Swoole\Server('not an address', 0));
attempt(fn () => new Swoole\Server('/tmp/' . str_repeat('x', 200), 0, SWOOLE_BASE, SWOOLE_SOCK_UNIX_STREAM));
attempt(fn () => new Swoole\Server('/nonexistent/socket', 0, SWOOLE_BASE, SWOOLE_SOCK_UNIX_STREAM));
attempt(fn () => new Swoole\Server());
attempt(fn () => new Swoole\Server('127.0.0.1', 'x'));
?>
--EXPECT--
Swoole\Exception 9004: failed to listen server port[127.0.0.1:65536], Error: the port must be between 0 and 65535[9004]
Swoole\Exception 9004: failed to listen server port[127.0.0.1:-1], Error: the port must be between 0 and 65535[9004]
Error 0: invalid $mode parameters 3
Error 0: invalid $mode parameters 0
Swoole\Exception 99: failed to listen server port[192.0.2.1:0], Error: Cannot assign requested address[99]
Swoole\Exception 22: failed to listen server port[not an address:0], Error: Invalid argument[22]
Swoole\Exception 504: failed to listen server port[/tmp/xxxxxxxxxx...:0], Error: the name is too long[504]
Swoole\Exception 2: failed to listen server port[/nonexistent/socket:0], Error: No such file or directory[2]
ArgumentCountError 0: Swoole\Server::__construct() expects at least 1 argument, 0 given
TypeError 0: Swoole\Server::__construct(): Argument #2 ($port) must be of type int, string given
