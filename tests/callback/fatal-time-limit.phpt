--TEST--
set_time_limit() ends a callback that runs for ever
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function () {
    set_time_limit(1);
    for (;;) {
    }
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectEof(true);
}, ['signal' => null, 'exit' => 255]);
--EXPECTF--
Fatal error: Maximum execution time of 1 second exceeded in %s on line %d
