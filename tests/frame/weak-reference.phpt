--TEST--
A WeakReference to a Frame is empty as soon as the callback has returned
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$weak = [];
$server->on('message', function ($server, $frame) use (&$weak) {
    $weak[] = WeakReference::create($frame);
    echo count(array_filter($weak, fn ($w) => $w->get() !== null)), " alive\n";
    $server->push($frame->fd, 'next');
});
$server->on('workerStop', function () use (&$weak) {
    echo count(array_filter($weak, fn ($w) => $w->get() !== null)), " alive\n";
});
run_server($server, function (int $port) {
    $a = WebSocketClient::open($port);
    $b = WebSocketClient::open($port);
    foreach (['one', 'two', 'three', 'four'] as $i => $text) {
        $c = $i % 2 ? $b : $a;
        $c->sendFrame($i % 2 + 1, $text);
        $c->readMessage();
    }
});
--EXPECT--
1 alive
1 alive
1 alive
1 alive
0 alive
