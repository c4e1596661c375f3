--TEST--
The client closes without a code: an empty close frame comes back, onClose has 1005
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->close(null);
    echo strlen($c->expectClose()->payload), "\n";
    $c->expectEof();
});
--EXPECT--
0
#1 reactor 0, status 3, 1005 "" by client
