--TEST--
After exit() the onClose callbacks of the others run to their end, also when they close somebody
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => exit(0));
$server->on('close', function ($server, $fd) {
    echo "close $fd begins\n";
    $server->close($fd === 1 ? 2 : 3);
    echo "close $fd ends\n";
});
run_server($server, function (int $port) {
    foreach ([1, 2, 3] as $i) {
        $clients[] = WebSocketClient::open($port);
    }
    $clients[2]->text('x');
    foreach ($clients as $c) {
        $c->readAll();
        $c->disconnect();
    }
}, ['signal' => null]);
--EXPECT--
close 1 begins
close 2 begins
close 3 begins
close 3 ends
close 2 ends
close 1 ends
