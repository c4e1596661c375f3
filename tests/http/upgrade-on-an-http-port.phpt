--TEST--
On a port without WebSocket an upgrade request is an ordinary request
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(fn ($request, $response) => $response->end($request->header['upgrade'] . ' ' . $request->header['connection'])), function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::upgradeRequest());
    echo $client->readResponse(), "\n";
});
?>
--EXPECT--
200 OK "websocket Upgrade"
