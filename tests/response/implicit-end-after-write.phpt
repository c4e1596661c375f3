--TEST--
A chunked response that nobody ends gets its last chunk when its object goes
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

run_server(http_server(fn ($request, $response) => $response->write('chunk')), function (int $port) {
    $client = new WebSocketClient($port);
    echo $client->request('GET', '/'), "\n", $client->request('GET', '/'), "\n";
});
?>
--EXPECT--
200 OK "chunk"
200 OK "chunk"
