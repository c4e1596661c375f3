--TEST--
The two branches of the documented onClose: "server close" for close() and disconnect(), not for the client
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', fn ($server, $frame) => $frame->data === 'close' ? $server->close($frame->fd) : $server->disconnect($frame->fd));
$server->on('close', function (\swoole_server $server, int $fd, int $reactorId) {
    $info = $server->getClientInfo($fd);
    if ($info && $info['websocket_status'] === WEBSOCKET_STATUS_FRAME) {
        echo $reactorId < 0 ? "server close\n" : "client close\n";
    }
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('close');
    $c->expectEof();
    $c = WebSocketClient::open($port);
    $c->text('disconnect');
    $c->expectClose(1000);
    $c->close();
    $c->expectEof();
    $c = WebSocketClient::open($port);
    $c->close();
    $c->expectClose(1000);
    $c->expectEof();
});
--EXPECT--
server close
server close
client close
