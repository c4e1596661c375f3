--TEST--
A callback closes all other clients; each onClose runs inside, and the callback goes on
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    foreach ($server->connections as $fd) {
        if ($fd !== $frame->fd) {
            echo "closing $fd: ";
            var_dump($server->close($fd));
        }
    }
    $server->push($frame->fd, 'alone');
});
$server->on('close', fn ($server, $fd) => print("[close $fd] "));
run_server($server, function (int $port) {
    foreach ([1, 2, 3, 4] as $i) {
        $clients[] = WebSocketClient::open($port);
    }
    $clients[1]->text('x');
    echo $clients[1]->readMessage(), "\n";
    foreach ([0, 2, 3] as $i) {
        $clients[$i]->expectEof();
    }
    $clients[1]->close();
    $clients[1]->expectClose();
    $clients[1]->expectEof();
});
--EXPECT--
alone
closing 1: [close 1] bool(true)
closing 3: [close 3] bool(true)
closing 4: [close 4] bool(true)
[close 2] 
