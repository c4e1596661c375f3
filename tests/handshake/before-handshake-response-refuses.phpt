--TEST--
A response that onBeforeHandshakeResponse ends itself is the only one: 403 refuses, 101 opens
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
$server->on('open', fn ($server, $request) => print("open {$request->server['request_uri']}\n"));
$server->on('beforeHandshakeResponse', function ($server, $request, $response) {
    if ($request->server['request_uri'] === '/403') {
        $response->status(403);
        $response->end('no');
    } else {
        $response->end();
    }
});
$server->on('close', fn ($server, $fd) => print("close, status {$server->getClientInfo($fd)['websocket_status']}\n"));
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::upgradeRequest('/403'));
    echo $client->readResponse(), "\n";
    $client = WebSocketClient::open($port, '/101');
    $client->text('hello');
    echo $client->readFrame(), "\n";
    $client->close();
    $client->expectClose();
});
?>
--EXPECT--
403 Forbidden "no"
text "hello"
close, status 5
open /101
close, status 3
