--TEST--
An upgrade with another method than GET is answered 405 with Allow: GET
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => print("never called\n"));
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(preg_replace('~^GET~', 'POST', WebSocketClient::upgradeRequest()));
    $response = $client->readResponse();
    echo $response->status, ' ', $response->header('allow'), "\n";
});
?>
--EXPECT--
405 GET
