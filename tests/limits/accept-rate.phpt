--TEST--
max_accept_rate: connections over it wait in the kernel's queue; none is lost
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

run_server(limited_server(['max_accept_rate' => 20]), function (int $port) {
    $start = microtime(true);
    for ($i = 0; $i < 16; $i++) {
        $clients[] = $c = new WebSocketClient($port); // the kernel takes them all
        $c->send(WebSocketClient::upgradeRequest());
    }
    foreach ($clients as $c) {
        $c->readResponse()->status === 101 || print("not taken\n");
    }
    $seconds = microtime(true) - $start;
    echo $seconds >= 0.5 ? "slowed down\n" : "not slowed down: $seconds s\n"; // 20 per second, two at a time
});
?>
--EXPECTF--
slowed down
accept_rate_count: %d
protocol errors: 0
