--TEST--
Start and stop run their callbacks in order: start, workerStart, …, beforeShutdown, close, workerStop, shutdown
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

foreach ([SIGTERM, SIGINT] as $signal) {
    run_server(function () {
        $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
        $server->set(['max_wait_time' => 0.1]);
        foreach (['start', 'workerStart', 'beforeShutdown', 'workerStop', 'shutdown', 'managerStart', 'managerStop', 'open', 'message', 'close'] as $event) {
            $server->on($event, fn () => print("$event\n"));
        }
        return $server;
    }, function (int $port) {
        $client = WebSocketClient::open($port);
        $GLOBALS['kept'] = $client;
    }, ['signal' => $signal, 'print' => true]);
    echo $GLOBALS['kept']->expectClose(1001), "\n";
}
?>
--EXPECT--
start
workerStart
open
beforeShutdown
close
workerStop
shutdown
close 1001 ""
start
workerStart
open
beforeShutdown
close
workerStop
shutdown
close 1001 ""
