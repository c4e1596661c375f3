--TEST--
handshake_timeout: a request that comes byte by byte is cut off with 408, however regular the bytes are
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

run_server(limited_server(['handshake_timeout' => 0.5 * time_factor()]), function (int $port) {
    $client = new WebSocketClient($port);
    $start = microtime(true);
    $pause = 50000 * time_factor();
    foreach (str_split(WebSocketClient::upgradeRequest()) as $byte) {
        try {
            $client->send($byte);
        } catch (ClientError) {
            break; // the server has closed
        }
        $read = [$client->stream];
        $none = [];
        if (stream_select($read, $none, $none, 0, $pause)) {
            break;
        }
    }
    $seconds = (microtime(true) - $start) / time_factor();
    echo $client->readResponse()->status, ' ', $seconds >= 0.5 && $seconds < 1.5 ? 'in time' : "after $seconds s", "\n";
    $client->expectEof();
});
?>
--EXPECT--
408 in time
0 "the request did not become complete" by timeout
request_timeout_count: 1
protocol errors: 0
