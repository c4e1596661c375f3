--TEST--
shutdown() and stop() inside a callback end the server in order; start() returns true
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

foreach (['shutdown', 'stop'] as $method) {
    run_server(function () use ($method) {
        $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
        $server->on('message', function ($server) use ($method) {
            var_dump($server->$method());
            echo "after $method\n";
        });
        $server->on('workerStop', fn () => print("workerStop\n"));
        $server->on('shutdown', fn () => print("shutdown\n"));
        return $server;
    }, function (int $port) {
        $client = WebSocketClient::open($port);
        $client->text('x');
        $client->expectClose(1001);
        $client->close(1001);
        $client->expectEof();
    }, ['signal' => null, 'start' => fn ($server) => var_dump($server->start())]);
}
?>
--EXPECT--
bool(true)
after shutdown
workerStop
shutdown
bool(true)
bool(true)
after stop
workerStop
shutdown
bool(true)
