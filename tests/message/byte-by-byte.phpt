--TEST--
A client that sends byte by byte is understood
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    $c->sendSlowly(WebSocketClient::upgradeRequest());
    echo $c->readResponse()->status, "\n";
    $data = random_bytes(130);
    $c->sendSlowly(WebSocketClient::frame(1, 'slow') . WebSocketClient::frame(2, $data));
    echo $c->readMessage(), "\n";
    var_dump($c->readMessage() === $data);
    $c->sendSlowly(WebSocketClient::frame(8, "\x03\xe8"));
    $c->expectClose(1000);
    $c->expectEof();
});
--EXPECT--
101
slow
bool(true)
#1 reactor 0, status 3, 1000 "" by client
