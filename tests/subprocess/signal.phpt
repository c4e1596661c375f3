--TEST--
Process::signal() handles signals in the loop; alarm() sends them; null takes a handler back
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
use Swoole\Process;
$n = 0;
Process::signal(SIGUSR1, function (int $signo) {
    var_dump($signo === SIGUSR1);
    Process::alarm(2000);
});
Process::signal(SIGALRM, function () use (&$n, &$timer) {
    if (++$n === 3) {
        Process::alarm(0);
        var_dump(Process::signal(SIGALRM), Process::signal(SIGALRM, null));
        Swoole\Timer::clear($timer);
    }
});
$timer = Swoole\Timer::tick(60000, fn () => 0); // keeps the loop alive: handlers alone do not
Process::kill(getmypid(), SIGUSR1);
Swoole\Event::wait();
var_dump($n);
var_dump(Process::signal(0, fn () => 0));
?>
--EXPECTF--
bool(true)

Warning: Swoole\Process::signal(): there is no handler of signal [14] in %s on line %d
bool(true)
bool(false)
int(3)

Warning: Swoole\Process::signal(): there is no signal 0 in %s on line %d
bool(false)
