--TEST--
A Frame that user code keeps in a static property, one at a time, is not changed by later messages
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

class Last
{
    public static ?Swoole\WebSocket\Frame $frame = null;
}

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);

$server->on('message', function ($server, $frame)  {
    if (Last::$frame) {
        echo 'before: ', Last::$frame->data, "\n";
    }
    Last::$frame = $frame;
    $server->push($frame->fd, 'next');
});
$server->on('workerStop', function ()  {
    echo 'last: ', Last::$frame->data, "\n";
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
before: one
before: two
before: three
last: four
