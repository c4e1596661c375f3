--TEST--
Garbage in answer to a close frame ends the connection at once, and onClose is not called again
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', fn ($server, $frame) => $server->disconnect($frame->fd, 4000));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectClose(4000);
    $c->send(str_repeat("\xff", 1000));
    $c->expectEof();
});
--EXPECT--
#1 reactor -1, status 3, 4000 "" by server
