--TEST--
Sec-WebSocket-Accept fits any key
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$server->on('message', fn () => 0);
run_server($server, function (int $port) {
    foreach ([str_repeat("\0", 16), str_repeat("\xff", 16), random_bytes(16), random_bytes(16)] as $bytes) {
        echo WebSocketClient::open($port, '/', ['Sec-WebSocket-Key' => base64_encode($bytes)])->response->status, "\n"; // open() checks
    }
});
?>
--EXPECT--
101
101
101
101
