--TEST--
A larger worker_num or task_worker_num is one notice, and one process serves
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->set(['worker_num' => 8, 'task_worker_num' => 2]);
$server->on('message', fn () => 0);
$server->on('workerStart', fn ($server, $id) => var_dump($id, $server->stats()['worker_num'], $server->setting['worker_num']));
run_server($server, fn () => 0);
?>
--EXPECTF--
Notice: Swoole\Server::start(): this version serves in one process: worker_num is taken as 1, task_worker_num as 0 in %s on line %d
int(0)
int(1)
int(8)
