--TEST--
Pings of a client that reads nothing do not make the server grow: pongs are dropped when the queue is full
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['socket_buffer_size' => 1 << 16]);
$server->on('request', fn ($request, $response) => $response->end((string) max(array_map(
    fn ($fd) => $server->getClientInfo($fd)['send_queued_bytes'], iterator_to_array($server->connections)))));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $pings = str_repeat(WebSocketClient::frame(9, str_repeat('p', 125)), 1000);
    for ($i = 0; $i < 100; $i++) {
        fwrite($c->stream, $pings); // read nothing
    }
    $http = new WebSocketClient($port);
    echo (int) $http->request('GET', '/')->body <= 1 << 16 ? "bounded\n" : "grew\n";
    $c->disconnect();
}, ['print' => false]);
--EXPECT--
bounded
