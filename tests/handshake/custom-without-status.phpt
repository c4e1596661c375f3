--TEST--
end() in onHandShake without a status sends 200 without length and type, and closes
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => print("never called\n"));
$server->on('handshake', fn ($request, $response) => var_dump($response->end()));
$server->on('close', fn ($server, $fd, $reactor) => print("close $reactor, status {$server->getClientInfo($fd)['websocket_status']}\n"));
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::upgradeRequest());
    echo head($client->readResponse());
    $client->expectEof();
});
?>
--EXPECT--
HTTP/1.1 200 OK
Server: swoole-http-server
Date: (now)
close -1, status 5
bool(true)
