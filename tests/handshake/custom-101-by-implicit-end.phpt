--TEST--
status(101) and the headers are enough: the handshake completes when the Response goes out of scope
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('handshake', function ($request, $response) {
    accept_headers($request, $response);
    $response->status(101);
});
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
run_server($server, function (int $port) {
    $client = WebSocketClient::open($port);
    $client->text('hello');
    echo $client->readFrame(), "\n";
    $client->close();
    $client->expectClose();
});
?>
--EXPECT--
text "hello"
