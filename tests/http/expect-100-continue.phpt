--TEST--
A client that expects 100-continue gets it before it sends the body
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(fn ($request, $response) => $response->end('got ' . $request->rawContent())), function (int $port) {
    $client = new WebSocketClient($port);
    $client->send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-Continue\r\n\r\n");
    echo json_encode($client->readUntil("\r\n\r\n")), "\n";
    $client->send('body');
    echo $client->readResponse(), "\n";

    echo "without a body, or with HTTP/1.0, nobody waits for it:\n";
    $client->send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nExpect: 100-continue\r\n\r\n");
    echo $client->readResponse(), "\n";
    $client->send("POST / HTTP/1.0\r\nHost: h\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\nx");
    echo $client->readResponse(), "\n";
});
?>
--EXPECT--
"HTTP\/1.1 100 Continue\r\n\r\n"
200 OK "got body"
without a body, or with HTTP/1.0, nobody waits for it:
200 OK "got "
200 OK "got x"
