--TEST--
An exception in onBeforeHandshakeResponse refuses the handshake with 500
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
$server->on('open', fn () => print("never called\n"));
$server->on('beforeHandshakeResponse', fn () => throw new Exception('no'));
$server->on('close', fn ($server, $fd, $reactor) => print("close $reactor\n"));
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::upgradeRequest());
    echo $client->readResponse()->status, "\n";
    $client->expectEof();
});
?>
--EXPECTF--
500

Warning: Uncaught Exception: no in %s:%d
%A
close -1
