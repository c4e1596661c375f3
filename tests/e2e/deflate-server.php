<?php
// Sends every message back, compressed: php deflate-server.php <port> <host> [settings as JSON]

$server = new Swoole\WebSocket\Server($argv[2], (int) $argv[1]);
$server->set(json_decode($argv[3] ?? '[]', true) + [
    'websocket_compression' => true,
    'package_max_length' => 4 << 20,
]);
$server->on('start', fn ($server) => print("listening on http://$server->host:$server->port/\n"));
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data, $frame->opcode));
$server->start();
