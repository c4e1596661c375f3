--TEST--
Fiber::suspend() in a callback that runs inside the fiber of another one is refused: a close must not stop half way
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    $fiber = new Fiber(function () use ($server, $frame) {
        echo "closing\n";
        var_dump($server->close($frame->fd));
    });
    $fiber->start();
    var_dump($fiber->isTerminated());
});
$server->on('close', function ($server, $fd) {
    try {
        Fiber::suspend();
        echo "never\n";
    } catch (FiberError $e) {
        echo $e->getMessage(), "\n";
    }
    $fiber = new Fiber(fn () => print(Fiber::suspend() . "\n")); // one of its own may do so
    $fiber->start();
    $fiber->resume('own fiber');
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectEof();
});
--EXPECTF--
closing
Cannot suspend outside of%sfiber
own fiber
bool(true)
bool(true)
