--TEST--
A server does not start while the process has a loop with something in it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 1);
$id = $server->after(1000000, fn () => 1);
var_dump($server->start(), swoole_last_error());
Swoole\Timer::clear($id);
Swoole\Timer::after(1, function () use ($server) {
    var_dump($server->start());
});
Swoole\Event::wait();
run_server($server, function (int $port) {
    WebSocketClient::open($port)->reset();
    echo "but then\n";
});
?>
--EXPECTF--
Warning: Swoole\Server::start(): an event loop already exists, unable to start the server in %s on line %d
bool(false)
int(509)

Warning: Swoole\Server::start(): an event loop already exists, unable to start the server in %s on line %d
bool(false)
but then
