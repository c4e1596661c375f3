--TEST--
onWorkerExit comes while a worker ends and user code still has something in its loop, before onWorkerStop
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
foreach ([true, false] as $timer) {
    run_server(function () use ($timer) {
        $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
        $server->on('message', fn () => 0);
        $server->on('workerStart', fn () => $timer && Swoole\Timer::tick(60000, fn () => 0));
        $server->on('workerExit', function ($server, $id) {
            echo "workerExit $id\n";
            Swoole\Timer::clearAll();
        });
        $server->on('workerStop', fn () => print("workerStop\n"));
        return $server;
    }, fn (int $port) => WebSocketClient::open($port));
}
?>
--EXPECT--
workerExit 0
workerStop
workerStop
