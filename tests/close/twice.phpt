--TEST--
close() of what is closed is 1004, of what never was 1005; neither warns
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', function ($server, $frame) {
    var_dump($server->close($frame->fd));
    foreach ([$frame->fd, 999, 0, -1] as $fd) {
        var_dump($server->close($fd), $server->getLastError());
    }
    var_dump($server->exists($frame->fd), $server->isEstablished($frame->fd), $server->getClientInfo($frame->fd));
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectEof();
});
--EXPECT--
#1 reactor -1, status 3, 1006 "" by server
bool(true)
bool(false)
int(1004)
bool(false)
int(1005)
bool(false)
int(1005)
bool(false)
int(1005)
bool(false)
bool(false)
bool(false)
