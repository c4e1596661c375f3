--TEST--
What a callback adds to a Frame is not seen by the next message
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);

$server->on('message', function ($server, $frame)  {
    echo json_encode($frame), "\n";
    @$frame->extra = 'left behind';
    $server->push($frame->fd, 'next');
});
$server->on('workerStop', function ()  {

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
{"fd":1,"data":"one","opcode":1,"flags":33,"finish":true}
{"fd":2,"data":"two","opcode":2,"flags":33,"finish":true}
{"fd":1,"data":"three","opcode":1,"flags":33,"finish":true}
{"fd":2,"data":"four","opcode":2,"flags":33,"finish":true}
