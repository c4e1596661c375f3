--TEST--
$server->close(): onClose with -1 runs inside, what was pushed before leaves, no close frame, then FIN
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', function ($server, $frame) {
    $server->push($frame->fd, 'last words');
    echo "before\n";
    var_dump($server->close($frame->fd));
    echo "after\n";
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    echo $c->readMessage(), "\n";
    $c->expectEof();
});
--EXPECT--
last words
before
#1 reactor -1, status 3, 1006 "" by server
bool(true)
after
