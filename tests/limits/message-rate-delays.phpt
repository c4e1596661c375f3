--TEST--
websocket_rate_delay: messages over the rate are read later; none is lost, and the connection can be closed meanwhile
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

$server = limited_server(['websocket_rate_limit' => 20, 'websocket_rate_burst' => 2, 'websocket_rate_delay' => true]);
run_server($server, function (int $port) {
    $c = WebSocketClient::open($port);
    $start = microtime(true);
    for ($i = 0; $i < 12; $i++) {
        $c->text((string) $i);
    }
    for ($i = 0; $i < 12; $i++) {
        $c->readMessage() === (string) $i || print("lost\n");
    }
    $seconds = microtime(true) - $start; // for 10 of them at 20 per second; the server's clock goes in steps of up to 10 ms
    echo $seconds >= 0.48 ? "slowed down\n" : "not slowed down: $seconds s\n";

    for ($i = 0; $i < 1000; $i++) {
        $c->text(str_repeat('x', 1000));
    }
    $c->reset(); // while it waits
    $c = WebSocketClient::open($port);
    $c->text('alive');
    echo $c->readMessage(), "\n";
    for ($i = 0; $i < 100; $i++) {
        $c->text('x'); // the server's end comes while they wait
    }
}, ['print' => true]);
?>
--EXPECTF--
slowed down
alive
message_rate_count: %d
protocol errors: 0
