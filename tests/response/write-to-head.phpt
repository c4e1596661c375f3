--TEST--
write() and end() answer a HEAD request without any body
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    $response->write('one');
    $response->end('two');
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    echo $client->request('HEAD', '/'), "\n", $client->request('GET', '/'), "\n";
});
?>
--EXPECT--
200 OK
200 OK "onetwo"
