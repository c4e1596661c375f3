--TEST--
onDisconnect takes those that never became a WebSocket, onClose all that did
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', fn ($server, $frame) => $server->disconnect($frame->fd));
$server->on('disconnect', fn ($server, $fd) => print("onDisconnect $fd\n"));
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    $c->shutdown();
    $c->expectEof();
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectClose(1000);
    $c->close();
    $c->expectEof();
    $c = WebSocketClient::open($port);
    $c->shutdown();
    $c->expectEof();
});
--EXPECT--
onDisconnect 1
#2 reactor -1, status 3, 1000 "" by server
#3 reactor 0, status 3, 1006 "" by client
