--TEST--
Session ids start at 1, count up and are not used again
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    foreach ([1, 2, 3] as $i) {
        $keep = $i === 2 ? WebSocketClient::open($port) : null;
        $c = WebSocketClient::open($port);
        $c->close();
        $c->expectClose();
        $c->expectEof();
    }
}, ['start' => function ($server) {
    $server->on('open', fn ($server, $request) => print("$request->fd "));
    $result = $server->start();
    echo "\n";
    return $result;
}]);
--EXPECT--
1 2 3 4 
