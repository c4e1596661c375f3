--TEST--
A peer that never answers a close frame is cut off after websocket_close_timeout
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['websocket_close_timeout' => 0.2]);
$server->on('message', fn ($server, $frame) => $server->disconnect($frame->fd, 4000));
before_callback($server, 'workerStop', fn ($server) => print('timeouts: ' . $server->stats()['close_timeout_count'] . "\n"));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectClose(4000);
    $c->expectEof(true);
});
--EXPECT--
#1 reactor -1, status 3, 4000 "" by server
timeouts: 1
