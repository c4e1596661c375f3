--TEST--
package_max_length counts all fragments of a message together
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['package_max_length' => 100000]);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    foreach ([[2, false], [0, false], [0, true]] as $i => [$opcode, $fin]) {
        $c->sendFrame($opcode, str_repeat('x', $i === 2 ? 20000 : 40000), fin: $fin);
    }
    echo strlen($c->readMessage()), "\n";
    foreach ([[2, false], [0, false]] as [$opcode, $fin]) {
        $c->sendFrame($opcode, str_repeat('x', 40000), fin: $fin);
    }
    $c->sendFrame(0, str_repeat('x', 20001));
    $c->expectClose(1009);
    $c->expectEof();
});
--EXPECT--
100000
#1 reactor 0, status 3, 1009 "message is too big" by error
