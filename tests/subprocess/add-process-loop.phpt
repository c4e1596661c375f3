--TEST--
A user process has an event loop: timers, the pipe as an event, SIGTERM as EasySwoole handles it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$process = new Swoole\Process(function (Swoole\Process $process) use ($server) {
    swoole_event_add($process->pipe, function () use ($process, $server) {
        $fd = (int) $process->read();
        Swoole\Timer::after(1, fn () => $server->push($fd, 'later'));
    });
    Swoole\Process::signal(SIGTERM, function () use ($process) {
        echo "SIGTERM\n";
        Swoole\Timer::clearAll();
        swoole_event_del($process->pipe);
        Swoole\Process::signal(SIGTERM, null);
        Swoole\Event::exit();
    });
});
$server->addProcess($process);
$server->on('message', fn ($server, $frame) => $process->write((string) $frame->fd));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    echo $c->readFrame(), "\n";
});
?>
--EXPECT--
text "later"
SIGTERM
