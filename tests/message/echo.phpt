--TEST--
Text, binary and empty messages arrive as they were sent, and replies likewise
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    foreach ([[1, 'text ä €'], [2, "\0\xff\x80"], [1, ''], [2, '']] as [$opcode, $data]) {
        $c->sendFrame($opcode, $data);
        echo $c->readFrame(), "\n";
    }
}, ['print' => false]);
--EXPECT--
text "text \303\244 \342\202\254"
binary "\000\377\200"
text ""
binary ""
