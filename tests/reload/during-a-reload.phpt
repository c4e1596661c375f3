--TEST--
A reload while one is running is refused; signals are passed over; a stop during a reload is a stop
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/processes.inc';

$file = tempnam(sys_get_temp_dir(), 'easyswoole');
run_server(function () use ($file) {
    $server = calling_server([], ['worker_num' => 2]);
    $server->on('workerStart', static function () use ($file) {
        for ($end = microtime(true) + 10; !file_exists($file) && microtime(true) < $end; clearstatcache()) {
            usleep(1000);
        }
    });
    foreach (['beforeReload', 'afterReload'] as $event) {
        $server->on($event, static fn () => print("$event\n"));
    }
    return $server;
}, function (int $port, int $master) use ($file) {
    $c = WebSocketClient::open($port);
    $pid = call($c, 'pid');
    unlink($file);
    var_dump(call($c, 'reload'));
    var_dump(wait_until(fn () => !call($c, 'reload'))); // the master has begun
    var_dump(call($c, 'reload'), call($c, 'reload', true), call($c, 'pid') === $pid);
    posix_kill($master, SIGUSR1);
    posix_kill($master, SIGUSR2);
    wait_until(fn () => preg_match('~^ShdPnd:\s0+$~m', file_get_contents("/proc/$master/status")));
    touch($file);
    wait_moved($c, $pid);
    var_dump(wait_until(function () use ($c, &$pids) {
        $pids = call($c, 'pids');
        return call($c, 'reload');
    }));
    wait_until(fn () => array_intersect(call($c, 'pids'), $pids) === []); // the file is needed until then
    unlink($file);
    wait_until(fn () => call($c, 'reload'));
    wait_until(fn () => !call($c, 'reload'));
    posix_kill($master, SIGTERM);
    $c->expectClose(1001);
    $c->close(1001);
    $c->expectEof();
    touch($file);
}, ['signal' => null]);
unlink($file);
?>
--EXPECT--
bool(true)
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
beforeReload
afterReload
beforeReload
afterReload
beforeReload
