--TEST--
Lengths that are not in their shortest form, or have the top bit set, are refused with 1002
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $cases = [
        '125 in 16 bits' => ["\x82\xfe\x00\x7dmask", 1002, 'length is not in its shortest form'],
        '65535 in 64 bits' => ["\x82\xff\x00\x00\x00\x00\x00\x00\xff\xffmask", 1002, 'length is not in its shortest form'],
        'top bit' => ["\x82\xff\x80\x00\x00\x00\x00\x00\x00\x00mask", 1002, 'length has its top bit set'],
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
#1 reactor 0, status 3, 1002 "length is not in its shortest form" by error
#2 reactor 0, status 3, 1002 "length is not in its shortest form" by error
#3 reactor 0, status 3, 1002 "length is not in its shortest form" by error
#4 reactor 0, status 3, 1002 "length is not in its shortest form" by error
#5 reactor 0, status 3, 1002 "length has its top bit set" by error
#6 reactor 0, status 3, 1002 "length has its top bit set" by error
