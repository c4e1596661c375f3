--TEST--
The data of a Frame outlives it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$kept = [];
$server->on('message', function ($server, $frame) use (&$kept) {
    $kept[] = "$frame->fd " . $frame->data;
    $kept[] = $frame->data;
    $server->push($frame->fd, 'next');
});
$server->on('workerStop', function () use (&$kept) {
    echo implode(",", $kept), "\n";
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
1 one,one,2 two,two,1 three,three,2 four,four
