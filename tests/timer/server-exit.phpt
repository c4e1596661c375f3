--TEST--
Timers in a server: exit(), Event::exit() and a fatal error end it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

function ends(callable $callback, array $opts = []): void
{
    $server = function () use ($callback) {
        $server = new Swoole\WebSocket\Server('127.0.0.1', 0);
        $server->on('message', fn () => 1);
        $server->on('open', fn () => Swoole\Timer::after(1, $callback));
        $server->on('workerStop', fn () => print("workerStop\n"));
        $server->on('shutdown', fn () => print("shutdown\n"));
        Swoole\Timer::clearAll();
        return $server;
    };
    run_server($server, function (int $port) {
        $c = WebSocketClient::open($port);
        try {
            $frame = $c->readFrame();
            echo $frame, "\n";
            $c->close($frame->closeCode());
        } catch (ClientError $e) {
            echo $e->getMessage(), "\n";
        }
        $c->expectEof();
    }, ['signal' => null] + $opts);
}

echo "-- exit\n";
ends(fn () => exit(3), ['exit' => 3]);
echo "-- Event::exit\n";
ends(function () {
    Swoole\Event::exit();
    echo "goes on\n";
});
echo "-- fatal\n";
ends(fn () => trigger_error('of a timer', E_USER_ERROR), ['exit' => 255, 'alerts' => true, 'connections' => false]);
?>
--EXPECTF--
-- exit
close 1001 "%S"
workerStop
shutdown
-- Event::exit
close 1001 "%S"
goes on
workerStop
shutdown
-- fatal
%s

Fatal error: of a timer in %s on line %d
