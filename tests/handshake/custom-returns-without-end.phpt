--TEST--
onHandShake that returns without end() refuses with 500, or with the status it has set
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => print("never called\n"));
$server->on('handshake', function ($request, $response) {
    if ($request->server['request_uri'] === '/401') {
        $response->status(401);
    }
    return true; // means nothing
});
$server->on('close', fn ($server, $fd, $reactor) => print("close $reactor, status {$server->getClientInfo($fd)['websocket_status']}\n"));
run_server($server, function (int $port) {
    foreach (['/', '/401'] as $path) {
        $client = new WebSocketClient($port);
        $client->send(WebSocketClient::upgradeRequest($path));
        echo head($client->readResponse());
        $client->expectEof();
    }
});
?>
--EXPECT--
HTTP/1.1 500 Internal Server Error
Server: swoole-http-server
Date: (now)
HTTP/1.1 401 Unauthorized
Server: swoole-http-server
Date: (now)
close -1, status 5
close -1, status 5
