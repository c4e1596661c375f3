--TEST--
kill -9 of a task worker in the middle of a task: that task is lost, the others are done by the replacement
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(fn () => calling_server([
    'die' => fn ($server) => $server->taskworker ? posix_kill(getmypid(), SIGKILL) : $server->task(['die', 0, []], 0),
    'task' => fn ($server, $fd, $name) => $server->taskwait([$name, $fd, []], 5, 0),
    'waiting' => fn ($server) => $server->stats()['tasking_num'],
], ['worker_num' => 1, 'task_worker_num' => 2]), function (int $port, int $master) {
    $c = WebSocketClient::open($port);
    $pid = call($c, 'task', 'pid');
    call($c, 'die');
    var_dump(call($c, 'task', 'pid') !== $pid, call($c, 'task', 'id'));
    var_dump(wait_until(fn () => call($c, 'waiting') === 0), zombies_of($master));
    leave($c);
}, ['alerts' => true]);
?>
--EXPECT--
bool(true)
int(1)
bool(true)
int(0)
