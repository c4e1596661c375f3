--TEST--
A task goes to the task worker that has the fewest waiting
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

run_server(fn () => calling_server([
    'start' => fn ($server, $fd, $name, $index, ...$arguments) => $server->task([$name, $fd, $arguments], $index),
    'wait' => fn ($server, $fd, $name) => $server->taskwait([$name, $fd, []], 5),
    'busy' => function ($server, $fd, $file) {
        for ($end = microtime(true) + 10; !file_exists($file) && microtime(true) < $end; clearstatcache()) {
            usleep(1000);
        }
    },
    'stats' => fn ($server) => [$server->stats()['tasking_num'], $server->stats()['task_idle_worker_num'], $server->stats()['task_count']],
], ['worker_num' => 2, 'task_worker_num' => 3]), function (int $port) {
    [$c, $other] = client_of_each_worker($port, 2);
    $file = tempnam(sys_get_temp_dir(), 'easyswoole');
    unlink($file);
    // Task workers are processes 2, 3 and 4. Two are busy, one of them with more.
    call($c, 'start', 'busy', 0, $file);
    call($other, 'start', 'busy', 2, $file);
    call($other, 'start', 'busy', 2, $file);
    $ids = [];
    for ($i = 0; $i < 10; $i++) {
        $ids[] = call($i % 2 ? $c : $other, 'wait', 'id');
    }
    echo implode(' ', $ids), "\n";
    var_dump(wait_until(fn () => call($c, 'stats')[1] === 1));
    echo json_encode(call($c, 'stats')), "\n";
    // Now all are busy: the next goes to those with one task.
    call($c, 'start', 'busy', 1, $file);
    call($c, 'start', 'busy', -1, $file);
    call($c, 'start', 'busy', -1, $file);
    touch($file);
    var_dump(wait_until(fn () => call($c, 'stats')[0] === 0), call($c, 'stats')[2]);
    var_dump(wait_until(fn () => call($c, 'stats')[1] === 3));
    unlink($file);
    leave($c, $other);
});
?>
--EXPECT--
3 3 3 3 3 3 3 3 3 3
bool(true)
[3,1,13]
bool(true)
int(16)
bool(true)
