--TEST--
An exception in onConnect closes the connection
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
$server->on('connect', fn ($server, $fd) => $fd === 1 ? throw new Exception('no') : null);
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    $c->expectEof(true);
    $c = WebSocketClient::open($port);
    $c->text('second');
    echo $c->readMessage(), "\n";
});
--EXPECTF--
second

Warning: Uncaught Exception: no in %s:%d
Stack trace:
%A
  thrown in %s on line %d
