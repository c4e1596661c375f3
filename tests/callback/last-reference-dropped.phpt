--TEST--
A callback drops the last variable that holds the server: it goes on, and start() returns
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

run_server(function () {
    $GLOBALS['server'] = new Swoole\WebSocket\Server('127.0.0.1', 0);
    $GLOBALS['server']->on('message', function ($s, $frame) {
        $GLOBALS['server'] = null;
        gc_collect_cycles();
        $s->push($frame->fd, $frame->data);
    });
    return $GLOBALS['server'];
}, function (int $port) {
    $c = WebSocketClient::open($port);
    foreach (['one', 'two'] as $text) {
        $c->text($text);
        echo $c->readMessage(), "\n";
    }
}, ['start' => function () {
    return $GLOBALS['server']->start();
}]);
--EXPECT--
one
two
