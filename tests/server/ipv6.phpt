--TEST--
A TCP6 server: socket type 3, addresses in text
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = @new Swoole\WebSocket\Server('::1', 0, SWOOLE_BASE, SWOOLE_SOCK_TCP6);
$server->on('message', fn () => 0);
$server->on('open', function ($server, $request) {
    $info = $server->getClientInfo($request->fd);
    $server->push($request->fd, "$info[socket_type] $info[remote_ip] " . $request->server['remote_addr']);
});
run_server($server, fn (int $port) => print(WebSocketClient::open($port, host: '[::1]')->readFrame() . "\n"));
?>
--EXPECT--
text "3 ::1 ::1"
