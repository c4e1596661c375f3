--TEST--
Timers in a server: of Timer and of Server, made in workerStart and in messages; cleared when it stops
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

use Swoole\Timer;

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('workerStart', function ($server) {
    echo 'ids ', $server->tick(1000000, fn () => 1), ' ', Timer::after(1000000, fn () => 1), "\n";
    $server->defer(fn () => print("deferred\n"));
});
$server->on('message', function (Swoole\WebSocket\Server $server, $frame) {
    $fd = $frame->fd;
    $push = fn (string $text) => $server->push($fd, $text);
    switch ($frame->data) {
        case 'after':
            return $server->after(5, $push, 'after');
        case 'tick':
            $n = 0;
            return Timer::tick(2, function ($id, $text) use (&$n, $push, $server) {
                $push("$text " . ++$n);
                $n === 3 && $server->clearTimer($id);
            }, 'tick');
        case 'throw':
            Timer::after(1, fn () => throw new Exception('from a timer'));
            return Timer::after(5, $push, 'alive');
        case 'list':
            return $push(json_encode([count(Timer::list()), Timer::stats()['num']]));
        case 'wait':
            Swoole\Event::wait();
            return $push('waited');
    }
});
$server->on('workerStop', function () {
    echo 'left ', Timer::stats()['num'], "\n";
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    foreach (['after' => 1, 'tick' => 3, 'throw' => 1, 'list' => 1, 'wait' => 1] as $text => $answers) {
        $c->text($text);
        while ($answers--) {
            echo $c->readFrame(), "\n";
        }
    }
    $c->close(1000, 'bye');
    $c->expectClose(1000, 'bye');
    $c->expectEof();
}, ['start' => function ($server) {
    $result = $server->start();
    echo 'after start ', json_encode(Timer::stats()), "\n";
    Timer::after(1, fn () => print("a loop of its own\n"));
    return $result;
}]);
?>
--EXPECTF--
text "after"
text "tick 1"
text "tick 2"
text "tick 3"
text "alive"
text "[2,2]"
text "waited"
ids 1 2
deferred

Warning: Uncaught Exception: from a timer in %s:%d
Stack trace:
#0 [internal function]: {closure}()
#1 %s(%d): Swoole\Server->start()
%A
Warning: Swoole\Event::wait(): the event loop is running already in %s on line %d
left 2
after start {"initialized":true,"num":0,"round":%d}
a loop of its own
