--TEST--
Two Host, Content-Length, Sec-WebSocket-Key or Sec-WebSocket-Version headers are refused with 400, even if equal
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(fn () => print("never called\n")), function (int $port) {
    foreach (['Host: x', 'Content-Length: 3', 'Sec-WebSocket-Key: ' . WebSocketClient::KEY, 'Sec-WebSocket-Version: 13'] as $line) {
        $twice = $line === 'Host: x' ? "$line\r\n$line" : "Host: x\r\n$line\r\n$line";
        echo explode(':', $line)[0], ': ', strtok(exchange($port, "POST / HTTP/1.1\r\n$twice\r\n\r\nabc"), "\r"), "\n";
    }
});
?>
--EXPECT--
Host: HTTP/1.1 400 Bad Request
Content-Length: HTTP/1.1 400 Bad Request
Sec-WebSocket-Key: HTTP/1.1 400 Bad Request
Sec-WebSocket-Version: HTTP/1.1 400 Bad Request
