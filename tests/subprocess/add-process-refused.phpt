--TEST--
addProcess() after start, and start() of a process that a server has: a warning and false
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$process = new Swoole\Process(fn ($process) => $process->read());
$server->addProcess($process);
var_dump($process->start());
$server->on('message', fn () => 0);
$server->on('workerStart', function ($server) {
    var_dump($server->addProcess(new Swoole\Process(fn () => 0)));
});
run_server($server, fn () => 0);
?>
--EXPECTF--
Warning: Swoole\Process::start(): a process of a server is started by the server in %s on line %d
bool(false)

Warning: Swoole\Server::addProcess(): server is running, unable to change it in %s on line %d
bool(false)
