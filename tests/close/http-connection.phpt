--TEST--
Connections that never became a WebSocket: onClose with their status, no close code
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('request', function ($request, $response) {
    $response->end('x');
});
run_server($server, function (int $port) {
    $c = new WebSocketClient($port); // nothing was said
    $c->shutdown();
    $c->expectEof();
    $c = new WebSocketClient($port);
    $c->request('GET', '/');
    $c->shutdown();
    $c->expectEof();
    $c = new WebSocketClient($port);
    $c->request('GET', '/', ['Connection' => 'close']);
    $c->expectEof();
    $c = new WebSocketClient($port);
    $c->send(WebSocketClient::upgradeRequest('/', ['Sec-WebSocket-Key' => 'short']));
    echo $c->readResponse()->status, "\n";
    $c->expectEof();
});
--EXPECT--
400
#1 reactor 0, status 0, 0 "" by client
#2 reactor 0, status 0, 0 "" by client
#3 reactor -1, status 0, 0 "" by server
#4 reactor -1, status 1, 0 "Sec-WebSocket-Key is not the base64 text of 16 bytes" by error
