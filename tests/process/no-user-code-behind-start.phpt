--TEST--
What stands behind start() runs in the master alone; shutdown functions and destructors run in every process
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$output = run_server(function () {
    ob_start();
    echo "buffered before start\n"; // the master's to print, once
    return calling_server([], ['worker_num' => 2, 'task_worker_num' => 1]);
}, function (int $port) {
    $c = WebSocketClient::open($port);
    $pid = call($c, 'pid');
    call($c, 'reload');
    wait_moved($c, $pid);
    leave($c);
}, ['start' => function ($server) {
    $in = getmypid();
    register_shutdown_function(static fn () => print('shutdown function of ' . (getmypid() === $in ? 'the master' : 'a child') . "\n"));
    try {
        $server->start();
    } finally {
        echo 'behind start() in ', getmypid() === $in ? 'the master' : 'a child', "\n";
    }
}, 'print' => false]);
$lines = array_count_values(explode("\n", preg_replace(LOG_LINE, '', $output)));
ksort($lines);
$lines['shutdown function of a child'] = $lines['shutdown function of a child'] >= 5; // the sixth may not have been started any more
print_r($lines);
?>
--EXPECT--
Array
(
    [] => 1
    [behind start() in the master] => 1
    [buffered before start] => 1
    [shutdown function of a child] => 1
    [shutdown function of the master] => 1
)
