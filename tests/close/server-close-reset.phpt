--TEST--
$server->close($fd, true) drops what is queued
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', function ($server, $frame) {
    $server->push($frame->fd, 'dropped');
    var_dump($server->close($frame->fd, true));
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectEof(true);
});
--EXPECT--
#1 reactor -1, status 3, 1006 "" by server
bool(true)
