--TEST--
max_connections_per_ip counts the client behind a trusted proxy, not the proxy: 429 for one too many
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

run_server(limited_server(['max_connections_per_ip' => 2, 'trusted_proxies' => '127.0.0.1']), function (int $port) {
    $for = function (string $client) use ($port) {
        $c = new WebSocketClient($port);
        $c->send(WebSocketClient::upgradeRequest('/', ['X-Forwarded-For' => $client]));
        echo $client, ' ', $c->readResponse()->status, "\n";
        return $c;
    };
    $a = $for('192.0.2.1');
    $b = $for('192.0.2.1');
    $c = $for('192.0.2.1');
    $c->expectEof();
    $d = $for('192.0.2.2');
    $a->close();
    $a->expectClose();
    $a->expectEof();
    $e = $for('192.0.2.1');
});
?>
--EXPECT--
192.0.2.1 101
192.0.2.1 101
192.0.2.1 429
192.0.2.2 101
192.0.2.1 101
0 "too many connections of one address" by error
address_limit_count: 1
protocol errors: 1
