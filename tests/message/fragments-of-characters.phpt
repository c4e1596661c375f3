--TEST--
UTF-8 characters may be cut by fragments, anywhere
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $text = 'aä€😀z';
    for ($cut = 0; $cut <= strlen($text); $cut++) {
        $c->sendFrame(1, substr($text, 0, $cut), fin: false);
        $c->sendFrame(0, substr($text, $cut));
        echo $c->readMessage() === $text ? '.' : 'x';
    }
    foreach (str_split($text) as $i => $byte) {
        $c->sendFrame($i ? 0 : 1, $byte, fin: false);
    }
    $c->sendFrame(0);
    echo $c->readMessage() === $text ? '.' : 'x', "\n";
}, ['print' => false]);
--EXPECT--
.............
