--TEST--
output_buffer_size: a larger message is refused with 1203
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['output_buffer_size' => 100000]);
$server->on('message', function ($server, $frame) {
    var_dump($server->push($frame->fd, str_repeat('x', 100001)), $server->getLastError());
    var_dump($server->push($frame->fd, str_repeat('x', 100000)));
});
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    echo strlen($c->readMessage()), "\n";
});
--EXPECT--
100000
bool(false)
int(1203)
bool(true)
