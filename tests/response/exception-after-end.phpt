--TEST--
An exception behind end() does not take the response back
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    $response->end('complete');
    throw new RuntimeException('too late to matter');
});
run_server($server, function (int $port) {
    echo (new WebSocketClient($port))->request('GET', '/'), "\n";
});
?>
--EXPECTF--
200 OK "complete"

Warning: Uncaught RuntimeException: too late to matter in %s:%d
%A
