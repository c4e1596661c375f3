--TEST--
Fibers and generators started in callbacks; a fiber is resumed in a later callback
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$fiber = null;
$server->on('message', function ($server, $frame) use (&$fiber) {
    if ($frame->data === 'generator') {
        foreach ((fn () => yield from [1, 2, 3])() as $n) {
            $server->push($frame->fd, "generator $n");
        }
    } elseif ($frame->data === 'start') {
        $fiber = new Fiber(function () use ($server, $frame) {
            $text = Fiber::suspend();
            $server->push($frame->fd, "fiber $text");
            $server->close($frame->fd);
        });
        $fiber->start();
        $server->push($frame->fd, 'suspended');
    } else {
        $fiber->resume($frame->data);
    }
});
$server->on('close', function ($server, $fd) {
    $fiber = new Fiber(fn () => Fiber::suspend('unfinished'));
    echo $fiber->start(), "\n";
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    foreach (['generator', 'start', 'more'] as $text) {
        $c->text($text);
    }
    for ($i = 0; $i < 5; $i++) {
        echo $c->readMessage(), "\n";
    }
    $c->expectEof();
});
--EXPECT--
generator 1
generator 2
generator 3
suspended
fiber more
unfinished
