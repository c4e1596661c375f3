--TEST--
An empty Server, Date, Connection, Content-Type or Content-Encoding is left out, default and all; any other empty header is sent
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

respond(function ($request, $response) {
    foreach (['Server', 'Date', 'Connection', 'Content-Type', 'Content-Encoding', 'Transfer-Encoding', 'X-Empty'] as $name) {
        $response->header($name, '');
    }
    $response->end('body');
});
?>
--EXPECT--
HTTP/1.1 200 OK
X-Empty: 
Content-Length: 4

body
