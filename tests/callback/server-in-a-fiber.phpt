--TEST--
A server that runs inside a fiber: callbacks cannot suspend it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    if ($frame->data === 'suspend') {
        Fiber::suspend();
    }
    $server->push($frame->fd, $frame->data);
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('suspend');
    $c->expectClose(1011);
    $c = WebSocketClient::open($port);
    $c->text('alive');
    echo $c->readMessage(), "\n";
}, ['start' => function ($server) {
    $fiber = new Fiber(fn () => $server->start());
    $fiber->start();
    return $fiber->getReturn();
}]);
--EXPECTF--
alive

Warning: Uncaught FiberError: Cannot suspend outside of%sfiber in %s:%d
%A
  thrown in %s on line %d
