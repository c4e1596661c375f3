--TEST--
Fragmented control frames, and those over 125 bytes, are refused with 1002
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $cases = [
        'fragmented ping' => [WebSocketClient::frame(9, 'x', fin: false), 1002, 'fragmented control frame'],
        'fragmented pong' => [WebSocketClient::frame(10, 'x', fin: false), 1002, 'fragmented control frame'],
        'fragmented close' => [WebSocketClient::frame(8, 'x', fin: false), 1002, 'fragmented control frame'],
        'long ping' => [WebSocketClient::frame(9, str_repeat('x', 126)), 1002, 'control frame is too long'],
        'long pong' => [WebSocketClient::frame(10, str_repeat('x', 126)), 1002, 'control frame is too long'],
        'long close' => [WebSocketClient::frame(8, str_repeat('x', 126)), 1002, 'control frame is too long'],
    ];
    foreach ($cases as $name => [$bytes, $code, $reason]) {
        $c = WebSocketClient::open($port);
        $c->send($bytes);
        $c->expectClose($code, $reason);
        $c->expectEof();
        $c = WebSocketClient::open($port);
        $c->sendSlowly($bytes);
        $c->expectClose($code, $reason);
        $c->expectEof();
    }
});
--EXPECT--
#1 reactor 0, status 3, 1002 "fragmented control frame" by error
#2 reactor 0, status 3, 1002 "fragmented control frame" by error
#3 reactor 0, status 3, 1002 "fragmented control frame" by error
#4 reactor 0, status 3, 1002 "fragmented control frame" by error
#5 reactor 0, status 3, 1002 "fragmented control frame" by error
#6 reactor 0, status 3, 1002 "fragmented control frame" by error
#7 reactor 0, status 3, 1002 "control frame is too long" by error
#8 reactor 0, status 3, 1002 "control frame is too long" by error
#9 reactor 0, status 3, 1002 "control frame is too long" by error
#10 reactor 0, status 3, 1002 "control frame is too long" by error
#11 reactor 0, status 3, 1002 "control frame is too long" by error
#12 reactor 0, status 3, 1002 "control frame is too long" by error
