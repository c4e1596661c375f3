--TEST--
Swoole\Server speaks TCP: onConnect, onReceive, send(), close(), onClose
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\Server('127.0.0.1', 0, SWOOLE_PROCESS, SWOOLE_SOCK_TCP);
$server->on('connect', function ($server, $fd, $reactor) {
    echo "connect $fd ", is_int($reactor) && $reactor >= 0 ? '>= 0' : $reactor, "\n";
    $server->send($fd, 'welcome ');
});
$server->on('receive', function (Swoole\Server $server, int $fd, int $reactor, string $data) {
    $server->send($fd, "got " . bin2hex($data));
    if ($data === "quit\0") {
        $server->close($fd);
    }
});
$server->on('close', fn ($server, $fd, $reactor) => print("close $fd " . ($reactor >= 0 ? '>= 0' : $reactor) . "\n"));
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    echo $client->read(8), "\n";
    $client->send("quit\0");
    echo $client->readAll(), "\n";
    $client = new WebSocketClient($port);
    echo $client->read(8), "\n";
    $client->send("\xff\0\r\n");
    echo $client->read(12), "\n";
    $client->shutdown();
    $client->expectEof();
});
?>
--EXPECT--
welcome 
got 7175697400
welcome 
got ff000d0a
connect 1 >= 0
close 1 -1
connect 2 >= 0
close 2 >= 0
