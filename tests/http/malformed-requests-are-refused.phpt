--TEST--
Malformed requests are refused with the fitting status, and the connection ends
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(fn () => print("never called\n"), ['package_max_length' => 65536]);
run_server($server, function (int $port) {
    $requests = [
        'garbage' => "\x16\x03\x01\x02\x00\x01\x00\x01",
        'no target' => "GET HTTP/1.1\r\nHost: h\r\n\r\n",
        'two spaces' => "GET  / HTTP/1.1\r\nHost: h\r\n\r\n",
        'bad version' => "GET / HTTP/1.x\r\nHost: h\r\n\r\n",
        'HTTP/2.0' => "GET / HTTP/2.0\r\nHost: h\r\n\r\n",
        'HTTP/2 preface' => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        'HTTP/0.9' => "GET /\r\n",
        'relative target' => "GET x HTTP/1.1\r\nHost: h\r\n\r\n",
        'byte above 127 in target' => "GET /\xe4 HTTP/1.1\r\nHost: h\r\n\r\n",
        'CONNECT' => "CONNECT h:80 HTTP/1.1\r\nHost: h\r\n\r\n",
        'endless method' => str_repeat('A', 100) . " / HTTP/1.1\r\n\r\n",
        'long target' => 'GET /' . str_repeat('a', 65536) . " HTTP/1.1\r\nHost: h\r\n\r\n",
        'no Host' => "GET / HTTP/1.1\r\n\r\n",
        'bad Host' => "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
        'space in name' => "GET / HTTP/1.1\r\nHost: h\r\nX Y: 1\r\n\r\n",
        'NUL in value' => "GET / HTTP/1.1\r\nHost: h\r\nX: a\0b\r\n\r\n",
        'no colon' => "GET / HTTP/1.1\r\nHost: h\r\nnonsense\r\n\r\n",
        '128 headers' => "GET / HTTP/1.1\r\nHost: h\r\n" . str_repeat("X: y\r\n", 128) . "\r\n",
        'head of 64 KiB' => "GET / HTTP/1.1\r\nHost: h\r\nX: " . str_repeat('y', 65536) . "\r\n\r\n",
        'unknown coding' => "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        'body too large' => "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 65537\r\n\r\n",
    ];
    foreach ($requests as $name => $bytes) {
        $client = new WebSocketClient($port);
        $client->send($bytes);
        $response = $client->readResponse();
        $client->expectEof(true);
        echo "$name: $response->status $response->reason, ", $response->header('connection'), "\n";
    }
});
?>
--EXPECT--
garbage: 400 Bad Request, close
no target: 400 Bad Request, close
two spaces: 400 Bad Request, close
bad version: 400 Bad Request, close
HTTP/2.0: 505 HTTP Version Not Supported, close
HTTP/2 preface: 505 HTTP Version Not Supported, close
HTTP/0.9: 400 Bad Request, close
relative target: 400 Bad Request, close
byte above 127 in target: 400 Bad Request, close
CONNECT: 501 Not Implemented, close
endless method: 501 Not Implemented, close
long target: 414 URI Too Long, close
no Host: 400 Bad Request, close
bad Host: 400 Bad Request, close
space in name: 400 Bad Request, close
NUL in value: 400 Bad Request, close
no colon: 400 Bad Request, close
128 headers: 431 Request Header Fields Too Large, close
head of 64 KiB: 431 Request Header Fields Too Large, close
unknown coding: 501 Not Implemented, close
body too large: 413 Content Too Large, close
