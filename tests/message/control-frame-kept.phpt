--TEST--
A kept control frame is not changed by later frames
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['open_websocket_ping_frame' => true, 'open_websocket_pong_frame' => true]);
$kept = [];
$server->on('message', function ($server, $frame) use (&$kept) {
    $kept[] = $frame;
    $server->push($frame->fd, implode(' ', array_map(fn ($f) => "$f->opcode:$f->data", $kept)));
});
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    foreach ([[9, 'a'], [1, 'b'], [10, 'c'], [1, 'd']] as $frame) {
        $c->sendFrame(...$frame);
        echo $c->readMessage(), "\n";
    }
});
--EXPECT--
9:a
9:a 1:b
9:a 1:b 10:c
9:a 1:b 10:c 1:d
