--TEST--
Many messages in one segment are delivered one by one, in order
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $bytes = '';
    for ($i = 0; $i < 1000; $i++) {
        $bytes .= WebSocketClient::frame(1, "message $i");
    }
    $c->send($bytes);
    $wrong = 0;
    for ($i = 0; $i < 1000; $i++) {
        $wrong += $c->readMessage() !== "message $i";
    }
    echo "$wrong wrong\n";
}, ['print' => false]);
--EXPECT--
0 wrong
