--TEST--
exit() in the onClose that close() runs: the code that called close() does not go on
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    try {
        $server->close($frame->fd);
        echo "never\n";
    } finally {
        echo "never either: exit() does not run finally blocks\n";
    }
});
$server->on('close', function ($server, $fd) {
    echo "close $fd\n";
    exit(6);
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectEof();
}, ['signal' => null, 'exit' => 6]);
--EXPECT--
close 1
