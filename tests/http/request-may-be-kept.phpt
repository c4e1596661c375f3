--TEST--
A Request object may be kept and used after its callback, and after its client has gone
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    static $first;
    $first ??= $request;
    $response->end($first->server['request_uri'] . $first->rawContent() . $first->getMethod());
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    $client->request('POST', '/first', [], 'body');
    $client->disconnect();
    echo (new WebSocketClient($port))->request('GET', '/second'), "\n";
});
?>
--EXPECT--
200 OK "/firstbodyPOST"
