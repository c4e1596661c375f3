--TEST--
The reactor id in onClose is negative exactly when the server closed
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $frame->data === 'close' ? $server->close($frame->fd) : $server->disconnect($frame->fd, 4000, 'bye'));
$server->on('close', function ($server, $fd, $reactor) {
    $info = $server->getClientInfo($fd);
    echo $fd, $reactor < 0 ? ' server close' : ' client close', " $info[websocket_status] $info[close_by] $info[close_code]\n";
});
run_server($server, function (int $port) {
    foreach (['close', 'disconnect'] as $text) {
        $client = WebSocketClient::open($port);
        $client->text($text);
        if ($text === 'disconnect') {
            $client->expectClose(4000, 'bye');
            $client->close(4000);
        }
        $client->expectEof();
    }
    $client = WebSocketClient::open($port);
    $client->close(1001);
    $client->expectClose(1001);
    $client = WebSocketClient::open($port);
    $client->shutdown();
    $client->readAll();
    $client = WebSocketClient::open($port);
    $client->send("\xff\xff");
    $client->expectClose(1002);
});
?>
--EXPECT--
1 server close 3 server 1006
2 server close 3 server 4000
3 client close 3 client 1001
4 client close 3 client 1006
5 client close 3 error 1002
