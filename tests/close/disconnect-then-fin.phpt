--TEST--
A client that only shuts down its side still gets all that was queued before disconnect()
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['socket_buffer_size' => '64M']);
$server->on('message', function ($server, $frame) {
    for ($i = 0; $i < 16; $i++) {
        $server->push($frame->fd, str_repeat(chr(65 + $i), 2 << 20), WEBSOCKET_OPCODE_BINARY);
    }
    $server->disconnect($frame->fd, 4000);
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    if (!$c->readable(5)) { // the server has begun to write: disconnect() was called in the same turn
        echo "nothing came\n";
    }
    $c->shutdown();
    for ($i = 0; $i < 16; $i++) {
        echo $c->readMessage()[0];
    }
    echo "\n";
    $c->expectClose(4000);
    $c->expectEof();
});
--EXPECT--
ABCDEFGHIJKLMNOP
#1 reactor -1, status 3, 4000 "" by server
