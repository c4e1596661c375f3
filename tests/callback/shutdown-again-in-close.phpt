--TEST--
shutdown() called again and again, in every onClose: the closing handshakes are still waited for
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server) => $server->shutdown() && $server->shutdown() && $server->stop());
$server->on('close', fn ($server) => $server->shutdown());
run_server($server, function (int $port) {
    $a = WebSocketClient::open($port);
    $b = WebSocketClient::open($port);
    $a->text('x');
    foreach ([$a, $b] as $c) {
        $c->expectClose(1001);
        $c->expectSilence();
        $c->close(1001);
        $c->expectEof();
    }
}, ['signal' => null]);
--EXPECT--

