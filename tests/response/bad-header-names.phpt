--TEST--
header() refuses names that are too long or no tokens, with a warning
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    var_dump($response->header(str_repeat('x', 127), 'ok'));
    var_dump($response->header(str_repeat('x', 128), 'too long'), swoole_last_error());
    foreach (["a\r\nb", "a\nb", "a\0b", ''] as $name) {
        var_dump(@$response->header($name, 'v'), error_get_last()['message']);
    }
    $response->header = null;
    $response->end();
});
?>
--EXPECTF--
HTTP/1.1 200 OK
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Type: text/html
Content-Length: 0

bool(true)

Warning: Swoole\Http\Response::header(): header key is too long in %s on line %d
bool(false)
int(504)
bool(false)
string(%d) "Swoole\Http\Response::header(): header key is not a valid field name"
bool(false)
string(%d) "Swoole\Http\Response::header(): header key is not a valid field name"
bool(false)
string(%d) "Swoole\Http\Response::header(): header key is not a valid field name"
bool(false)
string(%d) "Swoole\Http\Response::header(): header key is not a valid field name"
