--TEST--
HTTP/1.1 connections serve many requests, until one says Connection: close
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(fn ($request, $response) => $response->end("$request->fd {$request->server['request_uri']}"));
$server->on('close', fn ($server, $fd, $reactor) => print("close $fd $reactor\n"));
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    foreach (['/1', '/2', '/3'] as $path) {
        $response = $client->request('GET', $path);
        echo $response->body, ', ', $response->header('connection'), "\n";
    }
    $response = $client->request('GET', '/4', ['Connection' => 'foo, Close']);
    echo $response->body, ', ', $response->header('connection'), "\n";
    $client->expectEof();
});
?>
--EXPECT--
1 /1, keep-alive
1 /2, keep-alive
1 /3, keep-alive
1 /4, close
close 1 -1
