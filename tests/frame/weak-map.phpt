--TEST--
A Frame as the key of a WeakMap: its entry goes with it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$map = new WeakMap();
$server->on('message', function ($server, $frame) use ($map) {
    echo count($map), "\n";
    $map[$frame] = $frame->data;
    $server->push($frame->fd, 'next');
});
$server->on('workerStop', function () use ($map) {
    echo count($map), "\n";
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
0
0
0
0
0
