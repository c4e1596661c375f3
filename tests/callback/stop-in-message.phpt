--TEST--
stop() in onMessage ends the one worker, and with it the server, in order
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server) => var_dump($server->stop()));
$server->on('workerStop', fn ($server, $id) => print("workerStop $id\n"));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectClose(1001);
    $c->close(1001);
    $c->expectEof();
}, ['signal' => null]);
--EXPECT--
bool(true)
workerStop 0
