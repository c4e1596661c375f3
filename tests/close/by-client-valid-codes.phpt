--TEST--
Every close code a client may send is echoed
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    foreach ([1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999] as $code) {
        $c = WebSocketClient::open($port);
        $c->close($code);
        $c->expectClose($code, '');
        $c->expectEof();
    }
    echo "done\n";
});
--EXPECT--
done
