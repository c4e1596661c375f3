--TEST--
An exception in onRequest is a warning and a 500, the connection ends, and the server lives on
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    if ($request->server['request_uri'] === '/throw') {
        throw new RuntimeException('oops');
    }
    $response->end('alive');
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    echo $client->request('GET', '/throw')->status, "\n";
    $client->expectEof();
    echo (new WebSocketClient($port))->request('GET', '/'), "\n";
});
?>
--EXPECTF--
500
200 OK "alive"

Warning: Uncaught RuntimeException: oops in %s:%d
Stack trace:
%A
  thrown in %s on line %d
