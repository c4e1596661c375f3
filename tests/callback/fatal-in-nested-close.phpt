--TEST--
A fatal error in the onClose that close() runs ends the code around, too
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    $server->close($frame->fd);
    echo "never\n";
});
$server->on('close', fn () => trigger_error('fatal', E_USER_ERROR));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $other = WebSocketClient::open($port);
    $c->text('x');
    $c->expectEof(true);
    $other->expectEof(true);
}, ['signal' => null, 'exit' => 255]);
--EXPECTF--
Fatal error: fatal in %s on line %d
