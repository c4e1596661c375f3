--TEST--
exit() and stop() in a callback end that worker in order: its clients move, the exit status is reported
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$output = run_server(function () {
    $server = calling_server([
        'exit' => fn ($server, $fd, $status) => exit($status),
        'stop' => fn ($server, $fd, $worker = -1) => $server->stop($worker),
    ], ['worker_num' => 2, 'task_worker_num' => 1]);
    $server->on('workerStop', static fn ($server, $id) => print("workerStop $id\n"));
    $server->on('workerError', static fn ($server, $id, $pid, $code, $signal) => print("workerError $id " . exit_code($code) . " $signal\n"));
    register_shutdown_function(static fn () => print(getmypid() === $server->master_pid ? "master's shutdown function\n" : ''));
    return $server;
}, function (int $port, int $master) {
    [$zero, $one] = client_of_each_worker($port, 2);
    $fd = call($one, 'fd');
    foreach ([['exit', 0], ['exit', 3], ['stop']] as $arguments) {
        $pid = call($one, 'pid');
        $one->text(json_encode([array_shift($arguments), $arguments]));
        var_dump($arguments === [] ? result($one) : null, wait_moved($one, $pid) !== $pid, call($one, 'fd') === $fd, wait_gone($pid));
    }
    $pids = call($one, 'pids');
    foreach ([1, 2] as $worker) {
        var_dump(call($zero, 'stop', $worker));
        var_dump(wait_until(fn () => !in_array(call($zero, 'pids')[$worker], [0, $pids[$worker]])));
    }
    var_dump(call($one, 'id'), call($one, 'fd') === $fd, zombies_of($master));
    // Nobody has opened or closed anything.
    leave($zero, $one);
}, ['alerts' => true, 'print' => false]);
$lines = array_count_values(explode("\n", trim(preg_replace(LOG_LINE, '', $output))));
ksort($lines);
print_r($lines);
?>
--EXPECT--
NULL
bool(true)
bool(true)
bool(true)
NULL
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
bool(true)
int(1)
bool(true)
int(0)
Array
(
    [master's shutdown function] => 1
    [workerError 1 3 0] => 1
    [workerStop 0] => 1
    [workerStop 1] => 5
    [workerStop 2] => 2
)
