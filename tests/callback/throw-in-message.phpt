--TEST--
An exception in onMessage is reported as a warning, closes that client with 1011, and nobody else
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    if ($frame->data === 'boom') {
        throw new RuntimeException('went wrong', 7);
    }
    $server->push($frame->fd, $frame->data);
});
$server->on('close', function ($server, $fd, $reactorId) {
    echo ending($server, $fd, $reactorId), "\n";
});
run_server($server, function (int $port) {
    $a = WebSocketClient::open($port);
    $b = WebSocketClient::open($port);
    $a->text('boom');
    $a->expectClose(1011);
    $a->close(1011);
    $a->expectEof();
    $b->text('still here');
    echo $b->readMessage(), "\n";
    $b->close();
    $b->expectClose(1000);
    $b->expectEof();
});
--EXPECTF--
still here

Warning: Uncaught RuntimeException: went wrong in %s:%d
Stack trace:
#0 [internal function]: {closure}(Object(Swoole\WebSocket\Server), Object(Swoole\WebSocket\Frame))
#1 %s(%d): Swoole\Server->start()
%A
  thrown in %s on line %d
#1 reactor -1, status 3, 1011 "internal error" by error
#2 reactor 0, status 3, 1000 "" by client
