--TEST--
Two workers: push from the other one, info and close from anywhere; the client certificate is known where the connection is
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

run_server(calling_wss_server([
    'close' => fn ($server, $fd, $other) => $server->close($other),
    'info' => fn ($server, $fd, $other) => $server->getClientInfo($other)['worker_id'] ?? 0,
    'certificate' => fn ($server, $fd, $other) => isset($server->getClientInfo($other)['ssl_client_cert']),
], ['worker_num' => 2, 'ssl_client_cert_file' => authority()->file]), function (int $port) {
    $identity = authority()->issue('alice')->identity();
    [$a, $b] = client_of_each_worker($port, 2, fn ($port) => wss_client($port, $identity));
    $fdA = call($a, 'fd');
    $fdB = call($b, 'fd');
    $big = str_repeat('0123456789abcdef', 10000);
    var_dump(call($a, 'push', $fdB, 'from a'), call($b, 'push', $fdA, $big));
    echo pushed($b), "\n";
    var_dump(pushed($a)->payload === $big, call($a, 'info', $fdB), call($a, 'info', $fdA));
    var_dump(call($a, 'certificate', $fdA), call($a, 'certificate', $fdB), call($b, 'certificate', $fdB));
    var_dump(call($a, 'close', $fdB));
    $b->expectEof();
    leave($a);
});
?>
--EXPECT--
bool(true)
bool(true)
text "from a"
bool(true)
int(1)
int(0)
bool(true)
bool(false)
bool(true)
bool(true)
