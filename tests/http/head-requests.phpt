--TEST--
A response to HEAD has the head of GET, and no body
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(fn ($request, $response) => $response->end('12345')), function (int $port) {
    $client = new WebSocketClient($port);
    echo head($client->request('HEAD', '/')), "\n";
    echo $client->request('GET', '/'), "\n"; // nothing of a body was in between
});
?>
--EXPECT--
HTTP/1.1 200 OK
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Type: text/html
Content-Length: 5

200 OK "12345"
