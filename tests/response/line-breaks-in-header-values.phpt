--TEST--
A header value with CR, LF or NUL is taken by header(), and this one header is dropped with a warning when the response is sent
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    foreach (["a\r\nInjected: 1", "a\nInjected: 2", "a\rb", "a\0b"] as $i => $value) {
        var_dump($response->header("bad-$i", $value));
    }
    $response->header('list', ['good', "bad\n"]);
    $response->header('good', '1');
    $response->end();
});
?>
--EXPECTF--
HTTP/1.1 200 OK
List: good
Good: 1
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Type: text/html
Content-Length: 0

bool(true)
bool(true)
bool(true)
bool(true)

Warning: Swoole\Http\Response::end(): Header may not contain more than a single header, new line or NUL detected in %s on line %d

Warning: Swoole\Http\Response::end(): Header may not contain more than a single header, new line or NUL detected in %s on line %d

Warning: Swoole\Http\Response::end(): Header may not contain more than a single header, new line or NUL detected in %s on line %d

Warning: Swoole\Http\Response::end(): Header may not contain more than a single header, new line or NUL detected in %s on line %d

Warning: Swoole\Http\Response::end(): Header may not contain more than a single header, new line or NUL detected in %s on line %d
