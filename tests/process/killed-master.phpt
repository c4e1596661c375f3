--TEST--
kill -9 of the master: every other process ends in order, clients get 1001
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(function () {
    $server = calling_server([], ['worker_num' => 2, 'task_worker_num' => 1]);
    $server->on('workerStop', static fn ($server, $id) => print("workerStop\n"));
    return $server;
}, function (int $port, int $master) {
    $clients = client_of_each_worker($port, 2);
    $pids = call($clients[0], 'pids');
    posix_kill($master, SIGKILL);
    foreach ($clients as $c) {
        $c->expectClose(1001);
        $c->close(1001);
        $c->expectEof();
    }
    foreach ($pids as $pid) {
        var_dump(wait_gone($pid));
    }
}, ['alerts' => true, 'exit' => 'signal 9', 'signal' => null, 'orphans' => true]);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
workerStop
workerStop
workerStop
