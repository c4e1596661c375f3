--TEST--
A Frame that user code keeps in an array is not changed by later messages
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$kept = [];
$server->on('message', function ($server, $frame) use (&$kept) {
    $kept[] = $frame;
    $server->push($frame->fd, 'next');
});
$server->on('workerStop', function () use (&$kept) {
    foreach ($kept as $frame) {
        echo "$frame->fd $frame->data $frame->opcode\n";
    }
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
1 one 1
2 two 2
1 three 1
2 four 2
