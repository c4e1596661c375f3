--TEST--
onConnect is called on HTTP and WebSocket servers, too, and may close
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
$server->on('open', fn ($server, $request) => print("open $request->fd\n"));
$server->on('connect', function ($server, $fd) {
    echo "connect $fd, status ", $server->getClientInfo($fd)['websocket_status'], "\n";
    if ($fd === 2) {
        $server->close($fd);
    }
});
$server->on('close', fn ($server, $fd) => print("close $fd\n"));
run_server($server, function (int $port) {
    $client = WebSocketClient::open($port);
    (new WebSocketClient($port))->expectEof();
    $client->close();
    $client->expectClose();
});
?>
--EXPECT--
connect 1, status 0
open 1
connect 2, status 0
close 2
close 1
