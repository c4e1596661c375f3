--TEST--
An exception in onOpen closes the client with 1011; messages it sent already are not delivered
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('open', fn () => throw new Exception('not you'));
$server->on('message', function () {
    echo "never\n";
});
$server->on('close', function ($server, $fd, $reactorId) {
    echo ending($server, $fd, $reactorId), "\n";
});
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    $c->send(WebSocketClient::upgradeRequest() . WebSocketClient::frame(1, 'eager'));
    echo $c->readResponse()->status, "\n";
    $c->expectClose(1011);
    $c->close(1011);
    $c->expectEof();
});
--EXPECTF--
101

Warning: Uncaught Exception: not you in %s:%d
Stack trace:
%A
  thrown in %s on line %d
#1 reactor -1, status 3, 1011 "internal error" by error
