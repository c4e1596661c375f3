--TEST--
Every connection may be closed while iterating over them
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('close', fn ($server, $fd) => print("close $fd\n"));
$server->on('message', function ($server, $frame) {
    foreach ($server->connections as $key => $fd) {
        echo "$key => $fd\n";
        $server->close($fd);
    }
    var_dump(count($server->connections), iterator_to_array($server->connections));
});
run_server($server, function (int $port) {
    for ($i = 0; $i < 3; $i++) {
        $clients[] = WebSocketClient::open($port);
    }
    $clients[1]->text('x');
    foreach ($clients as $client) {
        $client->readAll();
    }
});
?>
--EXPECT--
1 => 1
close 1
2 => 2
close 2
3 => 3
close 3
int(0)
array(0) {
}
