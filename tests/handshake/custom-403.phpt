--TEST--
A refusal in onHandShake goes out with its status, headers and body, and the connection is closed
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => print("never called\n"));
$server->on('handshake', function ($request, $response) {
    $response->status(403);
    $response->header('X-Why', 'token');
    $response->end('no');
});
$server->on('close', fn ($server, $fd, $reactor) => print("close $reactor, status {$server->getClientInfo($fd)['websocket_status']}\n"));
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::upgradeRequest());
    $response = $client->readResponse();
    echo head($response), "\n", $response->body, "\n";
});
?>
--EXPECT--
HTTP/1.1 403 Forbidden
X-Why: token
Server: swoole-http-server
Date: (now)

no
close -1, status 5
