--TEST--
Inside onClose getClientInfo() still works, with the close's code, reason and side, though exists() is false
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
$server->on('close', function ($server, $fd) {
    $info = $server->getClientInfo($fd);
    var_dump($server->exists($fd), $info['websocket_status'], $info['close_code'], $info['close_reason'], $info['close_by'], $info['remote_ip']);
    var_dump(in_array($fd, $server->getClientList() ?: [], true), isset($server->connections[$fd]));
});
run_server($server, function (int $port) {
    $client = WebSocketClient::open($port);
    $client->close(3000, 'bye');
    $client->expectClose(3000);
});
?>
--EXPECT--
bool(false)
int(3)
int(3000)
string(3) "bye"
string(6) "client"
string(9) "127.0.0.1"
bool(false)
bool(false)
