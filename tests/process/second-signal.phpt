--TEST--
A second SIGTERM ends the wait for clients that do not answer, and a worker that does not come back is killed
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$begin = 0;
foreach (['client', 'worker'] as $who) {
    run_server(fn () => calling_server([
        'hang' => function () {
            for (;;) {
                usleep(1000);
            }
        },
    ], ['worker_num' => 2, 'max_wait_time' => 100, 'websocket_close_timeout' => 100]), function (int $port, int $master) use (&$begin, $who) {
        [$c, $hanging] = client_of_each_worker($port, 2);
        if ($who === 'worker') {
            $hanging->text(json_encode(['hang', []]));
        }
        $begin = microtime(true);
        posix_kill($master, SIGTERM);
        $c->expectClose(1001); // and is not answered
        if ($who === 'client') {
            $hanging->expectClose(1001); // two signals at once would be one
        }
        posix_kill($master, SIGTERM);
        $c->readAll();
        $hanging->readAll();
    }, ['signal' => null, 'alerts' => $who === 'worker', 'log' => true, 'connections' => $who === 'client']);
    var_dump(microtime(true) - $begin < 10 * time_factor());
}
?>
--EXPECTF--
bool(true)
WARNING process 1 (pid %d) did not end in time: killed
WARNING process 1 (pid %d) was killed by signal 9
bool(true)
