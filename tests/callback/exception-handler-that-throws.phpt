--TEST--
An exception handler that throws: what it throws is reported, the server lives
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    $frame->data === 'throw' ? throw new Exception('first') : $server->push($frame->fd, $frame->data);
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('throw');
    $c->expectClose(1011);
    $c = WebSocketClient::open($port);
    $c->text('alive');
    echo $c->readMessage(), "\n";
}, ['start' => function ($server) {
    set_exception_handler(fn () => throw new Exception('second'));
    return $server->start();
}]);
--EXPECTF--
alive

Warning: Uncaught Exception: second in %s:%d
%A
  thrown in %s on line %d
