--TEST--
close() in onConnect ends the connection before any request
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
$server->on('connect', fn ($server, $fd) => $server->close($fd));
$server->on('close', function ($server, $fd, $reactorId) {
    echo ending($server, $fd, $reactorId), "\n";
});
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    $c->expectEof(true);
});
--EXPECT--
#1 reactor -1, status 0, 0 "" by server
