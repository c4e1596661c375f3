--TEST--
Pipelined requests are answered in their order, with and without bodies, in any split
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(fn ($request, $response) => $response->end($request->server['request_uri'] . $request->rawContent())), function (int $port) {
    $bytes = "GET /1 HTTP/1.1\r\nHost: h\r\n\r\n"
        . "POST /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody"
        . "POST /3 HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"
        . "GET /4 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
        . "GET /never HTTP/1.1\r\nHost: h\r\n\r\n";
    foreach ([strlen($bytes), 100, 7, 1] as $size) {
        $client = new WebSocketClient($port);
        foreach (str_split($bytes, $size) as $piece) {
            try {
                $client->send($piece);
            } catch (ClientError) { // behind the last answer the server may be gone
                break;
            }
        }
        echo $client->readResponse(), $client->readResponse(), $client->readResponse(), $client->readResponse(), "\n";
        $client->expectEof(true);
    }
});
?>
--EXPECT--
200 OK "/1"200 OK "/2body"200 OK "/3x"200 OK "/4"
200 OK "/1"200 OK "/2body"200 OK "/3x"200 OK "/4"
200 OK "/1"200 OK "/2body"200 OK "/3x"200 OK "/4"
200 OK "/1"200 OK "/2body"200 OK "/3x"200 OK "/4"
