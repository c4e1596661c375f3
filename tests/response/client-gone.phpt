--TEST--
Ending a response whose client has gone returns false with last error 1004 or 1005, and nothing else happens
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) use (&$kept) {
    $kept = $response;
});
$server->on('close', function () use (&$kept) {
    var_dump($kept->isWritable(), $kept->end('nobody is there'), in_array(swoole_last_error(), [1004, 1005], true));
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->send(WebSocketClient::httpRequest('GET', '/'));
    $client->expectSilence(0.05);
    $client->reset();
});
?>
--EXPECT--
bool(false)
bool(false)
bool(true)
