--TEST--
Pings are answered with a pong of the same payload, and do not reach onMessage; pongs are swallowed
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', fn ($server, $frame) => print("$frame->opcode $frame->data\n"));
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    foreach (['', 'data', str_repeat('p', 125)] as $data) {
        $c->ping($data);
        echo strlen($data), $c->readFrame()->payload === $data ? ' same' : ' different', "\n";
    }
    $c->pong('unasked');
    $c->ping('last');
    echo $c->readFrame(), "\n";
});
--EXPECT--
0 same
4 same
125 same
pong "last"
