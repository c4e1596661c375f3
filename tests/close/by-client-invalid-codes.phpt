--TEST--
Close codes that nobody may send, and a payload of one byte, are answered with 1002
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $payloads = ["\x03"];
    foreach ([0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535] as $code) {
        $payloads[] = pack('n', $code);
    }
    foreach ($payloads as $payload) {
        $c = WebSocketClient::open($port);
        $c->sendFrame(8, $payload);
        $c->expectClose(1002);
        $c->expectEof();
    }
});
--EXPECT--
#1 reactor 0, status 3, 1002 "invalid close frame" by error
#2 reactor 0, status 3, 1002 "invalid close frame" by error
#3 reactor 0, status 3, 1002 "invalid close frame" by error
#4 reactor 0, status 3, 1002 "invalid close frame" by error
#5 reactor 0, status 3, 1002 "invalid close frame" by error
#6 reactor 0, status 3, 1002 "invalid close frame" by error
#7 reactor 0, status 3, 1002 "invalid close frame" by error
#8 reactor 0, status 3, 1002 "invalid close frame" by error
#9 reactor 0, status 3, 1002 "invalid close frame" by error
#10 reactor 0, status 3, 1002 "invalid close frame" by error
#11 reactor 0, status 3, 1002 "invalid close frame" by error
#12 reactor 0, status 3, 1002 "invalid close frame" by error
#13 reactor 0, status 3, 1002 "invalid close frame" by error
