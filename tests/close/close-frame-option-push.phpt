--TEST--
open_websocket_close_frame: what the callback pushes leaves before the close frame; it may close by itself
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['open_websocket_close_frame' => true]);
$server->on('message', function ($server, $frame) {
    $server->push($frame->fd, 'farewell');
    if ($frame->code === 4001) {
        $server->disconnect($frame->fd, 4002);
    }
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->close(4000);
    echo $c->readMessage(), "\n";
    $c->expectClose(4000);
    $c->expectEof();
    $c = WebSocketClient::open($port);
    $c->close(4001);
    echo $c->readMessage(), "\n";
    $c->expectClose(4002);
    $c->expectEof();
});
--EXPECT--
farewell
farewell
#1 reactor 0, status 3, 4000 "" by client
#2 reactor -1, status 3, 4002 "" by server
