--TEST--
push() of a Frame: its opcode, flags, finish and data win over the other arguments
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

use Swoole\WebSocket\CloseFrame;
use Swoole\WebSocket\Frame;

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    $out = new Frame();
    $out->data = 'binary';
    $out->opcode = WEBSOCKET_OPCODE_BINARY;
    $server->push($frame->fd, $out, WEBSOCKET_OPCODE_TEXT, false);
    $out->opcode = WEBSOCKET_OPCODE_TEXT;
    $out->data = 'first';
    $out->finish = false;
    $server->push($frame->fd, $out);
    $out->opcode = WEBSOCKET_OPCODE_CONTINUATION;
    $out->data = 'last';
    [$out->flags, $out->finish] = [0, true];
    $server->push($frame->fd, $out);
    $server->push($frame->fd, $frame); // what was received goes back unmasked
    $out->opcode = 11;
    var_dump($server->push($frame->fd, $out), $server->getLastError());
    $close = new CloseFrame();
    [$close->code, $close->reason] = [4000, 'bye'];
    $server->push($frame->fd, $close);
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('hello');
    for ($i = 0; $i < 5; $i++) {
        echo $c->readFrame(), "\n";
    }
});
--EXPECTF--
binary "binary"
text (more) "first"
continuation "last"
text "hello"
close 4000 "bye"

Warning: Swoole\WebSocket\Server::push(): the maximum value of opcode is 10 in %s on line %d
bool(false)
int(8505)
