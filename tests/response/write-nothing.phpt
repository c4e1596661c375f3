--TEST--
write('') warns and fails with last error 550, but the head is sent
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    var_dump($response->write(''), swoole_last_error());
    $response->end('body');
});
?>
--EXPECTF--
HTTP/1.1 200 OK
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Type: text/html
Transfer-Encoding: chunked

body

Warning: Swoole\Http\Response::write(): the data sent must not be empty in %s on line %d
bool(false)
int(550)
