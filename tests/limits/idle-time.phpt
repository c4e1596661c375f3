--TEST--
max_idle_time and an unanswered ping cut a silent client off, each counted, with the reason in onClose
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

foreach ([['max_idle_time' => 0.3], ['websocket_ping_interval' => 0.2, 'websocket_pong_timeout' => 0.3],
    ['heartbeat_idle_time' => 0.3, 'heartbeat_check_interval' => 0.1]] as $settings) {
    run_server(fn () => limited_server($settings), function (int $port) {
        $c = WebSocketClient::open($port);
        while (($bytes = fread($c->stream, 100)) !== false && !feof($c->stream)) { // pings come, nobody answers
            $c->readable(5);
        }
    });
}
?>
--EXPECT--
1006 "no traffic for max_idle_time" by timeout
idle_timeout_count: 1
protocol errors: 0
1006 "no answer to a ping" by timeout
idle_timeout_count: 1
protocol errors: 0
1006 "nothing was received for heartbeat_idle_time" by timeout
idle_timeout_count: 1
protocol errors: 0
