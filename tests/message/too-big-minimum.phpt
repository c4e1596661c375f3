--TEST--
package_max_length under 64 KiB is raised to 64 KiB
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['package_max_length' => 10]);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->binary(str_repeat('x', 65536));
    echo strlen($c->readMessage()), "\n";
    $c->binary(str_repeat('x', 65537));
    $c->expectClose(1009);
    $c->expectEof(true);
}, ['print' => false]);
--EXPECT--
65536
