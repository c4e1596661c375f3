--TEST--
A client that reads slowly gets everything, while others are served
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['socket_buffer_size' => '64M']);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data === 'big' ? str_repeat('abcdefgh', 2 << 20) : 'small'));
run_server($server, function (int $port) {
    $slow = WebSocketClient::open($port);
    $quick = WebSocketClient::open($port);
    $slow->text('big');
    $slow->read(10); // the header of the frame
    for ($i = 0, $right = 0; $i < 16; $i++) {
        $right += $slow->read(1 << 20) === str_repeat('abcdefgh', 1 << 17);
        $quick->text('x');
        $right += $quick->readMessage() === 'small';
    }
    echo "$right\n";
}, ['print' => false]);
--EXPECT--
32
