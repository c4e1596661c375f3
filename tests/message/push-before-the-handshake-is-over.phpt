--TEST--
push() in onHandShake, before the 101, is refused: the client would take it for the answer
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('handShake', function ($request, $response) use ($server) {
    var_dump($server->push($request->fd, 'too early'), $server->isEstablished($request->fd), $server->exists($request->fd));
    $response->header('Upgrade', 'websocket');
    $response->header('Connection', 'Upgrade');
    $response->header('Sec-WebSocket-Accept', base64_encode(sha1($request->header['sec-websocket-key'] . WebSocketClient::GUID, true)));
    $response->status(101);
    $response->end();
    var_dump($server->push($request->fd, 'right'), $server->isEstablished($request->fd));
});
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    echo WebSocketClient::open($port)->readMessage(), "\n";
});
--EXPECTF--
right

Warning: Swoole\WebSocket\Server::push(): the connected client of connection[1] is not a websocket client or closed in %s on line %d
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
