--TEST--
header() writes names in upper-case words, unless told not to
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    $response->header('Sec-WebSocket-Accept', 'x');
    $response->header('ETag', 'y');
    $response->header('x-LOWER-case', 'z');
    $response->setHeader('KeepAlive', 'k', false);
    $response->header('content-type', 'text/plain');
    echo implode(' ', array_keys($response->header)), "\n";
    $response->end();
});
?>
--EXPECT--
HTTP/1.1 200 OK
Sec-Websocket-Accept: x
Etag: y
X-Lower-Case: z
KeepAlive: k
Content-Type: text/plain
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Length: 0

Sec-Websocket-Accept Etag X-Lower-Case KeepAlive Content-Type
