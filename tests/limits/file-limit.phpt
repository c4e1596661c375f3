--TEST--
The limit of open files is raised as far as the system allows, and nobody has to read about it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

$hard = posix_getrlimit()['hard openfiles'];
posix_setrlimit(POSIX_RLIMIT_NOFILE, 256, is_numeric($hard) ? (int) $hard : -1);

$server = limited_server([]);
$server->on('workerStart', function () use ($hard) {
    $now = posix_getrlimit();
    echo $now['soft openfiles'] === $hard && $now['hard openfiles'] === $hard ? "raised\n" : json_encode($now) . "\n";
});
run_server($server, fn (int $port) => WebSocketClient::open($port)->disconnect(), ['log' => true]);
?>
--EXPECT--
raised
protocol errors: 0
