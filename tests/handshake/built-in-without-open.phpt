--TEST--
onOpen may be missing
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, $frame->data));
run_server($server, function (int $port) {
    $client = WebSocketClient::open($port);
    $client->text('hello');
    echo $client->readFrame(), "\n";
    $client->close();
    $client->expectClose(1000);
});
?>
--EXPECT--
text "hello"
