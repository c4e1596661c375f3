--TEST--
The client resets the connection: 1006 by client, and the errno is in close_errno
--EXTENSIONS--
sockets
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
before_callback($server, 'close', function ($server, $fd) {
    echo $server->getClientInfo($fd)['close_errno'] === SOCKET_ECONNRESET ? 'ECONNRESET ' : 'another error ';
});
run_server($server, function (int $port) {
    WebSocketClient::open($port)->reset();
    $c = WebSocketClient::open($port); // its answer comes after the reset was seen
    $c->text('x');
    $c->readMessage();
    $c->disconnect();
});
--EXPECT--
ECONNRESET #1 reactor 0, status 3, 1006 "Connection reset by peer" by client
another error #2 reactor 0, status 3, 1006 "" by client
