--TEST--
exit(4) in onOpen ends the server in order with that status
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
$server->on('open', fn () => exit(4));
$server->on('shutdown', fn () => print("shutdown\n"));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->expectClose(1001);
    $c->close(1001);
    $c->expectEof();
}, ['signal' => null, 'exit' => 4]);
--EXPECT--
shutdown
