--TEST--
Frames that an eager client sends behind its upgrade request are kept, and delivered after onOpen
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('open', fn ($server, $request) => print("open\n"));
$server->on('message', function ($server, $frame) {
    echo "message $frame->data\n";
    $server->push($frame->fd, $frame->data);
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::upgradeRequest() . WebSocketClient::frame(1, 'GET / first frame of more than 16 bytes') . WebSocketClient::frame(1, '2'));
    echo $client->readResponse()->status, "\n", $client->readFrame(), "\n", $client->readFrame(), "\n";
    $client->close();
    $client->expectClose();
});
?>
--EXPECT--
101
text "GET / first frame of more than 16 bytes"
text "2"
open
message GET / first frame of more than 16 bytes
message 2
