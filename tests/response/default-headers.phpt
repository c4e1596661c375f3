--TEST--
A response has Server, Date, Connection, Content-Type and Content-Length, in this order, behind the user's headers and cookies
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    $response->cookie('c', 'v');
    $response->header('X-First', '1');
    $response->header('X-Second', '2');
    var_dump($response->end('body'));
});
?>
--EXPECT--
HTTP/1.1 200 OK
X-First: 1
X-Second: 2
Set-Cookie: c=v; path=/
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Type: text/html
Content-Length: 4

body
bool(true)
