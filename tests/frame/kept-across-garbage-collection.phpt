--TEST--
Frames in cycles are collected, kept ones survive, and messages go on
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$kept = null;
$server->on('message', function ($server, $frame) use (&$kept) {
    $kept ??= $frame;
    $cycle = new stdClass();
    $cycle->self = $cycle;
    $cycle->frame = $frame;
    unset($cycle);
    gc_collect_cycles();
    $server->push($frame->fd, "$kept->data $frame->data");
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    foreach (['one', 'two', 'three'] as $text) {
        $c->text($text);
        echo $c->readMessage(), "\n";
    }
});
--EXPECT--
one one
one two
one three
