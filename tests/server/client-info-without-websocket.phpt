--TEST--
getClientInfo() has no websocket_status on a port without WebSocket
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\Http\Server('127.0.0.1', 0);
$server->on('request', fn ($request, $response) => $response->end(json_encode(isset($server->getClientInfo($request->fd)['websocket_status']))));
run_server($server, fn (int $port) => print((new WebSocketClient($port))->request('GET', '/') . "\n"));
?>
--EXPECT--
200 OK "false"
