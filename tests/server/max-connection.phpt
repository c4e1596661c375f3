--TEST--
Connections over max_connection are closed at once, counted, and never seen by a callback
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->set(['max_connection' => 2]);
$server->on('message', fn ($server, $frame) => $server->push($frame->fd, (string) $server->stats()['refused_count']));
$server->on('connect', fn ($server, $fd) => print("connect $fd\n"));
$server->on('close', fn ($server, $fd) => print("close $fd\n"));
run_server($server, function (int $port) {
    $one = WebSocketClient::open($port);
    $two = WebSocketClient::open($port);
    (new WebSocketClient($port))->expectEof(true);
    $two->close();
    $two->expectClose();
    $two->expectEof();
    $three = WebSocketClient::open($port);
    $one->text('x');
    echo $one->readFrame(), "\n";
    foreach ([$one, $three] as $client) {
        $client->close();
        $client->expectClose();
    }
});
?>
--EXPECT--
text "1"
connect 1
connect 2
close 2
connect 3
close 1
close 3
