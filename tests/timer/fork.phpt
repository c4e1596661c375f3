--TEST--
Timers and events are those of the process that made them; a child counts ids from 1
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/time.inc';

use Swoole\Event;
use Swoole\Timer;

[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
Event::add($ours, function ($fp) {
    echo 'parent reads ', fread($fp, 100), "\n";
    Event::del($fp);
    Timer::clearAll();
});
Timer::tick(1000000, fn () => 1);
Timer::after(1, function () use ($theirs, $ours) {
    $pid = pcntl_fork(); // inside the running loop
    if ($pid === 0) {
        pcntl_alarm(20 * time_factor());
        echo json_encode(Timer::stats()), json_encode(Event::isset($ours)), "\n";
        Timer::after(1, fn () => print("child in the loop\n"));
        return;
    }
    pcntl_waitpid($pid, $status);
    echo "status $status\n";
    fwrite($theirs, 'x');
});
$pid = pcntl_fork();
if ($pid === 0) {
    pcntl_alarm(20 * time_factor());
    echo json_encode(Timer::stats()), json_encode(Event::isset($ours)), "\n";
    echo 'id ', Timer::after(1, fn () => print("child\n")), "\n";
    Event::add($ours, fn () => 1);
    Event::del($ours);
    exit(0);
}
pcntl_waitpid($pid, $status);
echo "status $status\n";
Event::wait();
echo "end of a process\n";
?>
--EXPECT--
{"initialized":false,"num":0,"round":0}false
id 1
child
status 0
{"initialized":false,"num":0,"round":0}false
child in the loop
end of a process
status 0
parent reads x
end of a process
