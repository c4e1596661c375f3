--TEST--
A close frame behind the upgrade request, and onOpen that disconnects: the connection ends without a wait
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('open', fn ($server, $request) => $server->disconnect($request->fd, 4000));
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    $c->send(WebSocketClient::upgradeRequest() . WebSocketClient::frame(1, 'x') . WebSocketClient::frame(8, pack('n', 4001)));
    echo $c->readResponse()->status, "\n";
    $c->expectClose(4000);
    $c->expectEof();
});
--EXPECT--
101
#1 reactor -1, status 3, 4000 "" by server
