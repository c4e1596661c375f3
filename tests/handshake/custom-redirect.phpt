--TEST--
redirect() in onHandShake sends 302 with Location, and closes
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => print("never called\n"));
$server->on('handshake', fn ($request, $response) => $response->redirect('/login'));
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::upgradeRequest());
    echo head($client->readResponse());
    $client->expectEof();
});
?>
--EXPECT--
HTTP/1.1 302 Found
Location: /login
Server: swoole-http-server
Date: (now)
