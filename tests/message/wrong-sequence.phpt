--TEST--
A continuation without a start, and a new message inside a message, are refused with 1002
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $cases = [
        'continuation' => [WebSocketClient::frame(0, 'x'), 1002, 'continuation without a message'],
        'first fragment' => [WebSocketClient::frame(0, 'x', fin: false), 1002, 'continuation without a message'],
        'text in text' => [WebSocketClient::frame(1, 'a', fin: false) . WebSocketClient::frame(1, 'b'), 1002, 'new message inside a message'],
        'binary in text' => [WebSocketClient::frame(1, 'a', fin: false) . WebSocketClient::frame(2, 'b', fin: false), 1002, 'new message inside a message'],
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
#1 reactor 0, status 3, 1002 "continuation without a message" by error
#2 reactor 0, status 3, 1002 "continuation without a message" by error
#3 reactor 0, status 3, 1002 "continuation without a message" by error
#4 reactor 0, status 3, 1002 "continuation without a message" by error
#5 reactor 0, status 3, 1002 "new message inside a message" by error
#6 reactor 0, status 3, 1002 "new message inside a message" by error
#7 reactor 0, status 3, 1002 "new message inside a message" by error
#8 reactor 0, status 3, 1002 "new message inside a message" by error
