--TEST--
A client whose messages wait because of websocket_rate_delay is not taken for a silent one
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

$server = limited_server([
    'websocket_rate_limit' => 1, 'websocket_rate_burst' => 1, 'websocket_rate_delay' => true,
    'heartbeat_check_interval' => 1, 'heartbeat_idle_time' => 1.5,
]);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    for ($i = 0; $i < 4; $i++) {
        $c->text((string) $i); // the last one waits for three seconds
    }
    for ($i = 0; $i < 4; $i++) {
        echo $c->readMessage(), "\n";
    }
    $c->text('still here');
    echo $c->readMessage(), "\n";
    $c->close(1000, '');
    $c->expectClose(1000, '');
}, ['print' => true]);
?>
--EXPECTF--
0
1
2
3
still here
message_rate_count: %d
protocol errors: 0
