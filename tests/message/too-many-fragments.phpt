--TEST--
websocket_max_fragments: one more is refused with 1009
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['websocket_max_fragments' => 4]);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    for ($round = 0; $round < 2; $round++) {
        for ($i = 0; $i < 4; $i++) {
            $c->sendFrame($i ? 0 : 1, (string) $i, fin: $i === 3);
        }
        echo $c->readMessage(), "\n";
    }
    for ($i = 0; $i < 4; $i++) {
        $c->sendFrame($i ? 0 : 1, '', fin: false);
    }
    $c->sendFrame(0);
    $c->expectClose(1009);
    $c->expectEof();
});
--EXPECT--
0123
0123
#1 reactor 0, status 3, 1009 "too many fragments" by error
