--TEST--
SWOOLE_PROCESS has a master for a single worker, too; SWOOLE_BASE has none then
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

foreach ([SWOOLE_BASE, SWOOLE_PROCESS] as $mode) {
    run_server(fn () => calling_server([
        'who' => fn ($server) => [$server->manager_pid !== 0, $server->getManagerPid() !== 0, $server->master_pid === getmypid()],
    ], ['worker_num' => 1], $mode), function (int $port) {
        $c = WebSocketClient::open($port);
        $pid = call($c, 'pid');
        echo json_encode(call($c, 'who')), "\n";
        var_dump(call($c, 'reload'));
        if (call($c, 'who')[0]) {
            var_dump(wait_moved($c, $pid) !== $pid);
        }
        leave($c);
    });
}
?>
--EXPECT--
[false,false,true]
bool(false)
[true,true,false]
bool(true)
bool(true)
