--TEST--
Process::kill(): a signal; 0 only asks, without a warning when there is nobody; other failures warn
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/time.inc';
$process = new Swoole\Process(function ($process) {
    pcntl_alarm((int) ceil(10 * time_factor()));
    $process->write('up');
    $process->read(); // for ever
});
$pid = $process->start();
echo $process->read(), "\n";
var_dump(Swoole\Process::kill($pid, 0), Swoole\Process::kill((string) $pid, SIGTERM));
var_dump(Swoole\Process::wait() === ['pid' => $pid, 'code' => 0, 'signal' => SIGTERM]);
var_dump(Swoole\Process::kill($pid, 0));
var_dump(Swoole\Process::kill($pid, SIGTERM));
?>
--EXPECTF--
up
bool(true)
bool(true)
bool(true)
bool(false)

Warning: Swoole\Process::kill(): kill(%d, 15) failed: No such process in %s on line %d
bool(false)
