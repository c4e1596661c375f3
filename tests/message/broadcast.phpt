--TEST--
A broadcast over connections reaches every WebSocket, in the order of the messages
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$server->on('message', function ($server, $frame) {
    foreach ($server->connections as $fd) {
        if ($server->isEstablished($fd)) {
            $server->push($fd, "$frame->fd: $frame->data");
        }
    }
});
$server->on('close', fn () => null);
run_server($server, function (int $port) {
    $http = new WebSocketClient($port); // is a connection, too, but no WebSocket
    for ($i = 0; $i < 10; $i++) {
        $clients[] = WebSocketClient::open($port);
    }
    $clients[3]->text('one');
    foreach ($clients as $c) {
        $got[] = $c->readMessage();
    }
    $clients[5]->text('two');
    foreach ($clients as $c) {
        $got[] = $c->readMessage();
    }
    echo json_encode(array_count_values($got)), "\n";
});
--EXPECT--
{"5: one":10,"7: two":10}
