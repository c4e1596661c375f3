--TEST--
An exception in onHandShake refuses with 500, and the server lives on
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
$server->on('handshake', fn ($request, $response) => throw new Exception('no'));
$server->on('close', fn ($server, $fd, $reactor) => print("close $fd $reactor\n"));
run_server($server, function (int $port) {
    for ($i = 0; $i < 2; $i++) {
        $client = new WebSocketClient($port);
        $client->send(WebSocketClient::upgradeRequest());
        echo $client->readResponse()->status, "\n";
        $client->expectEof();
    }
});
?>
--EXPECTF--
500
500

Warning: Uncaught Exception: no in %s:%d
Stack trace:
%A
close 1 -1

Warning: Uncaught Exception: no in %s:%d
Stack trace:
%A
close 2 -1
