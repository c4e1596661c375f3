--TEST--
A client that does not offer compression gets none, whatever is asked of push()
--SKIPIF--
<?php require __DIR__ . '/../inc/deflate.inc'; skip_without_zlib(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/deflate.inc';

$server = echo_server();
$server->on('message', fn ($server, $frame) =>
    $server->push($frame->fd, $frame->data, 1, SWOOLE_WEBSOCKET_FLAG_FIN | SWOOLE_WEBSOCKET_FLAG_COMPRESS));
run_server($server, function (int $port) {
    $client = WebSocketClient::open($port);
    var_dump($client->response->header('Sec-WebSocket-Extensions'));
    $client->text(str_repeat('z', 60));
    echo $client->readFrame(), "\n";
    $client->sendFrame(1, "\x00", rsv: 4);
    $client->expectClose(1002, 'reserved bits are set');
    $client->expectEof();
});
?>
--EXPECT--
NULL
text "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
