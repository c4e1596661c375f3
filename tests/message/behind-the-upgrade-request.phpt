--TEST--
Frames in the same segment as the upgrade request are delivered after onOpen
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('open', fn ($server, $request) => $server->push($request->fd, 'open'));
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    $c->send(WebSocketClient::upgradeRequest() . WebSocketClient::frame(1, 'eager') . WebSocketClient::frame(1, 'more'));
    $c->readResponse();
    echo $c->readMessage(), ' ', $c->readMessage(), ' ', $c->readMessage(), "\n";
}, ['print' => false]);
--EXPECT--
open eager more
