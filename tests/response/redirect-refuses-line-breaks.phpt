--TEST--
redirect() refuses a URL with line breaks, and the response can still be ended
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    var_dump(@$response->redirect("/\r\nX: y"), @$response->redirect("/\0"), $response->isWritable());
    $response->end('not redirected');
});
?>
--EXPECTF--
HTTP/1.1 200 OK
%A
not redirected
bool(false)
bool(false)
bool(true)
