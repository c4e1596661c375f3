--TEST--
Tasks of the master have no result; a worker may wait for tasks in onWorkerStart
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$output = run_server(function () {
    $server = calling_server(['ready' => fn () => $GLOBALS['ready']], ['worker_num' => 1, 'task_worker_num' => 1]);
    $server->on('task', static function ($server, $id, $from, $data) {
        if ($from === -1) {
            $finished = json_encode($server->finish('x'));
            echo "task $id of the master: $data, finish() $finished\n";
        }
        return 'result';
    });
    $server->on('managerStart', static function ($server) {
        $ids = json_encode([$server->task('a'), $server->task('b'), @$server->taskwait('c')]);
        echo "ids $ids\n";
    });
    $server->on('workerStart', static function ($server, $id) {
        if ($id === 0) {
            $GLOBALS['ready'] = [@$server->taskwait('x', 5), error_get_last()['message'] ?? null];
        }
    });
    return $server;
}, function (int $port) {
    $c = WebSocketClient::open($port);
    echo json_encode(call($c, 'ready')), "\n";
    $pid = call($c, 'pid');
    call($c, 'reload');
    wait_moved($c, $pid);
    echo json_encode(call($c, 'ready')), "\n"; // the old worker serves until this one is ready
    leave($c);
}, ['print' => false]);
$lines = explode("\n", trim(preg_replace(LOG_LINE, '', $output)));
sort($lines); // two processes
echo implode("\n", $lines), "\n";
?>
--EXPECT--
["result",null]
[false,"Swoole\\Server::taskwait(): cannot wait for tasks before this worker has taken over"]
ids [0,1,false]
task 0 of the master: a, finish() false
task 1 of the master: b, finish() false
