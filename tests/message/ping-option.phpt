--TEST--
open_websocket_ping_frame: pings reach onMessage, and nobody answers them but the callback
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['open_websocket_ping_frame' => true]);
$server->on('message', function ($server, $frame) {
    echo get_class($frame), ' ', json_encode($frame), "\n";
    $server->push($frame->fd, "by hand: $frame->data", WEBSOCKET_OPCODE_PONG);
});
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->pong('swallowed');
    $c->ping('data');
    echo $c->readFrame(), "\n";
    $c->expectSilence();
});
--EXPECT--
pong "by hand: data"
Swoole\WebSocket\Frame {"fd":1,"data":"data","opcode":9,"flags":33,"finish":true}
