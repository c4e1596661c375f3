--TEST--
Reserved bits are refused with 1002
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $cases = [
        'rsv1' => [WebSocketClient::frame(1, 'x', rsv: 1), 1002, 'reserved bits are set'],
        'rsv2' => [WebSocketClient::frame(1, 'x', rsv: 2), 1002, 'reserved bits are set'],
        'rsv4' => [WebSocketClient::frame(1, 'x', rsv: 4), 1002, 'reserved bits are set'],
        'rsv7' => [WebSocketClient::frame(1, 'x', rsv: 7), 1002, 'reserved bits are set'],
        'ping' => [WebSocketClient::frame(9, '', rsv: 4), 1002, 'reserved bits are set'],
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
#1 reactor 0, status 3, 1002 "reserved bits are set" by error
#2 reactor 0, status 3, 1002 "reserved bits are set" by error
#3 reactor 0, status 3, 1002 "reserved bits are set" by error
#4 reactor 0, status 3, 1002 "reserved bits are set" by error
#5 reactor 0, status 3, 1002 "reserved bits are set" by error
#6 reactor 0, status 3, 1002 "reserved bits are set" by error
#7 reactor 0, status 3, 1002 "reserved bits are set" by error
#8 reactor 0, status 3, 1002 "reserved bits are set" by error
#9 reactor 0, status 3, 1002 "reserved bits are set" by error
#10 reactor 0, status 3, 1002 "reserved bits are set" by error
