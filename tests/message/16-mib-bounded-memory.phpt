--TEST--
The claim of a long message costs no memory before its bytes arrive
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['package_max_length' => 1 << 30]);
$server->on('request', fn ($request, $response) => $response->end((string) memory_get_usage()));
run_server($server, function (int $port) {
    $http = new WebSocketClient($port);
    $before = (int) $http->request('GET', '/')->body;
    for ($i = 0; $i < 20; $i++) {
        $clients[] = $c = WebSocketClient::open($port);
        $c->send(substr(WebSocketClient::frame(2, ''), 0, 1) . "\xff" . pack('J', 1 << 30) . 'mask' . 'some bytes');
    }
    $c = WebSocketClient::open($port);
    $c->ping();
    $c->readFrame();
    $after = (int) $http->request('GET', '/')->body;
    echo $after - $before < 20 * (1 << 20) ? "bounded\n" : 'used ' . ($after - $before) . "\n";
}, ['print' => false]);
--EXPECT--
bounded
