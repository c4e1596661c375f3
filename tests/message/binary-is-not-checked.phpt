--TEST--
Binary messages may hold any bytes
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->sendFrame(2, "\xff\xfe", fin: false);
    $c->sendFrame(0, "\xc0\x80");
    echo bin2hex($c->readMessage()), "\n";
}, ['print' => false]);
--EXPECT--
fffec080
