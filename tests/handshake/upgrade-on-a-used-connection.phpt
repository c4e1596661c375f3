--TEST--
A keep-alive connection may become a WebSocket with its second request
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('request', fn ($request, $response) => $response->end('plain'));
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, "GET $frame->data"));
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    echo $client->request('GET', '/'), "\n";
    $client->handshake();
    $client->text('GET / HTTP/1.1'); // no HTTP any more
    echo $client->readFrame(), "\n";
    $client->close();
    $client->expectClose();
});
?>
--EXPECT--
200 OK "plain"
text "GET GET / HTTP/1.1"
