--TEST--
exit() in an exception handler ends the server in order
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => throw new Exception('x'));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectClose(1001);
    $c->close(1001);
    $c->expectEof();
}, ['signal' => null, 'exit' => 7, 'start' => function ($server) {
    set_exception_handler(function () {
        echo "handler\n";
        exit(7);
    });
    return $server->start();
}]);
--EXPECT--
handler
