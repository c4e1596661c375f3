--TEST--
exit(4) in onRequest ends the server in order with that status
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
$server->on('request', fn () => exit(4));
$server->on('shutdown', fn () => print("shutdown\n"));
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    $c->send(WebSocketClient::httpRequest('GET', '/'));
    $c->readAll();
}, ['signal' => null, 'exit' => 4]);
--EXPECT--
shutdown
