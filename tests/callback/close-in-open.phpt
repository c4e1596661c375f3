--TEST--
close() in onOpen: the handshake is answered, then the connection ends
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => print("never\n"));
$server->on('open', fn ($server, $request) => $server->close($request->fd));
$server->on('close', function ($server, $fd, $reactorId) {
    echo ending($server, $fd, $reactorId), "\n";
});
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    $c->send(WebSocketClient::upgradeRequest() . WebSocketClient::frame(1, 'eager'));
    echo $c->readResponse()->status, "\n";
    $c->expectEof();
});
--EXPECT--
101
#1 reactor -1, status 3, 1006 "" by server
