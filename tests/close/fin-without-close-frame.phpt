--TEST--
The client ends the TCP connection without a close frame: 1006, and no close frame is sent
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->shutdown();
    $c->expectEof();
});
--EXPECT--
#1 reactor 0, status 3, 1006 "" by client
