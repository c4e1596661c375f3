--TEST--
onBeforeHandshakeResponse may add, change and remove headers of the built-in handshake
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
$server->on('beforeHandshakeResponse', function ($server, $request, $response) {
    echo get_class($server), " $request->fd {$request->server['request_uri']} ", implode(' ', array_keys($response->header)), "\n";
    var_dump($server->isEstablished($request->fd));
    $response->header('X-Added', '1');
    $response->header('Sec-WebSocket-Version', null, false);
    $response->cookie('c', 'v');
});
$server->on('open', fn () => print("open\n"));
run_server($server, function (int $port) {
    echo head(WebSocketClient::open($port, '/x')->response);
});
?>
--EXPECT--
HTTP/1.1 101 Switching Protocols
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
X-Added: 1
Set-Cookie: c=v; path=/
Server: swoole-http-server
Date: (now)
Swoole\WebSocket\Server 1 /x Upgrade Connection Sec-WebSocket-Accept Sec-WebSocket-Version
bool(false)
open
