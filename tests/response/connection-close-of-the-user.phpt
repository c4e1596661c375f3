--TEST--
header('Connection', 'close') closes the connection after the response
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    $response->header('Connection', 'Close');
    $response->end('bye');
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $response = $client->request('GET', '/');
    echo $response, ' ', $response->header('connection'), "\n";
    $client->expectEof();
});
?>
--EXPECT--
200 OK "bye" Close
