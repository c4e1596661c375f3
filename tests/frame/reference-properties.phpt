--TEST--
A reference to a property of a Frame keeps its value while later messages arrive
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$kept = [];
$server->on('message', function ($server, $frame) use (&$kept) {
    $kept[] = &$frame->data;
    $kept[] = &$frame->fd;
    $server->push($frame->fd, 'next');
});
$server->on('workerStop', function () use (&$kept) {
    echo json_encode($kept), "\n";
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
["one",1,"two",2,"three",1,"four",2]
