--TEST--
max_request and task_max_request: workers are replaced, nobody notices
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$server = fn () => calling_server([
    'task' => fn ($server, $fd) => $server->taskworker ? getmypid() : $server->taskwait(['task', $fd, []], 5),
], ['worker_num' => 1, 'task_worker_num' => 1, 'max_request' => 50, 'max_request_grace' => 0, 'task_max_request' => 3]);
run_server($server, function (int $port, int $master) {
    $c = WebSocketClient::open($port);
    $fd = call($c, 'fd');
    $tasks = [];
    for ($i = 0; $i < 12; $i++) {
        @$tasks[call($c, 'task')]++;
    }
    echo json_encode(array_values($tasks)), "\n";
    $pids = [];
    for ($i = 0; $i < 50000 && count($pids) < 4; $i++) {
        @$pids[call($c, 'pid')]++;
    }
    // A few more than 50 are served while the successor starts.
    var_dump(count($pids), min(array_slice($pids, 1, -1)) >= 50);
    var_dump(call($c, 'fd') === $fd, zombies_of($master));
    leave($c);
});

// With a grace the workers take their leave at different times.
run_server(fn () => calling_server([], ['worker_num' => 1, 'max_request' => 20]), function (int $port) {
    $c = WebSocketClient::open($port);
    for ($i = 0, $pid = call($c, 'pid'); call($c, 'pid') === $pid && $i < 2000; $i++) {
    }
    var_dump($i >= 17 && $i < 2000);
    leave($c);
});
?>
--EXPECT--
[3,3,3,3]
int(4)
bool(true)
bool(true)
int(0)
bool(true)
