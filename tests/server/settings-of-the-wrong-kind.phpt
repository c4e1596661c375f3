--TEST--
Sizes may be written "8M"; values out of range are brought into it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\Http\Server('127.0.0.1', 0);
$server->set(['package_max_length' => '1M', 'max_connection' => '5', 'socket_buffer_size' => 1, 'worker_num' => 0]);
$server->on('request', fn ($request, $response) => $response->end((string) strlen($request->rawContent())));
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    echo $client->request('POST', '/', [], str_repeat('x', 1 << 20)), "\n";
    $client->send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1048577\r\n\r\n");
    echo $client->readResponse()->status, "\n";
});
?>
--EXPECT--
200 OK "1048576"
413
