--TEST--
16 MiB in one message and back over TLS, and many small ones behind it
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

run_server(wss_server(['package_max_length' => 17 << 20, 'socket_buffer_size' => 64 << 20]), function (int $port) {
    $c = wss_client($port);
    $bytes = random_bytes(16 << 20);
    $c->binary($bytes);
    var_dump($c->readFrame()->payload === $bytes);
    $all = '';
    for ($i = 0; $i < 20000; $i++) {
        $all .= WebSocketClient::frame(WebSocketClient::TEXT, "message $i");
    }
    $c->send($all);
    for ($i = 0; $i < 20000; $i++) {
        if (($text = $c->readFrame()->payload) !== "message $i") {
            throw new ClientError("got $text instead of message $i");
        }
    }
    $c->close();
    $c->expectClose(1000);
    $c->expectEof();
});
?>
--EXPECT--
bool(true)
