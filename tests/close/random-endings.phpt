--TEST--
200 random endings: every open has exactly one close, and nobody is left
--EXTENSIONS--
sockets
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

mt_srand(2);
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$opened = $closed = [];
$server->on('open', function ($server, $request) use (&$opened) {
    $opened[] = $request->fd;
});
$server->on('message', function ($server, $frame) {
    match ($frame->data) {
        'close' => $server->close($frame->fd),
        'reset' => $server->close($frame->fd, true),
        'disconnect' => $server->disconnect($frame->fd, 4000),
        'throw' => throw new Exception('thrown'),
        'push and close' => $server->push($frame->fd, str_repeat('x', 100000)) && $server->close($frame->fd),
        'twice' => $server->disconnect($frame->fd) && $server->close($frame->fd),
    };
});
$server->on('close', function ($server, $fd) use (&$closed) {
    $closed[] = $fd;
});
$server->on('workerStop', function ($server) use (&$opened, &$closed) {
    sort($closed);
    echo count($opened), ' opened, ', count(array_unique($closed)), ' closed', $opened === $closed ? '' : ', not the same', "\n";
    $stats = $server->stats();
    echo $stats['accept_count'] - $stats['close_count'], " left\n";
});
run_server($server, function (int $port) {
    $endings = [
        fn ($c) => $c->close(),
        fn ($c) => $c->close(null),
        fn ($c) => $c->close(1005),
        fn ($c) => $c->shutdown(),
        fn ($c) => $c->disconnect(),
        fn ($c) => $c->reset(),
        fn ($c) => $c->send(random_bytes(50)),
        fn ($c) => $c->sendFrame(1, "\xff"),
        fn ($c) => $c->send(substr(WebSocketClient::frame(1, 'cut'), 0, mt_rand(1, 8))),
        fn ($c) => $c->text('close'),
        fn ($c) => $c->text('reset'),
        fn ($c) => $c->text('disconnect'),
        fn ($c) => $c->text('throw'),
        fn ($c) => $c->text('push and close'),
        fn ($c) => $c->text('twice'),
    ];
    $open = [];
    for ($i = 0; $i < 200; $i++) {
        $open[] = $c = WebSocketClient::open($port);
        $endings[mt_rand(0, count($endings) - 1)]($c);
        if (count($open) > 20) { // some stay for a while, some until the end
            array_splice($open, mt_rand(0, 20), 1)[0]->disconnect();
        }
    }
    $c = WebSocketClient::open($port);
    $c->ping(); // the server has seen everything that came before
    $c->readFrame();
    foreach ($open as $other) {
        $other->disconnect();
    }
}, ['print' => true, 'start' => function ($server) {
    set_exception_handler(fn () => null);
    return $server->start();
}]);
--EXPECT--
201 opened, 201 closed
0 left
