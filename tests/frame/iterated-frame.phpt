--TEST--
A Frame that was iterated, dumped, cast to an array or cloned is not changed by later messages
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$kept = [];
$server->on('message', function ($server, $frame) use (&$kept) {
    foreach ($frame as $name => $value) {
        $kept[] = $name === 'data' ? $value : '';
    }
    $kept[] = (array) $frame;
    $kept[] = clone $frame;
    $kept[] = get_object_vars($frame);
    $server->push($frame->fd, 'next');
});
$server->on('workerStop', function () use (&$kept) {
    echo json_encode(array_filter($kept)), "\n";
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
{"1":"one","5":{"fd":1,"data":"one","opcode":1,"flags":33,"finish":true},"6":{"fd":1,"data":"one","opcode":1,"flags":33,"finish":true},"7":{"fd":1,"data":"one","opcode":1,"flags":33,"finish":true},"9":"two","13":{"fd":2,"data":"two","opcode":2,"flags":33,"finish":true},"14":{"fd":2,"data":"two","opcode":2,"flags":33,"finish":true},"15":{"fd":2,"data":"two","opcode":2,"flags":33,"finish":true},"17":"three","21":{"fd":1,"data":"three","opcode":1,"flags":33,"finish":true},"22":{"fd":1,"data":"three","opcode":1,"flags":33,"finish":true},"23":{"fd":1,"data":"three","opcode":1,"flags":33,"finish":true},"25":"four","29":{"fd":2,"data":"four","opcode":2,"flags":33,"finish":true},"30":{"fd":2,"data":"four","opcode":2,"flags":33,"finish":true},"31":{"fd":2,"data":"four","opcode":2,"flags":33,"finish":true}}
