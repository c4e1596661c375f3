--TEST--
A close frame sent with push(): the reply ends the connection without a second close frame, and nothing follows it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', function ($server, $frame) {
    var_dump($server->push($frame->fd, 'bye', WEBSOCKET_OPCODE_CLOSE), $server->exists($frame->fd));
    var_dump($server->push($frame->fd, 'no more'), $server->getLastError());
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectClose(1000, 'bye');
    $c->ping('no pong');
    $c->expectSilence();
    $c->close(1000);
    $c->expectEof();
});
--EXPECT--
bool(true)
bool(true)
bool(false)
int(1004)
#1 reactor 0, status 3, 1000 "" by client
