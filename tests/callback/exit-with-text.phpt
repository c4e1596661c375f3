--TEST--
exit("text") prints the text and ends with status 0
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => exit("good bye\n"));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectClose(1001);
    $c->close(1001);
    $c->expectEof();
}, ['signal' => null]);
--EXPECT--
good bye
