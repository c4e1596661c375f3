--TEST--
A client that does not answer the 1001 of a stopping server does not keep it for longer than max_wait_time
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['max_wait_time' => 1, 'websocket_close_timeout' => 60]);
run_server($server, function (int $port, int $pid) {
    $c = WebSocketClient::open($port);
    posix_kill($pid, SIGINT); // graceful as well
    $c->expectClose(1001);
    $c->expectEof(true);
}, ['signal' => null]);
--EXPECT--
#1 reactor -1, status 3, 1001 "" by shutdown
