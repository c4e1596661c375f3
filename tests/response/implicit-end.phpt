--TEST--
A response that nobody ends is sent when its object goes: with its status, or 500
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/http.inc';

$server = http_server(function ($request, $response) {
    if ($request->server['request_uri'] !== '/') {
        $response->status((int) substr($request->server['request_uri'], 1));
    }
    $response->header('X', 'y');
});
run_server($server, function (int $port) {
    $client = new WebSocketClient($port);
    foreach (['/', '/404', '/200'] as $path) {
        $response = $client->request('GET', $path);
        echo $response, ', ', $response->header('x'), ', ', $response->header('content-length'), "\n";
    }
});
?>
--EXPECT--
500 Internal Server Error, y, 0
404 Not Found, y, 0
200 OK, y, 0
