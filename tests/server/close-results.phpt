--TEST--
close(): true, 1003 inside onClose, 1004 afterwards, 1005 for an id that never was
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('close', function ($server, $fd, $reactor) {
    swoole_clear_error();
    echo "close $fd $reactor ", json_encode($server->close($fd)), ' ', swoole_last_error(), "\n";
});
$server->on('message', function ($server, $frame) {
    echo "before\n";
    var_dump($server->close((string) $frame->fd));
    echo "after\n";
    var_dump($server->close($frame->fd), swoole_last_error(), $server->close(99), $server->getLastError(), $server->close(0), swoole_last_error());
});
run_server($server, function (int $port) {
    $client = WebSocketClient::open($port);
    $client->text('x');
    $client->expectEof();
});
?>
--EXPECT--
before
close 1 -1 false 1003
bool(true)
after
bool(false)
int(1004)
bool(false)
int(1005)
bool(false)
int(1005)
