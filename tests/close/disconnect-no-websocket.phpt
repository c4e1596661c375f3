--TEST--
disconnect() of an unknown fd, and of an HTTP client, is false with a warning
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('request', function ($request, $response) use ($server) {
    var_dump($server->disconnect($request->fd), $server->getLastError());
    var_dump($server->disconnect(999), $server->getLastError());
    $response->end('served');
});
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    $c = new WebSocketClient($port);
    echo $c->request('GET', '/'), "\n";
});
--EXPECTF--
200 OK "served"

Warning: Swoole\WebSocket\Server::disconnect(): the connected client of connection[1] is not a websocket client or closed in %s on line %d
bool(false)
int(8503)

Warning: Swoole\WebSocket\Server::disconnect(): the connected client of connection[999] is not a websocket client or closed in %s on line %d
bool(false)
int(1005)
