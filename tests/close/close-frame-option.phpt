--TEST--
open_websocket_close_frame: onMessage gets a CloseFrame before onClose
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['open_websocket_close_frame' => true]);
$server->on('message', function ($server, $frame) {
    echo get_class($frame), ' ', json_encode($frame), "\n";
});
run_server($server, function (int $port) {
    foreach ([[4000, 'bye'], [null]] as $arguments) {
        $c = WebSocketClient::open($port);
        $c->close(...$arguments);
        $c->expectClose(...$arguments);
        $c->expectEof();
    }
});
--EXPECT--
Swoole\WebSocket\CloseFrame {"fd":1,"data":"","opcode":8,"flags":33,"finish":true,"code":4000,"reason":"bye"}
#1 reactor 0, status 3, 4000 "bye" by client
Swoole\WebSocket\CloseFrame {"fd":2,"data":"","opcode":8,"flags":33,"finish":true,"code":1000,"reason":""}
#2 reactor 0, status 3, 1005 "" by client
