--TEST--
A port's connections are its own, the server's are all
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$second = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP);
$server->on('message', function ($server, $frame) use ($second) {
    echo json_encode([iterator_to_array($server->connections), iterator_to_array($server->ports[0]->connections), iterator_to_array($second->connections)]), "\n";
    echo count($server->connections), count($server->ports[0]->connections), count($second->connections), "\n";
    $server->push($frame->fd, 'done');
});
run_server($server, function (int $port) use ($second) {
    $clients = [WebSocketClient::open($port), WebSocketClient::open($second->port), WebSocketClient::open($port)];
    $clients[0]->text('x');
    $clients[0]->readFrame();
});
?>
--EXPECT--
[{"1":1,"2":2,"3":3},{"1":1,"2":3},{"1":2}]
321
