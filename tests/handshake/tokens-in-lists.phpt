--TEST--
Upgrade and Connection are lists of tokens in any case, over any number of lines
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
run_server($server, function (int $port) {
    foreach ([
        ['Upgrade' => 'WebSocket', 'Connection' => 'keep-alive, Upgrade'],
        ['Upgrade' => 'h2c, websocket', 'Connection' => 'UPGRADE,foo'],
        ['Upgrade' => 'h2c', 'Connection' => 'keep-alive', 'upgrade: websocket', 'connection: upgrade'],
    ] as $headers) {
        echo WebSocketClient::open($port, '/', $headers)->response->status, "\n";
    }
});
?>
--EXPECT--
101
101
101
