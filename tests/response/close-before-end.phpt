--TEST--
close() in onRequest ends the connection without a response, and end() returns false
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) use (&$server) {
    var_dump($server->close($request->fd), $response->end('late'));
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::httpRequest('GET', '/'));
    $client->expectEof();
});
?>
--EXPECT--
bool(true)
bool(false)
