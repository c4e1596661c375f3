--TEST--
A Frame that a closure has bound is not changed by later messages
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$closures = [];
$server->on('message', function ($server, $frame) use (&$closures) {
    $closures[] = fn () => "$frame->fd $frame->data $frame->opcode\n";
    $server->push($frame->fd, 'next');
});
$server->on('workerStop', function () use (&$closures) {
    foreach ($closures as $closure) {
        echo $closure();
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
