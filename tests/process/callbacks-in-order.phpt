--TEST--
Every callback runs in its process, and in order, in both modes
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

function order(int $mode): void
{
    $output = run_server(function () use ($mode) {
        $server = calling_server([
            'task' => fn ($server, $fd, $name = null) => $server->taskworker ? getmypid() : $server->taskwait(['task', $fd, []], 5),
        ], ['worker_num' => 2, 'task_worker_num' => 1], $mode);
        foreach (['start', 'managerStart', 'workerStart', 'workerStop', 'managerStop', 'beforeShutdown', 'shutdown', 'beforeReload', 'afterReload'] as $event) {
            $server->on($event, static function ($server, ...$arguments) use ($event) {
                $where = getmypid() === $server->master_pid ? 'master' : ($server->taskworker ? 'task worker' : 'worker');
                $numbers = json_encode($arguments);
                echo "$event $where $numbers $server->worker_id\n"; // in one write
            });
        }
        return $server;
    }, function (int $port) {
        $c = WebSocketClient::open($port);
        $pid = call($c, 'pid');
        $task = call($c, 'task');
        var_dump(call($c, 'reload'));
        wait_moved($c, $pid);
        wait_until(fn () => call($c, 'task') !== $task);
        $task = call($c, 'task');
        // The reload is over when another one is possible.
        wait_until(fn () => call($c, 'reload', true));
        wait_until(fn () => call($c, 'task') !== $task);
        leave($c);
    }, ['print' => false]);

    $lines = explode("\n", preg_replace(LOG_LINE, '', $output));
    $at = array_flip(array_reverse($lines, true)); // where each line is first
    $count = array_count_values($lines);
    ksort($count);
    print_r(array_filter($count, fn ($line) => $line !== '', ARRAY_FILTER_USE_KEY));
    $last = array_flip($lines); // … and where it is last
    var_dump(
        $at['start master [] -1'] < $at['managerStart master [] -1'],
        $at['managerStart master [] -1'] < $at['beforeReload master [] -1'],
        $at['beforeReload master [] -1'] < $at['afterReload master [] -1'],
        $last['afterReload master [] -1'] < $at['beforeShutdown master [] -1'],
        $at['beforeShutdown master [] -1'] < $last['workerStop worker [0] 0'],
        $last['workerStop worker [0] 0'] < $at['managerStop master [] -1'],
        $last['workerStop worker [1] 1'] < $at['managerStop master [] -1'],
        $last['workerStop task worker [2] 2'] < $at['managerStop master [] -1'],
        $at['managerStop master [] -1'] < $at['shutdown master [] -1'],
    );
}
order(SWOOLE_BASE);
order(SWOOLE_PROCESS);
?>
--EXPECT--
bool(true)
Array
(
    [afterReload master [] -1] => 2
    [beforeReload master [] -1] => 2
    [beforeShutdown master [] -1] => 1
    [managerStart master [] -1] => 1
    [managerStop master [] -1] => 1
    [shutdown master [] -1] => 1
    [start master [] -1] => 1
    [workerStart task worker [2] 2] => 3
    [workerStart worker [0] 0] => 2
    [workerStart worker [1] 1] => 2
    [workerStop task worker [2] 2] => 3
    [workerStop worker [0] 0] => 2
    [workerStop worker [1] 1] => 2
)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
Array
(
    [afterReload master [] -1] => 2
    [beforeReload master [] -1] => 2
    [beforeShutdown master [] -1] => 1
    [managerStart master [] -1] => 1
    [managerStop master [] -1] => 1
    [shutdown master [] -1] => 1
    [start master [] -1] => 1
    [workerStart task worker [2] 2] => 3
    [workerStart worker [0] 0] => 2
    [workerStart worker [1] 1] => 2
    [workerStop task worker [2] 2] => 3
    [workerStop worker [0] 0] => 2
    [workerStop worker [1] 1] => 2
)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
