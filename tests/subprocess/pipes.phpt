--TEST--
Pipes: messages keep their bounds with type 2, not with 1; there is none with 0; a closed one warns
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/time.inc';
foreach ([2, 1] as $type) {
    $process = new Swoole\Process(function ($process) {
        pcntl_alarm((int) ceil(10 * time_factor()));
        $process->write('one');
        $process->write('two');
        $process->read();
    }, false, $type);
    $process->start();
    $process->setTimeout(5 * time_factor());
    $read = $process->read();
    if ($type === 1) {
        while (strlen($read) < 6) {
            $read .= $process->read(1);
        }
    }
    var_dump($read);
    var_dump($process->write('end'));
    Swoole\Process::wait();
}
$process = new Swoole\Process(fn () => 0, false, 0);
var_dump($process->pipe, $process->read());
$process = new Swoole\Process(fn () => 0);
var_dump($process->close(), $process->close(), $process->write('x'));
try {
    new Swoole\Process(fn () => 0, false, 3);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECTF--
string(3) "one"
int(3)
string(6) "onetwo"
int(3)

Warning: Swoole\Process::read(): no pipe, or it is closed in %s on line %d
NULL
bool(false)

Warning: Swoole\Process::close(): no pipe, or it is closed in %s on line %d

Warning: Swoole\Process::write(): no pipe, or it is closed in %s on line %d
bool(true)
bool(false)
bool(false)
Swoole\Process::__construct(): Argument #3 ($pipe_type) must be 0 (none), 1 (a stream) or 2 (messages)
