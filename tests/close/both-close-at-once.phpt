--TEST--
Close frames that cross: the connection ends in order, with one onClose
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', fn ($server, $frame) => $server->disconnect($frame->fd, 4000));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->send(WebSocketClient::frame(1, 'x') . WebSocketClient::frame(8, pack('n', 4001)));
    $c->expectClose(4000);
    $c->expectEof();
});
--EXPECT--
#1 reactor -1, status 3, 4000 "" by server
