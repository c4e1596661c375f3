--TEST--
status() refuses what is no status
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    foreach ([-1, 1, 99, 1000] as $code) {
        var_dump(@$response->setStatusCode($code), error_get_last()['message']);
    }
    $response->end();
});
?>
--EXPECTF--
HTTP/1.1 200 OK
%A
bool(false)
string(%d) "Swoole\Http\Response::setStatusCode(): the status must have three digits"
bool(false)
string(%d) "Swoole\Http\Response::setStatusCode(): the status must have three digits"
bool(false)
string(%d) "Swoole\Http\Response::setStatusCode(): the status must have three digits"
bool(false)
string(%d) "Swoole\Http\Response::setStatusCode(): the status must have three digits"
