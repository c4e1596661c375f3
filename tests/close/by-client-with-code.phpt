--TEST--
The client closes with a code and a reason: both come back, onClose has them
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->close(4001, 'bye ä');
    $c->expectClose(4001, 'bye ä');
    $c->expectEof();
});
--EXPECT--
#1 reactor 0, status 3, 4001 "bye ä" by client
