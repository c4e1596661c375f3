--TEST--
exists() is true for any open connection, isEstablished() for WebSockets; neither warns about unknown ids
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('request', function ($request, $response) use ($server) {
    var_dump($server->exists($request->fd), $server->exist((string) $request->fd), $server->isEstablished($request->fd));
    var_dump($server->exists(99), $server->isEstablished(99), $server->exists(0), $server->exists(-1));
    $response->end();
});
$server->on('message', fn ($server, $frame) => var_dump($server->exists($frame->fd), $server->isEstablished($frame->fd)) ?? $server->push($frame->fd, ''));
run_server($server, function (int $port) {
    (new WebSocketClient($port))->request('GET', '/');
    $client = WebSocketClient::open($port);
    $client->text('x');
    $client->readFrame();
});
?>
--EXPECT--
bool(true)
bool(true)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(true)
bool(true)
