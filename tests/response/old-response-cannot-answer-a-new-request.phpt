--TEST--
An ended response that is kept has no hold on the next request of its connection
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    static $first;
    if ($first) {
        var_dump($first->isWritable(), $first->end('from the first'));
    } else {
        $first = $response;
    }
    $response->end($request->server['request_uri']);
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    echo $client->request('GET', '/1'), "\n", $client->request('GET', '/2'), "\n";
});
?>
--EXPECT--
200 OK "/1"
200 OK "/2"
bool(false)
bool(false)
