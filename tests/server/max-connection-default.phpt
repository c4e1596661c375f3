--TEST--
$server->setting names the real max_connection when none was set
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\Http\Server('127.0.0.1', 0);
$server->on('request', fn () => 0);
$server->on('workerStart', fn ($server) => var_dump($server->setting['max_connection'] > 0 && $server->setting['max_connection'] <= 100000));
run_server($server, fn () => 0);
?>
--EXPECT--
bool(true)
