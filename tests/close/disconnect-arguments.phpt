--TEST--
disconnect(): defaults, null and long reasons, numeric strings
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server();
$calls = [[], [1001], [1000, null], [1000, ''], ['4002', 'text'], [1000, str_repeat('r', 123)], [1000, str_repeat('r', 125)],
    [1000, str_repeat('ä', 62)], [70000, 'low 16 bits']];
$server->on('close', fn () => null);
$server->on('message', function ($server, $frame) use ($calls) {
    var_dump($server->disconnect((string) $frame->fd, ...$calls[$frame->data]));
});
run_server($server, function (int $port) use ($calls) {
    foreach (array_keys($calls) as $i) {
        $c = WebSocketClient::open($port);
        $c->text((string) $i);
        $frame = $c->expectClose();
        echo $frame->closeCode(), ' ', strlen($frame->closeReason()), ' ', substr($frame->closeReason(), 0, 8), "\n";
        $c->close();
        $c->expectEof();
    }
});
--EXPECT--
1000 0 
1001 0 
1000 0 
1000 0 
4002 4 text
1000 123 rrrrrrrr
1000 123 rrrrrrrr
1000 122 ääää
4464 11 low 16 b
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
