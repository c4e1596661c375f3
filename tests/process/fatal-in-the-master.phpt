--TEST--
A fatal error in a callback of the master: its children end in order, nobody is left behind
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

foreach (['managerStart', 'beforeReload'] as $event) {
    echo "$event\n";
    run_server(function () use ($event) {
        $server = calling_server([], ['worker_num' => 2, 'task_worker_num' => 1]);
        $server->on('workerStop', static fn ($server, $id) => print("workerStop\n"));
        $server->on($event, static fn () => trigger_error('on purpose', E_USER_ERROR));
        return $server;
    }, function (int $port, int $master) use ($event) {
        if ($event === 'beforeReload') {
            $c = WebSocketClient::open($port);
            call($c, 'reload');
            $c->expectClose(1001);
            $c->close(1001);
            $c->expectEof();
        }
    }, ['signal' => null, 'exit' => 255, 'ready' => $event !== 'managerStart']);
}
?>
--EXPECTF--
managerStart

Fatal error: on purpose in %s on line %d
workerStop
workerStop
workerStop
beforeReload

Fatal error: on purpose in %s on line %d
workerStop
workerStop
workerStop
