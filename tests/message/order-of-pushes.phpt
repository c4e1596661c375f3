--TEST--
Pushes leave in the order of the calls, small and large ones
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc';
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/endings.inc';

$server = ending_server(['socket_buffer_size' => '64M']);
$server->on('message', function ($server, $frame) {
    for ($i = 0; $i < 100; $i++) {
        $server->push($frame->fd, str_pad((string) $i, [1, 5000, 70000][$i % 3], ' '));
    }
});
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $c->text('go');
    $wrong = 0;
    for ($i = 0; $i < 100; $i++) {
        $message = $c->readMessage();
        $wrong += (int) $message !== $i || strlen($message) < [1, 5000, 70000][$i % 3];
    }
    echo "$wrong wrong\n";
}, ['print' => false]);
--EXPECT--
0 wrong
