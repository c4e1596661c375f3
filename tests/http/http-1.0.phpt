--TEST--
HTTP/1.0 connections end after the response, unless the client asks for keep-alive
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(fn ($request, $response) => $response->end($request->server['server_protocol'])), function (int $port) {
    $client = new WebSocketClient($port);
    $client->send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    $response = $client->readResponse();
    echo "$response->version $response, ", $response->header('connection'), "\n";
    $client->send("GET / HTTP/1.0\r\n\r\n");
    $response = $client->readResponse();
    echo "$response->version $response, ", $response->header('connection'), "\n";
    $client->expectEof();
});
?>
--EXPECT--
HTTP/1.1 200 OK "HTTP/1.0", keep-alive
HTTP/1.1 200 OK "HTTP/1.0", close
