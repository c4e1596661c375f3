--TEST--
TLS handshakes that do not end: one byte now and then is cut, half of one and gone; no callback, no session, but counted
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$server = calling_wss_server([
    'counted' => fn ($server) => array_intersect_key($server->stats(), array_flip(['tls_failure_count', 'request_timeout_count', 'accept_count', 'connection_num'])),
    'sessions' => fn ($server) => count($server->connections),
], ['handshake_timeout' => 1, 'log_level' => SWOOLE_LOG_DEBUG]);
$server->on('connect', fn ($server, $fd) => print("connect $fd\n"));
$server->on('close', fn ($server, $fd) => print("close $fd\n"));
$log = run_server($server, function (int $port) {
    $c = wss_client($port);
    $slow = new WebSocketClient($port);
    $start = microtime(true);
    $hello = "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" . str_repeat('r', 100);
    foreach (str_split($hello) as $byte) {
        $slow->send($byte);
        if ($slow->readable(0.2)) {
            break;
        }
    }
    $slow->expectEof(true);
    $took = microtime(true) - $start;
    echo $took >= 0.9 && $took < 3 * time_factor() ? "cut in time\n" : "cut after $took s\n";
    echo 'sessions: ', call($c, 'sessions'), "\n";

    $half = new WebSocketClient($port);
    $half->send($hello);
    call($c, 'sessions'); // the server has read it, or will at the same time as the end
    $half->disconnect();
    wait_until(fn () => call($c, 'counted')['tls_failure_count'] === 2);
    $silent = new WebSocketClient($port);
    $silent->expectEof(true);
    echo json_encode(call($c, 'counted')), "\n";
    leave($c);
});
preg_match_all('~DEBUG +(client .*)~', $log, $lines);
echo implode("\n", $lines[1]), "\n";
?>
--EXPECT--
cut in time
sessions: 1
{"connection_num":1,"accept_count":1,"tls_failure_count":3,"request_timeout_count":2}
connect 1
close 1
client 127.0.0.1: TLS handshake failed: it took too long
client 127.0.0.1: TLS handshake failed: the peer ended the connection
client 127.0.0.1: TLS handshake failed: it took too long
