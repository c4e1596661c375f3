--TEST--
exit() in onHandShake ends the server in order: the client gets an end, the callbacks run, the status is exit's
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
$server->on('handshake', function ($request, $response) {
    echo "handshake\n";
    exit(7);
});
$server->on('close', fn ($server, $fd) => print("close $fd\n"));
$server->on('shutdown', fn () => print("shutdown\n"));
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::upgradeRequest());
    $client->readAll();
    echo "ended\n";
}, ['signal' => null, 'exit' => 7]);
?>
--EXPECT--
ended
handshake
close 1
shutdown
