--TEST--
A refused request is an onClose with a reactor id that is not negative, a counter, and no PHP warning
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(fn () => print("never called\n"));
$server->on('close', function ($server, $fd, $reactor) {
    echo "close $fd ", $reactor >= 0 ? '>= 0' : $reactor, ' ', $server->getClientInfo($fd)['close_by'], "\n";
    echo 'protocol errors: ', $server->stats()['protocol_error_count'], "\n";
});
run_server($server, function (int $port) {
    echo strtok(exchange($port, "GET / HTTP/1.1\r\n\r\n"), "\r"), "\n";
});
?>
--EXPECT--
HTTP/1.1 400 Bad Request
close 1 >= 0 error
protocol errors: 1
