--TEST--
Paging goes on although the last id of a page has been closed since
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    echo json_encode($server->getClientList(0, 3)), "\n";
    $server->close(3);
    echo json_encode($server->getClientList(3, 3)), "\n";
    $server->push($frame->fd, 'done');
});
run_server($server, function (int $port) {
    for ($i = 0; $i < 5; $i++) {
        $clients[] = WebSocketClient::open($port);
    }
    $clients[0]->text('x');
    $clients[0]->readFrame();
});
?>
--EXPECT--
[1,2,3]
[4,5]
