--TEST--
close() in the first of several messages of one segment: the others are not delivered
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    echo $frame->data, "\n";
    $server->disconnect($frame->fd, 4000);
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->send(WebSocketClient::frame(1, 'one') . WebSocketClient::frame(1, 'two') . WebSocketClient::frame(1, 'three'));
    $c->expectClose(4000);
    $c->close(4000);
    $c->expectEof();
});
--EXPECT--
one
