--TEST--
An exception in onWorkerStart is reported, and the worker serves
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(function () {
    $server = calling_server([], ['worker_num' => 2]);
    $server->on('workerStart', static fn ($server, $id) => $id === 1 && throw new Exception('not today'));
    return $server;
}, function (int $port) {
    [$zero, $one] = client_of_each_worker($port, 2);
    leave($zero, $one);
});
?>
--EXPECTF--

Warning: Uncaught Exception: not today in %s:%d
Stack trace:
%a
