--TEST--
listen() that fails is a warning and false, and the server still starts
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
var_dump(@$server->listen('127.0.0.1', $server->port, SWOOLE_SOCK_TCP));
echo str_replace((string) $server->port, 'N', error_get_last()['message']), "\n";
var_dump(@$server->listen('127.0.0.1', 70000, SWOOLE_SOCK_TCP), count($server->ports));
run_server($server, fn (int $port) => print(WebSocketClient::open($port)->response->status . "\n"));
?>
--EXPECT--
bool(false)
Swoole\Server::listen(): failed to listen server port[127.0.0.1:N], Error: Address already in use[98]
bool(false)
int(1)
101
