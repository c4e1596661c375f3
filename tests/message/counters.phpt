--TEST--
stats(): requests, responses, bytes and connections count messages
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('close', fn () => null);
$server->on('message', function ($server, $frame) {
    $stats = $server->stats();
    $server->push($frame->fd, json_encode([$stats['connection_num'], $stats['accept_count'], $stats['close_count'], $stats['request_count'], $stats['response_count']]));
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    foreach ([1, 2] as $i) {
        $c->text('x');
        echo $c->readMessage(), "\n"; // the handshake counts as a request and its answer
    }
});
--EXPECT--
[1,1,0,2,1]
[1,1,0,3,2]
