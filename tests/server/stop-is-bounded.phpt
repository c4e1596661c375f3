--TEST--
A client that never answers holds a stop up for max_wait_time, no longer
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->set(['max_wait_time' => 0.2]);
$server->on('message', fn ($server) => $server->shutdown());
run_server($server, function (int $port) {
    $client = WebSocketClient::open($port);
    $client->text('x');
    $client->expectClose(1001);
    $client->expectEof(true); // it never answers the close frame
    echo "ended\n";
}, ['signal' => null]);
?>
--EXPECT--
ended
