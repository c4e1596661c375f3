--TEST--
write() sends the head with the first call, then chunks; end() adds its content and the last chunk
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    $response->header('X-A', '1');
    var_dump($response->write('one'), $response->write(str_repeat('x', 16)), $response->header('X-Late', '1'), $response->end('last'));
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    echo preg_replace('~(?<=Date: )[^\n]*~', '(now)', str_replace("\r", '', $client->readAll()));
});
?>
--EXPECT--
HTTP/1.1 200 OK
X-A: 1
Server: swoole-http-server
Date: (now)
Connection: close
Content-Type: text/html
Transfer-Encoding: chunked

3
one
10
xxxxxxxxxxxxxxxx
4
last
0

bool(true)
bool(true)
bool(true)
bool(true)
