--TEST--
A close frame between the fragments of a message ends the connection, the message is dropped
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', fn () => print("never\n"));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->sendFrame(1, 'half a mess', fin: false);
    $c->close(1000);
    $c->expectClose(1000);
    $c->expectEof();
});
--EXPECT--
#1 reactor 0, status 3, 1000 "" by client
