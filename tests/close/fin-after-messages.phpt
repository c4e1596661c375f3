--TEST--
Messages that were sent before the end of the TCP connection are delivered and answered
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('one');
    $c->text('two');
    $c->shutdown();
    echo $c->readMessage(), $c->readMessage(), "\n";
    $c->expectEof();
});
--EXPECT--
onetwo
#1 reactor 0, status 3, 1006 "" by client
