--TEST--
Text that is not UTF-8 is refused before its message, its fragment and its frame are complete
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->sendFrame(1, "fine so far, \xff", fin: false);
    $c->expectClose(1007);
    $c = WebSocketClient::open($port);
    $c->send(substr(WebSocketClient::frame(1, "\xff" . str_repeat('x', 100000)), 0, 100));
    $c->expectClose(1007);
    $c->expectEof();
}, ['print' => false]);
echo "done\n";
--EXPECT--
done
