--TEST--
A Content-Length or Transfer-Encoding of the user cannot break the framing of the response
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(function ($request, $response) {
    $response->header('Content-Length', '1');
    $response->header('Transfer-Encoding', 'chunked');
    $response->end('12345');
}), function (int $port) {
    $client = new WebSocketClient($port);
    echo $client->request('GET', '/'), "\n", $client->request('GET', '/'), "\n";
});
?>
--EXPECT--
200 OK "12345"
200 OK "12345"
