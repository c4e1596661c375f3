--TEST--
Handlers of pcntl_async_signals() run while the server idles, and may throw and exit
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
$server->on('workerStart', function ($server) {
    pcntl_async_signals(true);
    pcntl_signal(SIGUSR1, function () use ($server) {
        static $n = 0;
        foreach ($server->connections as $fd) {
            $server->push($fd, 'signal ' . ++$n);
        }
        $n === 2 && throw new Exception('in a handler');
    });
    pcntl_signal(SIGUSR2, fn () => exit(9));
});
$server->on('workerStop', fn () => pcntl_signal(SIGUSR1, SIG_DFL)); // or the server would hang on pcntl for ever
run_server($server, function (int $port, int $pid) {
    $c = WebSocketClient::open($port);
    foreach ([1, 2, 3] as $i) {
        posix_kill($pid, SIGUSR1);
        echo $c->readMessage(), "\n";
    }
    posix_kill($pid, SIGUSR2);
    $c->expectClose(1001);
    $c->close(1001);
    $c->expectEof();
}, ['signal' => null, 'exit' => 9]);
--EXPECTF--
signal 1
signal 2
signal 3

Warning: Uncaught Exception: in a handler in %s:%d
%A
  thrown in %s on line %d
