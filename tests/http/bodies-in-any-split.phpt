--TEST--
A body with Content-Length or in chunks arrives the same, however it is split
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$lengthed = "POST /l HTTP/1.1\r\nHost: h\r\nContent-Length: 11\r\n\r\nhello world";
$chunked = "POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: Chunked\r\n\r\n"
    . "5\r\nhello\r\n1;ext=\"a;b\"\r\n \r\n0005\r\nworld\r\n0\r\nTrailer: dropped\r\n\r\n";
$server = http_server(fn ($request, $response) => $response->end($request->rawContent() . isset($request->header['trailer'])));
run_server($server, function (int $port) use ($lengthed, $chunked) {
    foreach ([$lengthed, $chunked] as $bytes) {
        for ($at = 1; $at < strlen($bytes); $at++) {
            $client = new WebSocketClient($port);
            $client->send(substr($bytes, 0, $at));
            $client->send(substr($bytes, $at));
            if (($response = $client->readResponse())->body !== 'hello world') {
                echo "split at $at: $response\n";
            }
        }
        $client = new WebSocketClient($port);
        $client->sendSlowly($bytes);
        echo $client->readResponse(), "\n";
    }
});
?>
--EXPECT--
200 OK "hello world"
200 OK "hello world"
