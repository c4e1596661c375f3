--TEST--
A protocol error: 1002 with the reason goes out, reactor id stays, close_by is error
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
before_callback($server, 'workerStop', fn ($server) => print('errors: ' . $server->stats()['protocol_error_count'] . "\n"));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->sendFrame(3);
    $c->expectClose(1002, 'reserved opcode');
    $c->expectEof();
});
--EXPECT--
#1 reactor 0, status 3, 1002 "reserved opcode" by error
errors: 1
