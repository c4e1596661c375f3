--TEST--
Redirected: what the process prints is read from the pipe; exec() replaces it by a program
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
foreach ([fn () => print("printed\n"), fn ($process) => $process->exec('/bin/echo', ['from', 'echo'])] as $callback) {
    $process = new Swoole\Process($callback, true);
    $process->start();
    echo $process->read();
    var_dump(Swoole\Process::wait()['code']);
}
$process = new Swoole\Process(fn ($process) => var_dump($process->exec('/nonexistent', [])), true);
$process->start();
Swoole\Process::wait();
echo str_contains($process->read(), 'failed: No such file or directory') ? "no such program\n" : "?\n";
?>
--EXPECT--
printed
int(0)
from echo
int(0)
no such program
