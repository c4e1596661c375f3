--TEST--
204 and 304 have no body, and the connection goes on
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    $response->status((int) substr($request->server['request_uri'], 1));
    $response->end('must not be sent');
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    echo head($client->request('GET', '/204')), "\n", head($client->request('GET', '/304')), "\n", $client->request('GET', '/200'), "\n";
});
?>
--EXPECT--
HTTP/1.1 204 No Content
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Type: text/html
Content-Length: 0

HTTP/1.1 304 Not Modified
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Type: text/html
Content-Length: 0

200 OK "must not be sent"
