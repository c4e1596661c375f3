--TEST--
Callbacks may throw, and fibers may be left unfinished, with an exception inside
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    $fiber = new Fiber(function () use ($frame) {
        Fiber::suspend();
        throw new Exception("in a fiber: $frame->data");
    });
    $fiber->start();
    $fiber->resume();
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectClose(1011);
});
--EXPECTF--
Warning: Uncaught Exception: in a fiber: x in %s:%d
%A
  thrown in %s on line %d
