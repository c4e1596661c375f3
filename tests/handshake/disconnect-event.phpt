--TEST--
onDisconnect takes what never became a WebSocket, onClose what did
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('request', fn ($request, $response) => $response->end());
$server->on('message', fn ($server, $frame) => $server->disconnect($frame->fd));
foreach (['close', 'disconnect'] as $event) {
    $server->on($event, fn ($server, $fd, $reactor) => print("$event $fd, status {$server->getClientInfo($fd)['websocket_status']}\n"));
}
run_server($server, function (int $port) {
    $plain = new WebSocketClient($port);
    $plain->request('GET', '/', ['Connection' => 'close']);
    $plain->expectEof();
    $refused = new WebSocketClient($port);
    $refused->send(WebSocketClient::upgradeRequest('/', ['Sec-WebSocket-Key' => 'short']));
    $refused->readResponse();
    $refused->expectEof();
    $real = WebSocketClient::open($port);
    $real->close();
    $real->expectClose();
    $real->expectEof();
    $disconnected = WebSocketClient::open($port);
    $disconnected->text('x');
    $disconnected->expectClose(1000);
    $disconnected->close();
    $disconnected->expectEof();
});
?>
--EXPECT--
disconnect 1, status 0
disconnect 2, status 1
close 3, status 3
close 4, status 3
