--TEST--
An error handler that turns warnings into exceptions: the exception is reported all the same
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('workerStart', function () {
    set_error_handler(fn ($level, $text) => throw new ErrorException($text, 0, $level));
});
$server->on('message', function ($server, $frame) {
    if ($frame->data === 'throw') {
        throw new Exception('original');
    }
    $frame->data === 'warn' ? $server->push(999, 'x') : $server->push($frame->fd, $frame->data);
});
run_server($server, function (int $port) {
    foreach (['throw', 'warn'] as $text) {
        $c = WebSocketClient::open($port);
        $c->text($text);
        $c->expectClose(1011);
        $c->close(1011);
        $c->expectEof();
    }
    $c = WebSocketClient::open($port);
    $c->text('alive');
    echo $c->readMessage(), "\n";
});
--EXPECTF--
alive

Warning: Uncaught Exception: original in %s:%d
%A
  thrown in %s on line %d

Warning: Uncaught ErrorException: %ssession#999 does not exists in %s:%d
%A
  thrown in %s on line %d
