--TEST--
foreach over $server->connections: keys from 1 on, by its methods the same, sessions may close meanwhile, not by reference
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    $all = iterator_to_array($server->connections);
    echo json_encode($all), ' ', count($server->connections), "\n";
    $it = $server->connections;
    $it->rewind();
    echo $it->valid() ? $it->key() . ' => ' . $it->current() : 'none', "\n";
    foreach ($server->connections as $fd) {
        break; // the position stays with the object
    }
    $server->connections->next();
    echo $server->connections->current(), "\n";
    $seen = [];
    foreach ($server->connections as $i => $fd) {
        $seen[$i] = $fd;
        if ($fd === 1) {
            $server->close(2);
        }
    }
    echo json_encode($seen), "\n";
    try {
        foreach ($server->connections as &$fd) {
        }
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    $server->push($frame->fd, 'done');
});
run_server($server, function (int $port) {
    $clients = array_map(fn () => WebSocketClient::open($port), range(1, 4));
    $clients[0]->text('go');
    $clients[0]->readMessage();
});
?>
--EXPECT--
{"1":1,"2":2,"3":3,"4":4} 4
1 => 1
2
{"1":1,"2":3,"3":4}
An iterator cannot be used with foreach by reference
