--TEST--
The three forms of the payload length, at their borders
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    foreach ([0, 1, 2, 3, 4, 5, 124, 125, 126, 127, 65534, 65535, 65536, 65537, 300000] as $length) {
        $data = $length ? random_bytes($length) : '';
        $c->binary($data);
        $frame = $c->readFrame();
        echo $length, $frame->payload === $data && $frame->fin && !$frame->masked ? ' ' : ' differs ';
    }
    echo "\n";
}, ['print' => false]);
--EXPECT--
0 1 2 3 4 5 124 125 126 127 65534 65535 65536 65537 300000 
