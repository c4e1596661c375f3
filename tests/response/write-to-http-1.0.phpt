--TEST--
write() to an HTTP/1.0 client sends plain bytes, and the end of the connection ends them
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    $response->write('one ');
    $response->write('two');
    $response->end(' three');
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    echo head($response = $client->readResponse()), "\n$response->body\n";
});
?>
--EXPECT--
HTTP/1.1 200 OK
Server: swoole-http-server
Date: (now)
Connection: close
Content-Type: text/html

one two three
