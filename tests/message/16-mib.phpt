--TEST--
A message of 16 MiB goes there and back
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['package_max_length' => 16 << 20, 'socket_buffer_size' => '32M']);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $data = str_repeat(random_bytes(1 << 16), 256);
    $c->binary($data);
    var_dump($c->readMessage() === $data);
    $c->text($text = str_repeat('0123456789abcde€', 1 << 16));
    var_dump($c->readMessage() === $text);
}, ['print' => false]);
--EXPECT--
bool(true)
bool(true)
