--TEST--
header() takes numbers, arrays (a line an element) and null (left out)
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    var_dump($response->header('int', 42), $response->header('float', 1.5), $response->header('null', null));
    var_dump($response->header('array', ['a', null, 7]), $response->header('none', []), $response->header('spaces', 'x  '));
    var_dump($response->header('bool', true), $response->header('object', new class { function __toString() { return 'o'; } }));
    $response->end();
});
?>
--EXPECT--
HTTP/1.1 200 OK
Int: 42
Float: 1.5
Array: a
Array: 7
Spaces: x
Bool: 1
Object: o
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Type: text/html
Content-Length: 0

bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
