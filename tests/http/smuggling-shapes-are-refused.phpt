--TEST--
Requests that two servers could frame differently are refused, and what is behind them is never served
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(fn ($request) => print("served {$request->server['request_uri']}\n"));
run_server($server, function (int $port) {
    $behind = "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n";
    $shapes = [
        'both lengths' => "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        'two lengths' => "Content-Length: 0\r\nContent-Length: 5\r\n\r\n",
        'list of lengths' => "Content-Length: 5, 5\r\n\r\n",
        'signed length' => "Content-Length: +5\r\n\r\n",
        'negative length' => "Content-Length: -1\r\n\r\n",
        'hexadecimal length' => "Content-Length: 0x5\r\n\r\n",
        'empty length' => "Content-Length:\r\n\r\n",
        'overflowing length' => "Content-Length: 18446744073709551616\r\n\r\n",
        'chunked not last' => "Transfer-Encoding: chunked, identity\r\n\r\n",
        'chunked twice' => "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
        'obscure chunked' => "Transfer-Encoding: xchunked\r\n\r\n",
        'empty coding' => "Transfer-Encoding:\r\n\r\n",
        'space before colon' => "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        'folded field' => "X: a\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        'LF alone' => "X: a\nContent-Length: 5\r\n\r\n",
        'CR alone' => "X: a\rContent-Length: 5\r\n\r\n",
        'chunk size with sign' => "Transfer-Encoding: chunked\r\n\r\n+1\r\nx\r\n0\r\n\r\n",
        'chunk size with 0x' => "Transfer-Encoding: chunked\r\n\r\n0x1\r\nx\r\n0\r\n\r\n",
        'chunk size overflows' => "Transfer-Encoding: chunked\r\n\r\n10000000000000001\r\nx\r\n0\r\n\r\n",
        'chunk ends with LF' => "Transfer-Encoding: chunked\r\n\r\n1\nx\r\n0\r\n\r\n",
        'chunk longer than its size' => "Transfer-Encoding: chunked\r\n\r\n1\r\nxy\r\n0\r\n\r\n",
    ];
    foreach ($shapes as $name => $shape) {
        echo "$name: ", strtok(exchange($port, "POST / HTTP/1.1\r\nHost: h\r\n$shape$behind"), "\r"), "\n";
    }
    echo 'chunked in HTTP/1.0: ', strtok(exchange($port, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), "\r"), "\n";
});
?>
--EXPECT--
both lengths: HTTP/1.1 400 Bad Request
two lengths: HTTP/1.1 400 Bad Request
list of lengths: HTTP/1.1 400 Bad Request
signed length: HTTP/1.1 400 Bad Request
negative length: HTTP/1.1 400 Bad Request
hexadecimal length: HTTP/1.1 400 Bad Request
empty length: HTTP/1.1 400 Bad Request
overflowing length: HTTP/1.1 400 Bad Request
chunked not last: HTTP/1.1 400 Bad Request
chunked twice: HTTP/1.1 400 Bad Request
obscure chunked: HTTP/1.1 501 Not Implemented
empty coding: HTTP/1.1 400 Bad Request
space before colon: HTTP/1.1 400 Bad Request
folded field: HTTP/1.1 400 Bad Request
LF alone: HTTP/1.1 400 Bad Request
CR alone: HTTP/1.1 400 Bad Request
chunk size with sign: HTTP/1.1 400 Bad Request
chunk size with 0x: HTTP/1.1 400 Bad Request
chunk size overflows: HTTP/1.1 400 Bad Request
chunk ends with LF: HTTP/1.1 400 Bad Request
chunk longer than its size: HTTP/1.1 400 Bad Request
chunked in HTTP/1.0: HTTP/1.1 400 Bad Request
