--TEST--
exit() in the onClose that disconnect() runs: the code around does not go on, the close frame still leaves
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', function ($server, $frame) {
    $server->disconnect($frame->fd, 4000, 'bye');
    echo "never\n";
});
$server->on('close', fn () => exit(6));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectClose(4000, 'bye');
    $c->close(4000);
    $c->expectEof();
}, ['signal' => null, 'exit' => 6]);
--EXPECT--

