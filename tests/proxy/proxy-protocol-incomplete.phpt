--TEST--
open_proxy_protocol: a header that does not become complete in handshake_timeout ends the connection
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

$server = limited_server(['open_proxy_protocol' => true, 'handshake_timeout' => 0.5]);
$server->on('connect', fn () => print("connect\n"));

run_server($server, function (int $port) {
    (new WebSocketClient($port))->disconnect();
    foreach (['PROXY TCP4 ', "\r\n\r\n\0\r\nQUIT\n\x21"] as $half) {
        $c = new WebSocketClient($port);
        $c->send($half);
        $c->expectEof(true);
    }
});
?>
--EXPECT--
request_timeout_count: 2
protocol errors: 0
