--TEST--
Garbage does not harm: 1002, others go on
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    $other = WebSocketClient::open($port);
    mt_srand(1);
    for ($i = 0; $i < 50; $i++) {
        $c = WebSocketClient::open($port);
        $c->send("\xff" . random_bytes(mt_rand(1, 3000)));
        $c->expectClose(1002);
        $c->expectEof();
    }
    $other->text('alive');
    echo $other->readMessage(), "\n";
});
--EXPECT--
alive
