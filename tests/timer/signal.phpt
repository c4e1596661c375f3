--TEST--
A signal handler of pcntl runs while the process waits in its loop
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/time.inc';

[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$pid = pcntl_fork();
if ($pid === 0) {
    pcntl_alarm(20 * time_factor());
    fread($theirs, 1);
    posix_kill(posix_getppid(), SIGUSR1);
    exit(0);
}
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () {
    echo "signal\n";
    Swoole\Timer::clearAll();
});
Swoole\Timer::tick(1000000, fn () => 1);
Swoole\Event::defer(fn () => fwrite($ours, 'x'));
Swoole\Event::wait();
pcntl_waitpid($pid, $status);
echo "end\n";
?>
--EXPECT--
signal
end
