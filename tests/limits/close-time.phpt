--TEST--
websocket_close_timeout: a client that never answers a close frame is cut off, and counted
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

$server = limited_server(['websocket_close_timeout' => 0.3 * time_factor()]);
$server->on('message', fn ($server, $frame) => $server->disconnect($frame->fd, 4000, 'enough'));
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('x');
    $c->expectClose(4000, 'enough');
    $c->expectEof(true);
});
?>
--EXPECT--
4000 "enough" by server
close_timeout_count: 1
protocol errors: 0
