--TEST--
SIGTERM: every client gets 1001, onClose says shutdown, the server waits for the replies
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port, int $pid) {
    $a = WebSocketClient::open($port);
    $b = WebSocketClient::open($port);
    posix_kill($pid, SIGTERM);
    foreach ([$a, $b] as $c) {
        $c->expectClose(1001);
        $c->close(1001);
        $c->expectEof();
    }
}, ['signal' => null]);
--EXPECT--
#1 reactor -1, status 3, 1001 "" by shutdown
#2 reactor -1, status 3, 1001 "" by shutdown
