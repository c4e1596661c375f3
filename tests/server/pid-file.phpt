--TEST--
pid_file holds the process id while the server runs, and is removed at its end
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$file = tempnam(sys_get_temp_dir(), 'easyswoole');
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->set(['pid_file' => $file]);
$server->on('message', fn () => 0);
run_server($server, fn (int $port, int $pid) => var_dump(file_get_contents($file) === (string) $pid));
var_dump(file_exists($file));
?>
--EXPECT--
bool(true)
bool(false)
