--TEST--
A response object dies in the middle of another callback, and the onClose that follows throws: both go on
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$pending = [];
$server->on('request', function ($request, $response) use (&$pending) {
    $pending[] = $response;
});
$server->on('message', function ($server, $frame) use (&$pending) {
    $pending = []; // ends the response with 500, closes the connection, calls onClose
    $server->push($frame->fd, 'went on');
});
$server->on('close', fn ($server, $fd) => $fd === 1 ? throw new Exception('in close') : null);
run_server($server, function (int $port) {
    $http = new WebSocketClient($port);
    $http->send(WebSocketClient::httpRequest('GET', '/', ['Connection' => 'close']));
    $c = WebSocketClient::open($port);
    $c->text('x');
    echo $c->readMessage(), "\n", $http->readResponse()->status, "\n";
    $http->expectEof();
    $c->text('again');
    echo $c->readMessage(), "\n";
});
--EXPECTF--
went on
500
went on

Warning: Uncaught Exception: in close in %s:%d
%A
  thrown in %s on line %d
