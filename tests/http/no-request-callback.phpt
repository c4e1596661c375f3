--TEST--
A WebSocket server without onRequest answers plain requests with 400 and closes
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => print("never called\n"));
$server->on('close', fn ($server, $fd, $reactor) => print("close $reactor, status {$server->getClientInfo($fd)['websocket_status']}\n"));
run_server($server, function (int $port) {
    echo strtok(exchange($port, "GET / HTTP/1.1\r\nHost: h\r\n\r\n"), "\r"), "\n";
});
?>
--EXPECT--
HTTP/1.1 400 Bad Request
close -1, status 0
