--TEST--
A client that shuts down its side behind the request still gets all its answers
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(fn ($request, $response) => $response->end($request->server['request_uri']));
$server->on('close', fn () => print("close\n"));
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n");
    $client->shutdown();
    echo $client->readResponse(), "\n", $client->readResponse(), "\n";
    $client->expectEof();
});
?>
--EXPECT--
200 OK "/1"
200 OK "/2"
close
