--TEST--
An exception in onHandShake answers 500
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
$server->on('handShake', fn () => throw new Exception('no'));
$server->on('close', function ($server, $fd, $reactorId) {
    echo "closed, reactor $reactorId, status ", $server->getClientInfo($fd)['websocket_status'], "\n";
});
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    $c->send(WebSocketClient::upgradeRequest());
    echo $c->readResponse()->status, "\n";
    $c->expectEof();
});
--EXPECTF--
500

Warning: Uncaught Exception: no in %s:%d
Stack trace:
%A
  thrown in %s on line %d
closed, reactor -1, status %d
