--TEST--
What follows a close frame is ignored, in the same segment and later
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
    $c->send(WebSocketClient::frame(8, "\x03\xe8") . WebSocketClient::frame(1, 'late') . WebSocketClient::frame(9, 'late'));
    $c->expectClose(1000);
    $c->sendFrame(1, 'later');
    $c->expectEof();
});
--EXPECT--
#1 reactor 0, status 3, 1000 "" by client
