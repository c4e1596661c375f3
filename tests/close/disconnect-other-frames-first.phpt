--TEST--
After disconnect() the peer's messages and pings are ignored until its close frame comes
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', function ($server, $frame) {
    echo "$frame->data\n";
    $server->disconnect($frame->fd, 4000);
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('first');
    $c->expectClose(4000);
    $c->text('second');
    $c->ping('ping');
    $c->sendFrame(1, 'thi', fin: false);
    $c->expectSilence();
    $c->sendFrame(0, 'rd');
    $c->close(4000);
    $c->expectEof();
});
--EXPECT--
first
#1 reactor -1, status 3, 4000 "" by server
