--TEST--
package_max_length bounds the body of a request: 413, before the bytes have come
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/limits.inc';

run_server(limited_server(['package_max_length' => 65536]), function (int $port) {
    foreach (["Content-Length: 65536\r\n\r\n" . str_repeat('x', 65536), "Content-Length: 65537\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n10001\r\n"] as $rest) {
        $client = new WebSocketClient($port);
        $client->send("POST / HTTP/1.1\r\nHost: h\r\n$rest");
        echo $client->readResponse()->status, "\n";
    }
});
?>
--EXPECT--
200
413
413
0 "body is too large" by error
0 "body is too large" by error
body_limit_count: 2
protocol errors: 0
