--TEST--
A plain request, an upgrade and a frame in one packet are served in their order
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('request', fn ($request, $response) => $response->end('plain'));
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
run_server($server, function (int $port) {
    $bytes = WebSocketClient::httpRequest('GET', '/') . WebSocketClient::upgradeRequest() . WebSocketClient::frame(1, 'early');
    foreach ([strlen($bytes), 1] as $size) {
        $client = new WebSocketClient($port);
        $client->sendSlowly($bytes, $size);
        echo $client->readResponse(), ', ', $client->readResponse()->status, ', ', $client->readFrame(), "\n";
    }
});
?>
--EXPECT--
200 OK "plain", 101, text "early"
200 OK "plain", 101, text "early"
