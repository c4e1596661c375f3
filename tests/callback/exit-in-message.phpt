--TEST--
exit(3) in onMessage: every client is closed, stop callbacks, shutdown functions and destructors run, the status is kept
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

class Noisy
{
    public function __destruct()
    {
        echo "destructor\n";
    }
}

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function () {
    try {
        exit(3);
    } catch (Throwable) {
        echo "caught\n";
    } finally {
        echo "finally\n";
    }
});
$server->on('close', function ($server, $fd, $reactorId) {
    echo ending($server, $fd, $reactorId), "\n";
});
$server->on('workerStop', fn () => print("workerStop\n"));
$server->on('shutdown', fn () => print("shutdown\n"));
run_server($server, function (int $port) {
    $a = WebSocketClient::open($port);
    $b = WebSocketClient::open($port);
    $a->text('x');
    foreach ([$a, $b] as $c) {
        $c->expectClose(1001);
        $c->close(1001);
        $c->expectEof();
    }
}, ['signal' => null, 'exit' => 3, 'start' => function ($server) {
    $noisy = new Noisy();
    register_shutdown_function(fn () => print("shutdown function\n"));
    $server->start();
    echo "never\n";
}]);
--EXPECT--
#1 reactor -1, status 3, 1001 "" by shutdown
#2 reactor -1, status 3, 1001 "" by shutdown
workerStop
shutdown
destructor
shutdown function
