--TEST--
Calling an undefined function is an exception like any other: the server lives
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => $frame->data === 'bad' ? no_such_function() : $server->push($frame->fd, 'alive'));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('bad');
    $c->expectClose(1011);
    $c = WebSocketClient::open($port);
    $c->text('good');
    echo $c->readMessage(), "\n";
});
--EXPECTF--
alive

Warning: Uncaught Error: Call to undefined function no_such_function() in %s:%d
Stack trace:
%A
  thrown in %s on line %d
