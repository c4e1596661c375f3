--TEST--
A fatal error in shutdown ends the process with status 255
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
$server->on('shutdown', fn () => trigger_error('fatal', E_USER_ERROR));
run_server($server, fn () => null, ['signal' => null, 'exit' => 255, 'ready' => false, 'start' => function ($server) {
    before_callback($server, 'workerStart', fn () => $server->shutdown());
    $server->start();
    echo "never\n";
}]);
--EXPECTF--
Fatal error: fatal in %s on line %d
