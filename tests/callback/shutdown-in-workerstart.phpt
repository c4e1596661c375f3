--TEST--
shutdown() in workerStart: the server stops at once, start() returns true
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
$server->on('workerStart', fn ($server) => $server->shutdown());
$server->on('workerStop', fn () => print("workerStop\n"));
$server->on('shutdown', fn () => print("shutdown\n"));
run_server($server, fn () => null, ['signal' => null, 'ready' => false, 'start' => fn ($server) => var_dump($server->start())]);
--EXPECT--
workerStop
shutdown
bool(true)
