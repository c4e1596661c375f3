--TEST--
Unmasked frames are refused with 1002
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $cases = [
        'text' => [WebSocketClient::frame(1, 'x', mask: false), 1002, 'frame is not masked'],
        'ping' => [WebSocketClient::frame(9, '', mask: false), 1002, 'frame is not masked'],
        'close' => [WebSocketClient::frame(8, '', mask: false), 1002, 'frame is not masked'],
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
#1 reactor 0, status 3, 1002 "frame is not masked" by error
#2 reactor 0, status 3, 1002 "frame is not masked" by error
#3 reactor 0, status 3, 1002 "frame is not masked" by error
#4 reactor 0, status 3, 1002 "frame is not masked" by error
#5 reactor 0, status 3, 1002 "frame is not masked" by error
#6 reactor 0, status 3, 1002 "frame is not masked" by error
