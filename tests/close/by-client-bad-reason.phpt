--TEST--
A close reason that is not UTF-8 is answered with 1007
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    foreach (["\xff", "abc\xc3", "\xed\xa0\x80"] as $reason) {
        $c = WebSocketClient::open($port);
        $c->close(1000, $reason);
        $c->expectClose(1007);
        $c->expectEof();
    }
});
--EXPECT--
#1 reactor 0, status 3, 1007 "invalid close frame" by error
#2 reactor 0, status 3, 1007 "invalid close frame" by error
#3 reactor 0, status 3, 1007 "invalid close frame" by error
