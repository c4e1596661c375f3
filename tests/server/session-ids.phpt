--TEST--
Ids count up from 1 over all ports and are not used again
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$second = $server->listen('127.0.0.1', 0, SWOOLE_SOCK_TCP);
$server->on('message', fn () => 0);
$server->on('open', fn ($server, $request) => $server->push($request->fd, (string) $request->fd));
run_server($server, function (int $port) use ($second) {
    for ($i = 0; $i < 3; $i++) {
        foreach ([$port, $second->port] as $number) {
            $client = WebSocketClient::open($number);
            echo $client->readFrame()->payload, ' ';
            $client->close();
            $client->expectClose();
            $client->expectEof();
        }
    }
    echo "\n";
});
?>
--EXPECT--
1 2 3 4 5 6 
