--TEST--
A client that speaks plain HTTP to a port with TLS gets a 400 that says so; one that speaks nonsense gets nothing
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$server = wss_server(['log_level' => SWOOLE_LOG_DEBUG]);
$server->on('connect', fn ($server, $fd) => print("connect $fd\n"));
$server->on('close', fn ($server, $fd) => print("close $fd\n"));
$log = run_server($server, function (int $port) {
    foreach (['GET', 'OPTIONS', 'G'] as $method) {
        $c = new WebSocketClient($port);
        $c->send($method === 'G' ? 'G' : WebSocketClient::httpRequest($method, '/', [], str_repeat('body', 1000)));
        $response = $c->readResponse();
        echo $response, $response->header('connection'), "\n";
        $c->expectEof();
    }
    $c = new WebSocketClient($port);
    $c->send("\0\1\2\3");
    $c->expectEof();
    $c = wss_client($port);
    $c->close();
    $c->expectClose();
    $c->expectEof();
});
preg_match_all('~TLS handshake failed: .*~', $log, $lines);
echo implode("\n", $lines[0]), "\n";
?>
--EXPECT--
400 Bad Request "400 Bad Request: this port speaks TLS, please use https:// or wss://
"close
400 Bad Request "400 Bad Request: this port speaks TLS, please use https:// or wss://
"close
400 Bad Request "400 Bad Request: this port speaks TLS, please use https:// or wss://
"close
connect 1
close 1
TLS handshake failed: plain HTTP
TLS handshake failed: plain HTTP
TLS handshake failed: plain HTTP
TLS handshake failed: not TLS
