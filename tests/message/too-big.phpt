--TEST--
package_max_length: a longer message is refused with 1009, from its header on; the longest one is not
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['package_max_length' => 100000]);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->binary(str_repeat('x', 100000));
    echo strlen($c->readMessage()), "\n";
    $c->send(substr(WebSocketClient::frame(2, str_repeat('x', 100001)), 0, 14));
    $c->expectClose(1009);
    $c->expectEof();
});
--EXPECT--
100000
#1 reactor 0, status 3, 1009 "message is too big" by error
