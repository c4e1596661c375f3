--TEST--
A repeated request header is one string, joined with ", ", never an array
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    var_dump($request->header['x-a'], $request->header['user-agent'], $request->header['sec-websocket-protocol']);
    $response->end();
}), function (int $port) {
    exchange($port, "GET / HTTP/1.1\r\nHost: x\r\nX-A: 1\r\nUser-Agent: a\r\nx-a: 2\r\nUSER-AGENT: b\r\nX-A:\r\nX-a: 3, 4\r\n"
        . "Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Protocol: soap\r\nConnection: close\r\n\r\n");
});
?>
--EXPECT--
string(12) "1, 2, , 3, 4"
string(4) "a, b"
string(10) "chat, soap"
