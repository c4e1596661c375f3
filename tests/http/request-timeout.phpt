--TEST--
A request that does not become complete in handshake_timeout is answered 408
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(fn () => print("never called\n"), ['handshake_timeout' => 0.2]);
$server->on('close', fn ($server, $fd, $reactor) => print('close ' . ($reactor >= 0 ? '>= 0' : $reactor) . " {$server->getClientInfo($fd)['close_by']}\n"));
run_server($server, function (int $port) {
    echo strtok(exchange($port, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nabc"), "\r"), "\n";
});
?>
--EXPECT--
HTTP/1.1 408 Request Timeout
close >= 0 timeout
