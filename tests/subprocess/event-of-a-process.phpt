--TEST--
Swoole\Event watches a Swoole\Process: its pipe
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/time.inc';
$process = new Swoole\Process(function (Swoole\Process $process) {
    pcntl_alarm((int) ceil(10 * time_factor()));
    $process->write('hello');
    $process->read();
});
$process->start();
Swoole\Event::add($process, function () use ($process) {
    var_dump($process->read());
    var_dump(Swoole\Event::del($process));
    $process->write('end');
});
var_dump(Swoole\Event::isset($process));
Swoole\Event::wait();
var_dump(Swoole\Process::wait()['code']);
?>
--EXPECT--
bool(true)
string(5) "hello"
bool(true)
int(0)
