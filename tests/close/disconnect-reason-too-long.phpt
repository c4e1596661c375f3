--TEST--
disconnect() with a reason over 125 bytes sends nothing: false, last error 8505, the connection stays
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', function ($server, $frame) {
    var_dump($server->disconnect($frame->fd, 1000, str_repeat('r', 126)), $server->getLastError());
    $server->push($frame->fd, 'still here');
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    echo $c->readMessage(), "\n";
    $c->close();
    $c->expectClose();
    $c->expectEof();
});
--EXPECT--
still here
bool(false)
int(8505)
#1 reactor 0, status 3, 1000 "" by client
