--TEST--
An exception in onClose is reported; close() and the connection go on as if it had not been
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    var_dump($server->close($frame->fd));
    echo "after close()\n";
});
$server->on('close', fn () => throw new Exception('in close'));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectEof();
    $c = WebSocketClient::open($port);
    $c->close(4000);
    $c->expectClose(4000);
    $c->expectEof();
});
--EXPECTF--
Warning: Uncaught Exception: in close in %s:%d
Stack trace:
%A
  thrown in %s on line %d
bool(true)
after close()

Warning: Uncaught Exception: in close in %s:%d
Stack trace:
%A
  thrown in %s on line %d
