--TEST--
push(): scalars, null, __toString; the 4th argument as bool, int and null
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

class Text
{
    public function __toString(): string
    {
        return 'object';
    }
}

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    $fd = (string) $frame->fd; // as it comes out of Redis
    var_dump($server->push($fd, 12), $server->push($fd, null), $server->push($fd, ''), $server->push($fd, new Text()));
    var_dump($server->push($fd, 'a', WEBSOCKET_OPCODE_TEXT, true), $server->push($fd, 'b', WEBSOCKET_OPCODE_TEXT, null));
    var_dump($server->push($fd, 'c', WEBSOCKET_OPCODE_TEXT, false), $server->push($fd, 'd', WEBSOCKET_OPCODE_CONTINUATION, 0));
    var_dump($server->push($fd, 'e', WEBSOCKET_OPCODE_CONTINUATION, 1));
    var_dump($server->push($fd, 'f', WEBSOCKET_OPCODE_PING), $server->push($fd, 'g', WEBSOCKET_OPCODE_PONG, false));
    var_dump($server->ping($fd), $server->ping($fd, 'h'));
    $server->push($fd, 'end');
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('hello');
    do {
        $frame = $c->readFrame();
        echo $frame, "\n";
    } while ($frame->payload !== 'end');
});
--EXPECT--
text "12"
text ""
text ""
text "object"
text "a"
text "b"
text (more) "c"
continuation (more) "d"
continuation "e"
ping "f"
pong "g"
ping ""
ping "h"
text "end"
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
