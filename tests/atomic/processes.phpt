--TEST--
Atomic: processes count together; wait() and wakeup() pass a signal between them
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/time.inc';

$n = new Swoole\Atomic();
$long = new Swoole\Atomic\Long(1 << 40);
$ping = new Swoole\Atomic();
$pong = new Swoole\Atomic();
$pids = [];
for ($i = 0; $i < 4; $i++) {
    $pids[] = $pid = pcntl_fork();
    if ($pid === 0) {
        pcntl_alarm(60 * time_factor());
        for ($j = 0; $j < 5000; $j++) {
            $n->add(2);
            $n->sub();
            $long->sub(3);
        }
        exit(0);
    }
}
$pids[] = $pid = pcntl_fork();
if ($pid === 0) {
    pcntl_alarm(60 * time_factor());
    for ($j = 0; $j < 200; $j++) {
        $ping->wait(-1) || exit(1);
        $pong->wakeup();
    }
    exit(0);
}
for ($j = 0; $j < 200; $j++) {
    $ping->wakeup();
    $pong->wait(30) || exit('no answer');
}
foreach ($pids as $pid) {
    pcntl_waitpid($pid, $status);
    echo $status, ' ';
}
var_dump($n->get(), $long->get() - (1 << 40));
var_dump($pong->wait(0), $pong->wait(0.01), $pong->wakeup(), $pong->wakeup(), $pong->wait(), $pong->get());
?>
--EXPECT--
0 0 0 0 0 int(20000)
int(-60000)
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
int(0)
