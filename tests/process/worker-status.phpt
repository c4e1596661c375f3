--TEST--
getWorkerStatus() of another worker, and idle_worker_num: busy while it works on what a client sent
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$file = tempnam(sys_get_temp_dir(), 'easyswoole');
run_server(fn () => calling_server([
    'work' => function () use ($file) {
        for ($end = microtime(true) + 10 * time_factor(); file_exists($file) && microtime(true) < $end; clearstatcache()) {
            usleep(1000);
        }
        return 'done';
    },
    'look' => fn ($server) => [$server->getWorkerStatus(1), $server->stats()['idle_worker_num']],
], ['worker_num' => 2]), function (int $port) use ($file) {
    [$one, $other] = client_of_each_worker($port, 2);
    var_dump(wait_until(fn () => call($one, 'look') === [SWOOLE_WORKER_IDLE, 1]));
    $other->text('["work",[]]');
    var_dump(wait_until(fn () => call($one, 'look') === [SWOOLE_WORKER_BUSY, 0]));
    unlink($file);
    var_dump(result($other));
    var_dump(wait_until(fn () => call($one, 'look') === [SWOOLE_WORKER_IDLE, 1]));
    leave($one, $other);
});
?>
--EXPECT--
bool(true)
bool(true)
string(4) "done"
bool(true)
