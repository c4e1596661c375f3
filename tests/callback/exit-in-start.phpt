--TEST--
exit(5) in start ends the process with that status; code behind start() does not run
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
$server->on('start', fn () => exit(5));
run_server($server, fn () => null, ['signal' => null, 'exit' => 5, 'ready' => false, 'start' => function ($server) {
    register_shutdown_function(fn () => print("shutdown function\n"));
    $server->start();
    echo "never\n";
}]);
--EXPECT--
shutdown function
