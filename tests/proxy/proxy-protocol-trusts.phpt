--TEST--
open_proxy_protocol with trusted_proxies: only those may connect, and the proxy in front of them may be trusted, too
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

$server = limited_server(['open_proxy_protocol' => true, 'trusted_proxies' => ['127.0.0.2', '10.0.0.0/8']]);
$server->on('request', fn ($request, $response) => $response->end($request->server['remote_addr'] . "\n"));
run_server($server, function (int $port) {
    $from = fn (string $ip) => new WebSocketClient($port, context: ['socket' => ['bindto' => "$ip:0"]]);
    $c = $from('127.0.0.2');
    $c->send("PROXY TCP4 192.0.2.1 10.0.0.1 1 2\r\nGET / HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: 192.0.2.9\r\n\r\n");
    echo $c->readResponse()->body; // 192.0.2.1 is no proxy of ours: what it forwards does not count
    $c = $from('127.0.0.2');
    $c->send("PROXY TCP4 10.0.0.5 10.0.0.1 1 2\r\nGET / HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: 192.0.2.9\r\n\r\n");
    echo $c->readResponse()->body;
    $from('127.0.0.3')->expectEof(true);
});
?>
--EXPECT--
192.0.2.1
192.0.2.9
protocol errors: 1
