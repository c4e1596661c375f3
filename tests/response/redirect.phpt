--TEST--
redirect() sends Location and 302, or another status, and ends the response
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    var_dump($request->server['request_uri'] === '/a' ? $response->redirect('/b') : $response->redirect('https://x.example/?q=1', 301));
    var_dump($response->end('more'), swoole_last_error());
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    echo head($client->request('GET', '/a')), "\n", head($client->request('GET', '/b')), "\n";
});
?>
--EXPECT--
HTTP/1.1 302 Found
Location: /b
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Type: text/html
Content-Length: 0

HTTP/1.1 301 Moved Permanently
Location: https://x.example/?q=1
Server: swoole-http-server
Date: (now)
Connection: keep-alive
Content-Type: text/html
Content-Length: 0

bool(true)
bool(false)
int(7106)
bool(true)
bool(false)
int(7106)
