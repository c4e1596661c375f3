--TEST--
The report of an uncaught exception does not go through a user error handler, as at the end of any script
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => throw new Exception('seen'));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectClose(1011);
}, ['start' => function ($server) {
    set_error_handler(function (int $level, string $text) {
        echo $level === E_WARNING ? 'E_WARNING' : $level, ': ', strtok($text, "\n"), "\n";
        return true;
    });
    return $server->start();
}]);
--EXPECTF--
Warning: Uncaught Exception: seen in %s:%d
Stack trace:
%A
  thrown in %s on line %d
