--TEST--
Messages in front of a protocol error are delivered and answered
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->send(WebSocketClient::frame(1, 'good') . WebSocketClient::frame(3) . WebSocketClient::frame(1, 'never'));
    echo $c->readMessage(), "\n";
    $c->expectClose(1002);
    $c->expectEof();
});
--EXPECT--
good
#1 reactor 0, status 3, 1002 "reserved opcode" by error
