--TEST--
A close frame of 125 bytes is legal and comes back whole
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->close(1000, str_repeat('r', 123));
    $c->expectClose(1000, str_repeat('r', 123));
    $c->expectEof();
}, ['print' => false]);
echo "done\n";
--EXPECT--
done
