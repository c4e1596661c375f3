--TEST--
A connection that never sends a request is closed after handshake_timeout without a word
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(fn () => print("never called\n"), ['handshake_timeout' => 0.2]);
run_server($server, function (int $port) {
    (new WebSocketClient($port))->expectEof();
    echo "closed\n";
});
?>
--EXPECT--
closed
