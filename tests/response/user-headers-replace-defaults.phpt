--TEST--
A header of the user takes the place of the default of the same name
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    $response->header('SERVER', 'mine', false);
    $response->header('date', 'yesterday');
    $response->header('content-TYPE', 'text/plain', false);
    $response->end('x');
});
?>
--EXPECT--
HTTP/1.1 200 OK
SERVER: mine
Date: yesterday
content-TYPE: text/plain
Connection: keep-alive
Content-Length: 1

x
