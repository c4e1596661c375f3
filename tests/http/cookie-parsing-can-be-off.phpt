--TEST--
With http_parse_cookie off the cookie header stays and $request->cookie is null
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    var_dump($request->header['cookie'], $request->cookie);
    $response->end();
}, ['http_parse_cookie' => false]), function (int $port) {
    exchange($port, "GET / HTTP/1.1\r\nHost: x\r\nCookie: a=1; b=2\r\nConnection: close\r\n\r\n");
});
?>
--EXPECT--
string(8) "a=1; b=2"
NULL
