--TEST--
set_exception_handler() gets what callbacks throw, every time, and the client is closed with 1011
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn ($server, $frame) => throw new Exception($frame->data));
run_server($server, function (int $port) {
    foreach (['one', 'two'] as $text) {
        $c = WebSocketClient::open($port);
        $c->text($text);
        $c->expectClose(1011);
        $c->close(1011);
        $c->expectEof();
    }
}, ['start' => function ($server) {
    set_exception_handler(function (Throwable $e) {
        echo 'handler: ', $e->getMessage(), "\n";
    });
    return $server->start();
}]);
--EXPECT--
handler: one
handler: two
