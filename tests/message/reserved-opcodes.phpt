--TEST--
Reserved opcodes are refused with 1002
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $cases = [
        '3' => [WebSocketClient::frame(3, 'x'), 1002, 'reserved opcode'],
        '4' => [WebSocketClient::frame(4, 'x'), 1002, 'reserved opcode'],
        '5' => [WebSocketClient::frame(5, 'x'), 1002, 'reserved opcode'],
        '6' => [WebSocketClient::frame(6, 'x'), 1002, 'reserved opcode'],
        '7' => [WebSocketClient::frame(7, 'x'), 1002, 'reserved opcode'],
        '11' => [WebSocketClient::frame(11, 'x'), 1002, 'reserved opcode'],
        '12' => [WebSocketClient::frame(12, 'x'), 1002, 'reserved opcode'],
        '13' => [WebSocketClient::frame(13, 'x'), 1002, 'reserved opcode'],
        '14' => [WebSocketClient::frame(14, 'x'), 1002, 'reserved opcode'],
        '15' => [WebSocketClient::frame(15, 'x'), 1002, 'reserved opcode'],
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
#1 reactor 0, status 3, 1002 "reserved opcode" by error
#2 reactor 0, status 3, 1002 "reserved opcode" by error
#3 reactor 0, status 3, 1002 "reserved opcode" by error
#4 reactor 0, status 3, 1002 "reserved opcode" by error
#5 reactor 0, status 3, 1002 "reserved opcode" by error
#6 reactor 0, status 3, 1002 "reserved opcode" by error
#7 reactor 0, status 3, 1002 "reserved opcode" by error
#8 reactor 0, status 3, 1002 "reserved opcode" by error
#9 reactor 0, status 3, 1002 "reserved opcode" by error
#10 reactor 0, status 3, 1002 "reserved opcode" by error
#11 reactor 0, status 3, 1002 "reserved opcode" by error
#12 reactor 0, status 3, 1002 "reserved opcode" by error
#13 reactor 0, status 3, 1002 "reserved opcode" by error
#14 reactor 0, status 3, 1002 "reserved opcode" by error
#15 reactor 0, status 3, 1002 "reserved opcode" by error
#16 reactor 0, status 3, 1002 "reserved opcode" by error
#17 reactor 0, status 3, 1002 "reserved opcode" by error
#18 reactor 0, status 3, 1002 "reserved opcode" by error
#19 reactor 0, status 3, 1002 "reserved opcode" by error
#20 reactor 0, status 3, 1002 "reserved opcode" by error
