--TEST--
Without onHandShake the server shakes hands itself, with its headers in their order, and calls onOpen
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('open', function ($server, $request) {
    echo "open $request->fd {$request->server['request_uri']} {$request->get['token']} {$request->header['sec-websocket-version']}\n";
    var_dump($server->isEstablished($request->fd), $server->push($request->fd, 'welcome'));
});
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
run_server($server, function (int $port) {
    $client = WebSocketClient::open($port, '/chat?token=abc');
    echo head($client->response), "\n", $client->readFrame(), "\n";
    $client->text('hello');
    echo $client->readFrame(), "\n";
    $client->close();
    $client->expectClose(1000);
});
?>
--EXPECT--
HTTP/1.1 101 Switching Protocols
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
Sec-WebSocket-Version: 13
Server: swoole-http-server
Date: (now)

text "welcome"
text "hello"
open 1 /chat abc 13
bool(true)
bool(true)
