--TEST--
A WebSocket port with only onReceive takes messages there
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\Server('127.0.0.1', 0);
$server->on('receive', fn ($server, $fd, $reactorId, $data) => $server->push_or_send($fd, $data));
$port = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP);
$port->set(['open_websocket_protocol' => true, 'open_websocket_ping_frame' => true]);
$port->on('receive', function ($server, $fd, $reactorId, $data) {
    echo "$fd $reactorId ";
    var_dump($data);
});
run_server($server, function () use ($port) {
    $c = WebSocketClient::open($port->port);
    $c->text('text');
    $c->ping();
    $c->close();
    $c->expectClose(1000);
    $c->expectEof();
});
--EXPECT--
1 0 string(4) "text"
