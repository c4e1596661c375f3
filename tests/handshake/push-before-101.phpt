--TEST--
Pushing before the handshake is answered is refused: nothing may come before the 101
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
$server->on('handshake', function ($request, $response) use ($server) {
    var_dump($server->isEstablished($request->fd), @$server->push($request->fd, 'too early'), error_get_last()['message']);
    accept_headers($request, $response);
    $response->status(101);
    $response->end();
    $server->push($request->fd, 'in time');
});
run_server($server, function (int $port) {
    echo WebSocketClient::open($port)->readFrame(), "\n";
});
?>
--EXPECT--
text "in time"
bool(false)
bool(false)
string(106) "Swoole\WebSocket\Server::push(): the connected client of connection[1] is not a websocket client or closed"
