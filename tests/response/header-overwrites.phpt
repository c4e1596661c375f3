--TEST--
The same header again replaces its value and keeps its place
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    $response->header('a', '1');
    $response->header('b', '2');
    $response->header('A', '3');
    $response->end();
});
?>
--EXPECT--
HTTP/1.1 200 OK
A: 3
B: 2
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Type: text/html
Content-Length: 0
