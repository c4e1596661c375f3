--TEST--
Without onDisconnect every end is an onClose, with the status that tells how far the client came
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
$server->on('request', fn ($request, $response) => $response->end());
$server->on('close', fn ($server, $fd, $reactor) => print("close $fd " . ($reactor < 0 ? '-1' : '>= 0') . ", status {$server->getClientInfo($fd)['websocket_status']}\n"));
run_server($server, function (int $port) {
    $silent = new WebSocketClient($port);
    $silent->shutdown();
    $silent->expectEof();
    $plain = new WebSocketClient($port);
    $plain->request('GET', '/');
    $plain->shutdown();
    $plain->expectEof();
    $refused = new WebSocketClient($port);
    $refused->send(WebSocketClient::upgradeRequest('/', ['Connection' => null]));
    $refused->readResponse();
    $refused->expectEof();
    $dropped = WebSocketClient::open($port);
    $dropped->shutdown();
    $dropped->expectEof();
});
?>
--EXPECT--
close 1 >= 0, status 0
close 2 >= 0, status 0
close 3 -1, status 1
close 4 >= 0, status 3
