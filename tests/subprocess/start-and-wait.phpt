--TEST--
Process::start() forks; the callback gets the object; wait() tells how it ended; what stands behind start() is the parent's
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/time.inc';
$parent = getmypid();
$process = new Swoole\Process(function (Swoole\Process $process) use ($parent) {
    pcntl_alarm((int) ceil(10 * time_factor()));
    $process->write(json_encode([$process->pid === getmypid(), posix_getppid() === $parent, is_int($process->pipe)]));
    exit(7);
});
var_dump($process->pid, is_int($process->pipe), $process->id);
$pid = $process->start();
var_dump($pid > 1, $pid === $process->pid);
var_dump($process->read());
var_dump(Swoole\Process::wait() === ['pid' => $pid, 'code' => 7, 'signal' => 0]);
var_dump(Swoole\Process::wait(false));
var_dump(getmypid() === $parent);
?>
--EXPECT--
NULL
bool(true)
NULL
bool(true)
bool(true)
string(16) "[true,true,true]"
bool(true)
bool(false)
bool(true)
