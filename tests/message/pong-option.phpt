--TEST--
open_websocket_pong_frame: pongs reach onMessage, pings are still answered
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['open_websocket_pong_frame' => true]);
$server->on('open', fn ($server, $request) => $server->ping($request->fd, 'are you there'));
$server->on('message', function ($server, $frame) {
    echo json_encode($frame), "\n";
    $server->push($frame->fd, 'thanks');
});
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    echo $c->readFrame(), "\n";
    $c->pong('are you there');
    echo $c->readFrame(), "\n";
    $c->ping('x');
    echo $c->readFrame(), "\n";
});
--EXPECT--
ping "are you there"
text "thanks"
pong "x"
{"fd":1,"data":"are you there","opcode":10,"flags":33,"finish":true}
