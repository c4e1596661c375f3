--TEST--
shutdown() in onMessage: closing handshakes with 1001, one onClose each, start() returns true
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    $server->push($frame->fd, 'last words');
    var_dump($server->shutdown());
    var_dump($server->push($frame->fd, 'too late'), $server->getLastError());
});
$server->on('close', function ($server, $fd, $reactorId) {
    echo ending($server, $fd, $reactorId), "\n";
});
run_server($server, function (int $port) {
    $a = WebSocketClient::open($port);
    $b = WebSocketClient::open($port);
    $a->text('x');
    echo $a->readMessage(), "\n";
    foreach ([$a, $b] as $c) {
        $c->expectClose(1001);
        $c->close(1001);
        $c->expectEof();
    }
}, ['signal' => null, 'start' => fn ($server) => var_dump($server->start())]);
--EXPECTF--
last words
#1 reactor -1, status 3, 1001 "" by shutdown
#2 reactor -1, status 3, 1001 "" by shutdown
bool(true)

Warning: Swoole\WebSocket\Server::push(): session#1 does not exists in %s on line %d
bool(false)
int(1005)
bool(true)
